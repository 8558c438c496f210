import type { AnswerEvent, ProgressEvent } from './progress-event.ts';

/** What a log says of one question in its present version. */
export interface QuestionProgress {
  readonly tries: number;
  readonly last: AnswerEvent;
  /** Answered right at least once. */
  readonly everRight: boolean;
}

/**
 * The answers to one question, from a log in the order of time; `undefined` when there are none.
 * Answers to another version of it do not count: they answered something else.
 */
export function progressOf(
  events: readonly ProgressEvent[],
  question: string,
  version: number,
): QuestionProgress | undefined {
  const answers = events.filter(
    (event): event is AnswerEvent =>
      event.type === 'answer' && event.question === question && event.version === version,
  );
  const last = answers.at(-1);
  if (last === undefined) return undefined;
  const everRight = answers.some(({ outcome }) => outcome === 'right');
  return { tries: answers.length, last, everRight };
}

/** The last value of a setting, `undefined` when it was never set. */
export function settingOf(events: readonly ProgressEvent[], name: string) {
  return events.findLast((event) => event.type === 'setting' && event.name === name) as
    Extract<ProgressEvent, { type: 'setting' }> | undefined;
}
