import { asTime, member } from '../json/json-value.ts';
import type { TraceEvent } from './trace-event.ts';

/** A begin: of a `B` event, or of an `X` event, which knows its own end. */
export interface SpanBegin {
  readonly event: TraceEvent;
  readonly at: number;
  /** Infinity for a `B`, whose end is an event of its own. */
  readonly end: number;
}

interface SpanEnd {
  readonly event: TraceEvent;
  readonly at: number;
}

/** Times are microseconds from the thread's first event. */
export interface Spans {
  /** In order of time; at one time in the order in which they hold each other. */
  readonly begins: readonly SpanBegin[];
  /** `E` events in order of time. */
  readonly ends: readonly SpanEnd[];
  /** Events without a usable time. */
  readonly untimed: number;
  /** `X` events without a duration, taken as 0. */
  readonly endless: number;
}

/**
 * Begins and ends of one thread. At one time `B` events stand first, in the file's order; then `X`
 * events, longest first, since a shorter one cannot hold a longer.
 */
export function readSpans(events: readonly TraceEvent[]): Spans {
  const origin = earliest(events);
  const open: SpanBegin[] = [];
  const complete: SpanBegin[] = [];
  const ends: SpanEnd[] = [];
  let untimed = 0;
  let endless = 0;
  for (const event of events) {
    const { phase } = event;
    const at = event.at - origin;
    if (Number.isNaN(at)) untimed++;
    else if (phase === 'B') open.push({ event, at, end: Infinity });
    else if (phase === 'E') ends.push({ event, at });
    else {
      const duration = durationOf(event);
      if (duration === undefined) endless++;
      complete.push({ event, at, end: at + Math.max(0, duration ?? 0) });
    }
  }
  complete.sort((a, b) => a.at - b.at || b.end - a.end);
  // Sorting is stable: at one time what stood first stays first.
  const begins = open.concat(complete).sort((a, b) => a.at - b.at);
  return { begins, ends: ends.sort((a, b) => a.at - b.at), untimed, endless };
}

/** Taken off first: a duration added to microseconds since boot loses its nanoseconds. */
function earliest(events: readonly TraceEvent[]): number {
  let first = Infinity;
  for (const { at } of events) if (at < first) first = at;
  return first === Infinity ? 0 : first;
}

function durationOf({ source }: TraceEvent): number | undefined {
  return asTime(member(source, 'dur')) ?? asTime(member(source, 'tdur'));
}
