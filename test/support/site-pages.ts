/** One page of every type, by what comes after the language; the specs that hold for all walk these. */
export const pageTypes = [
  '',
  'lessons/',
  'lessons/1-1-overview/',
  'samples/',
  'samples/share-these/',
  'glossary/',
  'guide/',
  'questions/supported-by-fifty/',
  'practice/',
  'review/',
  'progress/',
  'drills/',
  'mock/',
  'lab/',
  'search/',
  'offline/',
  'accessibility/',
] as const;

export const languages = ['en', 'zh'] as const;
