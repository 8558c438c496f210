import type { Question } from '../../content/schemas/question.ts';
import { inLocale, sourceLocale, type Locale } from '../i18n/index.ts';
import { inlineMarkup } from './inline-markup.ts';

interface SaidSource {
  readonly html: string;
  /** Of a title that no other language has. */
  readonly lang?: string;
}

/** The sources of a question, in a language where it has them so. Titles stay as they were published, and say so. */
export function saidSources(question: Question, locale: Locale): SaidSource[] {
  const said = inLocale(question, locale).sources;
  return question.sources.map((source, index) => {
    const own = said?.[index] ?? source;
    if (own === source) {
      return {
        html: inlineMarkup(own),
        ...(locale === sourceLocale ? {} : { lang: sourceLocale }),
      };
    }
    const titled = inlineMarkup(own).replace(
      /“([^“”<>\p{Script=Han}]+)”/gu,
      `“<span lang="${sourceLocale}">$1</span>”`,
    );
    return { html: titled };
  });
}
