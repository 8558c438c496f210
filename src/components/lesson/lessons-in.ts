import { getCollection, type CollectionEntry } from 'astro:content';
import { htmlLang, isWhole, sourceLocale, type Locale } from '../../lib/i18n/index.ts';

/** A lesson as a language's pages show it. */
export interface ShownLesson {
  readonly lesson: CollectionEntry<'lessons'>;
  /** What its text is written in: English where it is not translated. */
  readonly written: Locale;
  /** The `lang` that its words need on the page; none where they are in the page's language. */
  readonly lang: string | undefined;
}

/** All lessons of a language; the English one stands for each that is not translated. */
export async function lessonsIn(locale: Locale): Promise<ShownLesson[]> {
  const own = await lessonsWrittenIn(locale);
  const translated = new Set(own.map(({ data }) => data.id));
  // English and Chinese are complete, or a test fails: nothing stands in for their lessons.
  const english = isWhole(locale) ? [] : await lessonsWrittenIn(sourceLocale);
  return [
    ...own.map((lesson) => ({ lesson, written: locale, lang: undefined })),
    ...english
      .filter(({ data }) => !translated.has(data.id))
      .map((lesson) => ({ lesson, written: sourceLocale, lang: htmlLang(sourceLocale) })),
  ];
}

function lessonsWrittenIn(locale: Locale): Promise<CollectionEntry<'lessons'>[]> {
  return getCollection('lessons', ({ id }) => id.startsWith(`${locale}/`));
}
