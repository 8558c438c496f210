import { describe, expect, it } from 'vitest';
import { courseOrder, neighboursOf } from '../../../../src/lib/site/course.ts';
import { findCourseProblems } from '../../../../src/lib/site/lessons.ts';

describe('the course', () => {
  it('has twelve lessons, each once', () => {
    expect(courseOrder).toHaveLength(12);
    expect(new Set(courseOrder.map(({ id }) => id)).size).toBe(12);
  });

  it('leads from a lesson to the next that is written, over those that are not', () => {
    const written = new Set(['0-1-samples-to-flames', '1-1-overview', '2-1-cpu-bound']);
    const { previous, next } = neighboursOf('1-1-overview', written);
    expect([previous?.id, next?.id]).toEqual(['0-1-samples-to-flames', '2-1-cpu-bound']);
  });

  it('ends at its ends', () => {
    const all = new Set(courseOrder.map(({ id }) => id));
    expect(neighboursOf('0-1-samples-to-flames', all).previous).toBeUndefined();
    expect(neighboursOf('5-1-verify', all).next).toBeUndefined();
  });
});

describe('a lesson that does not fit the course is named', () => {
  const lesson = { id: '1-1-overview', order: 3, prerequisites: [] as string[] };

  it('when the course does not have it', () => {
    expect(findCourseProblems([{ ...lesson, id: '9-9-new' }])[0]).toMatch(
      /"9-9-new" is not in the course/,
    );
  });

  it('when its order is another', () => {
    expect(findCourseProblems([{ ...lesson, order: 7 }])[0]).toMatch(/has order 7, the course 3/);
  });

  it('when it needs a lesson that comes later', () => {
    const looking = { ...lesson, prerequisites: ['5-1-verify'] };
    expect(findCourseProblems([looking])[0]).toMatch(/needs "5-1-verify"/);
  });

  it('and one that fits is not', () => {
    expect(findCourseProblems([{ ...lesson, prerequisites: ['0-2-how-sure'] }])).toEqual([]);
  });
});
