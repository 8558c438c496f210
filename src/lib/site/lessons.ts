import { courseOrder, type CourseEntry } from './course.ts';

/** What this module needs to know of a lesson's front matter. */
export interface LessonFacts {
  readonly id: string;
  readonly order: number;
  readonly prerequisites: readonly string[];
}

/** Complaints about lessons that do not fit the course: unknown ids, wrong order, looking ahead. */
export function findCourseProblems(lessons: readonly LessonFacts[]): string[] {
  const place = new Map(courseOrder.map((entry, index) => [entry.id, index + 1]));
  return lessons.flatMap(({ id, order, prerequisites }) => {
    const expected = place.get(id);
    if (expected === undefined) return [`"${id}" is not in the course (src/lib/site/course.ts).`];
    const problems =
      order === expected ? [] : [`"${id}" has order ${order}, the course ${expected}.`];
    for (const earlier of prerequisites) {
      if ((place.get(earlier) ?? Infinity) >= expected) {
        problems.push(`"${id}" needs "${earlier}", which does not come before it.`);
      }
    }
    return problems;
  });
}

export function findCourseEntry(id: string): CourseEntry | undefined {
  return courseOrder.find((entry) => entry.id === id);
}
