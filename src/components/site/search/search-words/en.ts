import type { SearchWords } from '../search-words.ts';

export const words: SearchWords = {
  title: 'Search',
  field: 'Lessons, terms and samples',
  close: 'Close',
  hint: 'A word of a lesson, a term, a program. Answers to questions are not searched.',
  searching: 'Searching…',
  found: (count, shown) =>
    count === 1 ? '1 result' : count > shown ? `${count} results, best first` : `${count} results`,
  none: (query) => `Nothing has “${query}” in it. Try fewer words, or a term’s other name.`,
  unreachable: 'The search index could not be loaded. Are you offline? What you typed is kept.',
  again: 'Try again',
  ellipsis: '…',
  slashKey: 'The key / opens the search',
  kinds: { lesson: 'Lesson', sample: 'Sample', term: 'Term', page: 'Page' },
};
