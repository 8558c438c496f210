import type { Question } from '../../content/schemas/question.ts';
import type { Locale } from '../i18n/index.ts';
import { evaluateQuery, formatResult, resultForms } from '../query/index.ts';
import type { QueryResult, ResultForm } from '../query/index.ts';
import type { QuestionProfiles } from './question-profiles.ts';

/** Puts a question's figures into a text of it: `{kernel}`, `{kernel:of}`. */
export type FillFigures = (text: string) => string;

// Two braces are code (`{{closure}}`), not a figure.
const placeholder = /(?<!\{)\{([a-z][a-zA-Z0-9]*)(?::([a-z-]+))?\}(?!\})/g;

/**
 * Evaluates the figures of a question once, and says them in a language. The function that it
 * returns throws an Error on a figure or a form that does not exist.
 */
export function figureFiller(
  question: Question,
  { profile, after }: QuestionProfiles,
  locale: Locale,
): FillFigures {
  const results = new Map<string, { result: QueryResult; as: ResultForm }>();
  for (const [name, figure] of Object.entries(question.figures)) {
    if (profile === undefined)
      throw new Error(`question ${question.id}: figures need a \`sample\``);
    const { query, as } = 'query' in figure ? figure : { query: figure, as: 'auto' as const };
    const result = evaluateQuery(profile, query, after === undefined ? {} : { after });
    results.set(name, { result, as });
  }
  return (text) =>
    text.replace(placeholder, (whole, name: string, form: string | undefined) => {
      const figure = results.get(name);
      if (figure === undefined) throw new Error(`question ${question.id}: no figure ${whole}`);
      return formatResult(figure.result, formOf(form, question.id) ?? figure.as, locale);
    });
}

function formOf(form: string | undefined, id: string): ResultForm | undefined {
  if (form === undefined) return undefined;
  const known = resultForms.find((name) => name === form);
  if (known === undefined) throw new Error(`question ${id}: a figure has no form "${form}"`);
  return known;
}

/** Names of the figures that a text cites. */
export function figuresIn(text: string): string[] {
  return [...text.matchAll(placeholder)].map(([, name = '']) => name);
}
