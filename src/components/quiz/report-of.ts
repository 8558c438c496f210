import type { Question } from '../../content/schemas/question.ts';
import type { Locale } from '../../lib/i18n/index.ts';
import { fillWords } from './fill-words.ts';
import type { QuizWords } from './words/en.ts';

/** How a reader reports a problem with a question: a prefilled issue, or a text to paste into one. */
export interface Report {
  readonly text: string;
  /** Where the build knows the project's repository (FLAMEWISE_REPOSITORY). */
  readonly address?: string;
}

export function reportOf({ id, version }: Question, locale: Locale, words: QuizWords): Report {
  const title = fillWords(words.reportTitle, { id, version });
  const body = `${id}@${version} (${locale})\n\n`;
  const repository = process.env['FLAMEWISE_REPOSITORY'];
  const text = `${title}\n\n${body}`;
  if (repository === undefined) return { text };
  const query = new URLSearchParams({ title, body });
  return { text, address: `${repository.replace(/\/$/, '')}/issues/new?${query.toString()}` };
}
