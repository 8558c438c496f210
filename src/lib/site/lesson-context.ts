import { isLocale, sourceLocale, type Locale } from '../i18n/index.ts';

/** What the text's components need to know of their page and are not told by the author. */
export interface LessonContext {
  /** The language of the text, and of the words of its parts. */
  readonly locale: Locale;
  /** The page's: links stay in it. Another than the text's where the text is not translated. */
  readonly page: Locale;
  /** The lesson's profile: figures are about it unless they say otherwise. */
  readonly sample: string | undefined;
  /** The second profile of a lesson that compares two. */
  readonly after: string | undefined;
  /** Questions under "Practise". */
  readonly questions: readonly string[];
  /** How often each term's definition stands on the page: gives them different ids. */
  readonly termCounts: Map<string, number>;
}

interface Page {
  readonly locals: App.Locals;
  readonly currentLocale: string | undefined;
}

/** The context of the page that a component is on; outside a lesson there is no sample. */
export function lessonContextOf({ locals, currentLocale }: Page): LessonContext {
  const locale = isLocale(currentLocale) ? currentLocale : sourceLocale;
  locals.lesson ??= {
    locale,
    page: locale,
    sample: undefined,
    after: undefined,
    questions: [],
    termCounts: new Map(),
  };
  return locals.lesson;
}

/** A number that no earlier call on this page gave for this key: 1, 2, 3… */
export function countOf(context: LessonContext, key: string): number {
  const count = (context.termCounts.get(key) ?? 0) + 1;
  context.termCounts.set(key, count);
  return count;
}
