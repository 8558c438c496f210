import type { ImportReport } from '../import-issue.ts';
import { isArray, isRecord, listOf, member, type JsonRecord } from '../json/json-value.ts';
import { findJsonFault } from '../json/json-fault.ts';
import { jsonError, placeOf, unexpectedShape } from '../json/parsed-json.ts';
import type { FormatInput } from '../profile-format.ts';
import { readTraceEvent, type TraceEvent } from './trace-event.ts';
import { say } from '../say.ts';

export interface Trace {
  readonly events: readonly TraceEvent[];
  /** `samples` and `stackFrames` of the object form; unchecked. */
  readonly samples: readonly unknown[];
  readonly stackFrames: JsonRecord;
}

/**
 * The events of a trace: a bare list, or an object with `traceEvents`. A list may lack its end
 * (the format allows that, since a crashing program cannot write it); then everything up to the
 * last complete event is read.
 */
export function readTrace(input: FormatInput, report: ImportReport): Trace {
  const file = input.json() ?? parseCutTrace(input.text(), report);
  const list = isArray(file) ? file : listOf(file, 'traceEvents');
  if (list === undefined) throw unexpectedShape('Chrome trace', 'it has no list of events');
  const events: TraceEvent[] = [];
  for (const entry of list) {
    const event = readTraceEvent(entry);
    if (event !== undefined) events.push(event);
  }
  if (events.length < list.length) {
    report.add({
      code: 'bad-event',
      ...say`${list.length - events.length} entries of the list are no events. They were left out.`,
      count: list.length - events.length,
    });
  }
  const stackFrames = member(file, 'stackFrames');
  return {
    events,
    samples: listOf(file, 'samples') ?? [],
    stackFrames: isRecord(stackFrames) ? stackFrames : {},
  };
}

/** The list of events up to its last complete one, of text that is not JSON to its end. */
function parseCutTrace(text: string, report: ImportReport): unknown {
  const fault = findJsonFault(text);
  const inList = fault?.open[0] === '[';
  const inObject = fault?.open[0] === '{' && fault.open[1] === '[';
  const end = fault?.completeTo[inList ? 0 : 1];
  if (fault === undefined || (!inList && !inObject) || end === undefined) throw jsonError(text);
  const rest = text.slice(end);
  if (!/^[\s,]*$/.test(rest)) {
    report.add({
      code: 'truncated',
      ...say`The JSON breaks off: ${fault.why}. Everything before it was read.`,
      line: placeOf(text, fault.at).line,
      excerpt: rest,
    });
  }
  return parsedOrError(`${text.slice(0, end)}${inList ? ']' : ']}'}`, text);
}

function parsedOrError(repaired: string, text: string): unknown {
  try {
    return JSON.parse(repaired) as unknown;
  } catch {
    throw jsonError(text);
  }
}
