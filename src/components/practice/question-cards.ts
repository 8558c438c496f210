import { getCollection } from 'astro:content';
import { plainText } from '../../lib/bank/index.ts';
import { inLocale, langOf, localizedPath, sayText } from '../../lib/i18n/index.ts';
import type { Locale, Localized } from '../../lib/i18n/index.ts';
import type { QuestionCard } from '../../lib/practice/index.ts';
import { kindNames, skills } from '../../lib/quiz/index.ts';
import { courseOrder } from '../../lib/site/course.ts';
import { practiceWords } from './practice-words.ts';
import type { PracticeWords } from './practice-words.ts';

export interface LessonName {
  readonly id: string;
  /** Section and title: `1.1 Global features`. */
  readonly name: string;
}

/** What the pages of practice hand to the browser: the bank without its words and keys. */
export interface PracticePayload {
  readonly cards: readonly QuestionCard[];
  readonly lessons: readonly LessonName[];
  readonly skills: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly words: PracticeWords;
  readonly locale: Locale;
  /** Addresses that end where an id, or nothing, follows. */
  readonly paths: Readonly<
    Record<'questions' | 'lessons' | 'practice' | 'review' | 'mock', string>
  >;
}

/** The bank in the order of the course, in one language. */
export async function practicePayload(locale: Locale): Promise<PracticePayload> {
  const place = new Map(courseOrder.map(({ id }, index) => [id, index]));
  const questions = await getCollection('questions');
  const cards = questions
    .map(({ data }): QuestionCard => {
      const { id, version, kind, lesson, skills: trained, level, seconds } = data;
      const title = plainText(inLocale(data, locale).title);
      const lang = langOf(data, locale);
      return {
        ...{ id, version, kind, lesson, skills: trained, level, seconds, title },
        ...(lang === undefined ? {} : { lang }),
      };
    })
    .sort((a, b) => (place.get(a.lesson) ?? 99) - (place.get(b.lesson) ?? 99) || a.level - b.level);
  const used = new Set(cards.map(({ lesson }) => lesson));
  const said = (names: Readonly<Record<string, Localized<string>>>) =>
    Object.fromEntries(Object.entries(names).map(([id, name]) => [id, sayText(name, locale)]));
  return {
    cards,
    lessons: courseOrder
      .filter(({ id }) => used.has(id))
      .map(({ id, section, title }) => ({ id, name: `${section} ${sayText(title, locale)}` })),
    skills: said(skills),
    kinds: said(kindNames),
    words: inLocale(practiceWords, locale),
    locale,
    paths: {
      questions: localizedPath(locale, 'questions/'),
      lessons: localizedPath(locale, 'lessons/'),
      practice: localizedPath(locale, 'practice/'),
      review: localizedPath(locale, 'review/'),
      mock: localizedPath(locale, 'mock/'),
    },
  };
}

/** As it stands in a `<script type="application/json">`. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
