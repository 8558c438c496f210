/** What this module needs to know of a lesson. */
export interface LessonText {
  readonly id: string;
  readonly body: string;
}

/** Which lessons link each term of the glossary, by the term's id, in the order of the lessons. */
export function findTermUses<Lesson extends LessonText>(
  lessons: readonly Lesson[],
): ReadonlyMap<string, readonly Lesson[]> {
  const uses = new Map<string, Lesson[]>();
  for (const lesson of lessons) {
    const terms = lesson.body.matchAll(/<Term id="([\w-]+)"/g);
    for (const term of new Set(Array.from(terms, ([, id = '']) => id))) {
      uses.set(term, [...(uses.get(term) ?? []), lesson]);
    }
  }
  return uses;
}
