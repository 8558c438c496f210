import type { NewEvent, ProgressEvent } from './progress-event.ts';
import { settingOf } from './question-progress.ts';

/** How far somebody read in a lesson. Parts are the lesson's sections, counted from 1. */
export interface ReadingPlace {
  /** Id of the section's heading, the same in every language. */
  readonly section: string;
  readonly part: number;
  readonly of: number;
  /** The last part that was ever reached. */
  readonly furthest: number;
}

const nameOf = (lesson: string) => `reading:${lesson}`;

/** What to append when a reader comes to another section of a lesson. */
export function readingEvent(lesson: string, place: ReadingPlace): NewEvent {
  return { type: 'setting', name: nameOf(lesson), value: { ...place } };
}

/** Where a lesson was left; `undefined` when it was never begun, or what is stored is no place. */
export function readingOf(
  events: readonly ProgressEvent[],
  lesson: string,
): ReadingPlace | undefined {
  const value = settingOf(events, nameOf(lesson))?.value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { section, part, of, furthest } = value as Readonly<Record<string, unknown>>;
  if (typeof section !== 'string' || section === '') return undefined;
  if (!isPart(part) || !isPart(of) || !isPart(furthest)) return undefined;
  if (part > of || furthest > of || furthest < part) return undefined;
  return { section, part, of, furthest };
}

function isPart(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 1000;
}
