import type { ImportReport } from '../import-issue.ts';
import { asTime, member } from '../json/json-value.ts';
import { OpenStack } from '../stacks/open-stack.ts';
import type { SpeedscopeTarget } from './frame-list.ts';
import { fill } from '../say.ts';

/**
 * Events of an `evented` profile: frames opened (`O`) and closed (`C`) at a value. A frame that is
 * closed while others are open above it keeps the stretch that its events give, and so do they.
 */
export function readEvents(
  events: readonly unknown[],
  endValue: unknown,
  { name, builder, unit, frames }: SpeedscopeTarget,
  report: ImportReport,
): void {
  const open = new OpenStack(builder, { scale: unit.scale, isTime: unit.unit === 'nanoseconds' });
  const faults = new EventFaults(name, report);
  events.forEach((event, index) => {
    const frame = frames.frameOf(member(event, 'frame'));
    const at = asTime(member(event, 'at'));
    const type = member(event, 'type');
    if (frame === undefined || at === undefined) {
      faults.add('bad-event', index, 'has no usable frame or value. It was left out.');
      return;
    }
    if (!open.advance(at)) {
      faults.add(
        'out-of-order',
        index,
        'is earlier than the one before it. It was taken as {2}.',
        open.now,
      );
    }
    if (type === 'O') open.enter(frame);
    else if (type === 'C') close(open, frame, index, faults);
    else faults.add('bad-event', index, 'neither opens nor closes a frame. It was left out.');
  });
  closeRest(open, asTime(endValue), faults, events.length);
}

function close(open: OpenStack, frame: number, index: number, faults: EventFaults): void {
  const where = open.leaveFrame(frame);
  if (where === 'not-open') {
    faults.add('unmatched-close', index, 'closes a frame that is not open. It was left out.');
  } else if (where === 'under-others') {
    faults.add('not-nested', index, 'closes a frame under others that stay open.');
  }
}

function closeRest(
  open: OpenStack,
  end: number | undefined,
  faults: EventFaults,
  lastIndex: number,
): void {
  if (open.depth === 0) return;
  faults.add(
    'unclosed',
    lastIndex,
    '(the end) leaves {2} frames open. They end with the profile.',
    open.depth,
  );
  if (end !== undefined) open.advance(end);
  while (open.depth > 0) open.leave();
}

class EventFaults {
  readonly #name: string;
  readonly #report: ImportReport;

  constructor(name: string, report: ImportReport) {
    this.#name = name;
    this.#report = report;
  }

  /** `what` may hold `{2}` for one more number. */
  add(code: string, index: number, what: string, ...more: number[]): void {
    this.#report.add({ code, ...fill(`"{0}", event {1}: ${what}`, this.#name, index, ...more) });
  }
}
