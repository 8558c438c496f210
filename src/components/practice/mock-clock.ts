/** A clock that counts what a reader has used, with pauses; the time is a parameter. Milliseconds. */
export class MockClock {
  #used: number;
  #since: number | undefined;

  constructor(used = 0) {
    this.#used = used;
  }

  get isRunning(): boolean {
    return this.#since !== undefined;
  }

  start(now: number): void {
    this.#since ??= now;
  }

  pause(now: number): void {
    this.#used = this.used(now);
    this.#since = undefined;
  }

  used(now: number): number {
    return this.#used + (this.#since === undefined ? 0 : now - this.#since);
  }
}

/** What is said when this much of the time has been used, each once. */
export type ClockCall = 'half' | 'five' | 'one' | 'timeUp';

const minute = 60_000;

/** The latest call between two moments; `undefined` when none falls there. `limit` 0 is no clock. */
export function callBetween(before: number, after: number, limit: number): ClockCall | undefined {
  if (limit === 0) return undefined;
  const calls: [ClockCall, number][] = [
    ['half', limit / 2],
    // Where half of the time is less than five minutes, that call would come first.
    ...(limit > 10 * minute ? [['five', limit - 5 * minute] as [ClockCall, number]] : []),
    ...(limit > 2 * minute ? [['one', limit - minute] as [ClockCall, number]] : []),
    ['timeUp', limit],
  ];
  return calls.findLast(([, at]) => before < at && at <= after)?.[0];
}
