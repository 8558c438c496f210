import { asId, asTime, isRecord, member, textOf } from '../json/json-value.ts';

/**
 * One event of the Trace Event Format, as far as profiles need it.
 * Format: "Trace Event Format", Google, sections "Duration Events" and "Complete Events".
 */
export interface TraceEvent {
  /** Phase: `B` begin, `E` end, `X` complete, `M` metadata, and more that carry no stack. */
  readonly phase: string;
  readonly name: string | undefined;
  /** Process and thread as the file writes them: numbers, or numerals. */
  readonly pid: string;
  readonly tid: string;
  /** Microseconds; NaN where there is none. */
  readonly at: number;
  readonly id: string | undefined;
  /** Unchecked: `args` of the event. */
  readonly args: unknown;
  /** The event itself, for members that only some phases have. */
  readonly source: unknown;
}

/** The event, or undefined where an entry of the list is none. */
export function readTraceEvent(source: unknown): TraceEvent | undefined {
  const phase = textOf(source, 'ph');
  if (phase === undefined || !isRecord(source)) return undefined;
  const at = asTime(member(source, 'ts'));
  return {
    phase,
    name: textOf(source, 'name'),
    pid: asId(member(source, 'pid')) ?? '0',
    tid: asId(member(source, 'tid')) ?? '0',
    at: at ?? NaN,
    id: textOf(source, 'id'),
    args: member(source, 'args'),
    source,
  };
}
