import { getCollection } from 'astro:content';
import { inLocale, langOf, sourceLocale } from '../../lib/i18n/index.ts';
import type { Locale } from '../../lib/i18n/index.ts';
import { courseOrder, type CourseEntry } from '../../lib/site/course.ts';
import { textsNaming } from '../../lib/site/sample-uses.ts';

/** For a sample, the lessons that use it, in the course's order. */
export async function lessonsNaming(): Promise<(sample: string) => CourseEntry[]> {
  const lessons = await getCollection('lessons', ({ id }) => id.startsWith(`${sourceLocale}/`));
  const texts = courseOrder.flatMap(({ id }) => {
    const lesson = lessons.find(({ data }) => data.id === id);
    return lesson === undefined
      ? []
      : [{ id, text: `${JSON.stringify(lesson.data)}${lesson.body ?? ''}` }];
  });
  return (sample) => {
    const using = new Set(textsNaming(sample, texts));
    return courseOrder.filter(({ id }) => using.has(id));
  };
}

/** For a sample, the questions about it, in the course's order, with their titles. */
export async function questionsNaming(
  locale: Locale,
): Promise<(sample: string) => { id: string; title: string; lang: string | undefined }[]> {
  const questions = await getCollection('questions');
  const place = new Map(courseOrder.map(({ id }, index) => [id, index]));
  questions.sort((a, b) => (place.get(a.data.lesson) ?? 0) - (place.get(b.data.lesson) ?? 0));
  return (sample) =>
    questions
      .filter(({ data }) => data.sample === sample || data.after === sample)
      .map(({ data }) => ({
        id: data.id,
        title: inLocale(data, locale).title,
        lang: langOf(data, locale),
      }));
}
