import { ProfileBuilder } from '../../model/profile-builder.ts';
import type { Profile } from '../../model/profile.ts';
import type { ImportReport } from '../import-issue.ts';
import { OpenStack } from '../stacks/open-stack.ts';
import { EndGroup } from './end-group.ts';
import { readSpans, type SpanBegin, type Spans } from './span-events.ts';
import { frameOfSpan, keyOfSpan, nameOfSpan } from './span-names.ts';
import type { TraceEvent } from './trace-event.ts';
import { fill } from '../say.ts';

/** How many `X` events an `E` looks past for the `B` that it ends. */
const deepestSearch = 100;

/** An open call. */
interface OpenSpan {
  readonly name: string;
  readonly key: string;
  /** Infinity for a `B`. */
  readonly end: number;
  /** Earliest end of this call and all below it. */
  earliestEnd: number;
}

/**
 * Profile of one thread's nested calls (`B`, `E` and `X` events) by time. Every `X` keeps the
 * duration it says, also where it does not nest; an `E` that fits no open call is left out.
 */
export function spanProfile(
  events: readonly TraceEvent[],
  name: string,
  report: ImportReport,
): Profile {
  const spans = readSpans(events);
  const walk = new SpanWalk(spans);
  walk.run();
  reportFaults(walk, spans, name, report);
  return walk.builder.build(name, 'nanoseconds');
}

class SpanWalk {
  readonly builder = new ProfileBuilder();
  readonly #open = new OpenStack(this.builder, { scale: 1e3, isTime: true });
  readonly #calls: OpenSpan[] = [];
  readonly #spans: Spans;
  readonly #ends = new EndGroup();
  overlapping = 0;
  cutShort = 0;
  unmatched = 0;
  unclosed = 0;

  constructor(spans: Spans) {
    this.#spans = spans;
  }

  run(): void {
    const { begins, ends } = this.#spans;
    let b = 0;
    let e = 0;
    while (b < begins.length || e < ends.length) {
      const at = Math.min(begins[b]?.at ?? Infinity, ends[e]?.at ?? Infinity);
      this.#endComplete(at, false);
      for (let end = ends[e]; end?.at === at; end = ends[++e]) this.#ends.add(end.event);
      this.#settle(at);
      for (let begin = begins[b]; begin?.at === at; begin = begins[++b]) {
        this.#begin(begin);
        this.#settle(at);
      }
      this.unmatched += this.#ends.drop();
    }
    this.#endComplete(Infinity, true);
    this.unclosed = this.#calls.length;
    while (this.#calls.length > 0) this.#end(this.#calls.length - 1);
  }

  #begin({ event, at, end }: SpanBegin): void {
    const key = keyOfSpan(event);
    const below = this.#calls.at(-1)?.earliestEnd ?? Infinity;
    this.#open.advance(at);
    this.#open.enter(frameOfSpan(event, key, this.builder));
    this.#calls.push({ name: nameOfSpan(event), key, end, earliestEnd: Math.min(below, end) });
  }

  /** Ends everything that ends at `at`: from the top as long as that goes, then from below. */
  #settle(at: number): void {
    for (;;) {
      const top = this.#calls.at(-1);
      if (top === undefined) return;
      if (top.end <= at) this.#endAt(this.#calls.length - 1, top.end);
      else if (!this.#endByEvent(at) && !this.#endEarliest(at)) return;
    }
  }

  /** Ends the innermost `B` if an end event of this time fits it. */
  #endByEvent(at: number): boolean {
    if (this.#ends.left === 0) return false;
    const top = this.#calls.length - 1;
    let depth = top;
    while (depth >= 0 && this.#calls[depth]?.end !== Infinity && top - depth < deepestSearch)
      depth--;
    const call = this.#calls[depth];
    if (call?.end !== Infinity || !this.#ends.take(call.name, call.key)) return false;
    this.#endAt(depth, at);
    return true;
  }

  /** Ends the `X` calls that end before `at`, or up to it. */
  #endComplete(at: number, isIncluded: boolean): void {
    for (;;) {
      const earliest = this.#calls.at(-1)?.earliestEnd ?? Infinity;
      if (earliest === Infinity || earliest > at || (earliest === at && !isIncluded)) return;
      this.#endEarliest(earliest);
    }
  }

  /** Ends the innermost of the calls that end first, if that is not after `at`. */
  #endEarliest(at: number): boolean {
    const earliest = this.#calls.at(-1)?.earliestEnd ?? Infinity;
    if (earliest > at || earliest === Infinity) return false;
    let depth = this.#calls.length - 1;
    while (depth >= 0 && this.#calls[depth]?.end !== earliest) depth--;
    if (depth < 0) return false;
    this.#endAt(depth, earliest);
    return true;
  }

  #endAt(depth: number, at: number): void {
    this.#open.advance(at);
    this.#end(depth);
  }

  #end(depth: number): void {
    if (depth === this.#calls.length - 1) {
      this.#open.leave();
      this.#calls.pop();
      return;
    }
    const left = this.#open.leaveAt(depth);
    this.overlapping++;
    this.cutShort += left - 1;
    this.#calls.splice(depth, left);
    let earliest = this.#calls[depth - 1]?.earliestEnd ?? Infinity;
    for (let i = depth; i < this.#calls.length; i++) {
      const call = this.#calls[i] as OpenSpan; // i is below the length
      call.earliestEnd = earliest = Math.min(earliest, call.end);
    }
  }
}

function reportFaults(walk: SpanWalk, spans: Spans, name: string, report: ImportReport): void {
  const add = (code: string, count: number, message: string): void => {
    if (count > 0) report.add({ code, ...fill(`"{0}": {1} ${message}`, name, count), count });
  };
  add('bad-event', spans.untimed, 'events have no usable time. They were left out.');
  add('no-duration', spans.endless, 'complete events have no duration. They were taken as 0.');
  add('unmatched-close', walk.unmatched, 'end events fit no open call. They were left out.');
  add('unclosed', walk.unclosed, 'calls have no end. They end with the last event.');
  add(
    'overlapping-events',
    walk.overlapping,
    'calls end while calls inside them go on. Each keeps its own duration.',
  );
  add('cut-short', walk.cutShort, 'calls overlap too many others, and end with the first of them.');
}
