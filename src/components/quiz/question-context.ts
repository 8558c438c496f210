import { getEntry } from 'astro:content';
import type { Question } from '../../content/schemas/question.ts';
import {
  answerKeyOf,
  blockMarkup,
  figureFiller,
  inlineMarkup,
  loadQuestionProfiles,
} from '../../lib/bank/index.ts';
import type { QuestionProfiles } from '../../lib/bank/index.ts';
import { inLocale, sourceLocale } from '../../lib/i18n/index.ts';
import type { Locale } from '../../lib/i18n/index.ts';
import type { AnswerKey } from '../../lib/quiz/index.ts';
import { quizWords } from './quiz-words.ts';
import type { QuizWords } from './quiz-words.ts';

/** What the parts of one question share while the page is built. */
export interface QuestionContext<Q extends Question = Question> {
  readonly question: Q;
  readonly texts: Q['en'];
  readonly key: AnswerKey;
  readonly profiles: QuestionProfiles;
  /** The language of the question and of its words: English where it is not translated. */
  readonly locale: Locale;
  /** The page's, in which links stay. */
  readonly page: Locale;
  readonly words: QuizWords;
  /** Prefix of every id that the question puts into the page. */
  readonly domId: string;
  /** A text with its figures filled and its markup as HTML: one run, or paragraphs. */
  readonly inline: (text: string) => string;
  readonly blocks: (text: string) => string;
  /** With its figures filled, no markup read. */
  readonly fill: (text: string) => string;
}

/**
 * Finds a question and computes its key; throws an Error for an id that is no question's. `wanted` is
 * the language around it. A question that lacks it is in English altogether, its controls too.
 */
export async function questionContext(
  id: string,
  wanted: Locale,
  page: Locale,
): Promise<QuestionContext> {
  const entry = await getEntry('questions', id);
  if (entry === undefined)
    throw new Error(`There is no question "${id}" in src/content/questions.`);
  const question: Question = entry.data;
  const locale = wanted in question ? wanted : sourceLocale;
  const profiles = await loadQuestionProfiles(question);
  const fill = figureFiller(question, profiles, locale);
  return {
    question,
    texts: inLocale(question, locale),
    key: answerKeyOf(question, profiles),
    profiles,
    locale,
    page,
    words: inLocale(quizWords, locale),
    domId: `q-${id}`,
    fill,
    inline: (text) => inlineMarkup(fill(text)),
    blocks: (text) => blockMarkup(fill(text)),
  };
}
