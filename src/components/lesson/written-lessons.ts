import { getCollection } from 'astro:content';

/** Ids of the lessons that have a page: a link to any other would lead nowhere. */
export async function writtenLessons(): Promise<ReadonlySet<string>> {
  return new Set((await getCollection('lessons')).map(({ data }) => data.id));
}
