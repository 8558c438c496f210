import type { FunctionFact, Reading } from '../flame/index.ts';
import type { Cause } from './plant-cause.ts';

// A cause that has less of the profile than this is not "the" cause.
const unknownShare = 0.2;
const recursionShare = 0.15;
const wrapperShare = 0.6;

/** What a reading of a profile points at: the drill is asked only where it is what was planted. */
export interface FoundCause {
  readonly cause: Cause;
  readonly culprit: string;
}

/**
 * The cause that the library's reading shows, by its shapes, cautions and hottest leaf; `undefined`
 * where nothing stands out. It knows nothing of what was planted.
 */
export function causeOfReading(reading: Reading): FoundCause | undefined {
  const unknown = reading.cautions.find(({ code }) => code === 'missing-symbols');
  if (unknown !== undefined && unknown.share >= unknownShare) {
    return { cause: 'missing-symbols', culprit: '[unknown]' };
  }
  const [recursion] = reading.shapes.filter(({ code }) => code === 'recursion');
  if (recursion !== undefined && recursion.share >= recursionShare) {
    return { cause: 'deep-recursion', culprit: recursion.frames[0] ?? '' };
  }
  const misleading = reading.cautions.find(({ code }) => code === 'name-misleads');
  if (misleading !== undefined && misleading.share >= wrapperShare) {
    return { cause: 'misleading-name', culprit: misleading.frames[0] ?? '' };
  }
  return causeOfLeaf(reading);
}

/** By what the hottest function is; it must be ahead of the second one beyond doubt. */
function causeOfLeaf(reading: Reading): FoundCause | undefined {
  const [first, second] = reading.hotBySelf;
  if (first === undefined || first.self.share < 0.12) return undefined;
  if (second !== undefined && first.self.weight < 1.3 * second.self.weight) return undefined;
  const cause = causeOfKind(reading, first);
  return cause === undefined ? undefined : { cause, culprit: first.name };
}

const causeOfCall: Readonly<Record<string, Cause>> = {
  wake: 'wake-storm',
  write: 'small-writes',
  lock: 'lock-convoy',
};

function causeOfKind(reading: Reading, { name, kind }: FunctionFact): Cause | undefined {
  if (kind === 'memory') return 'allocation-churn';
  const call = reading.systemCalls.calls.find(({ frame }) => frame === name);
  if (call !== undefined) return causeOfCall[call.kind];
  if (kind === 'threads' && /lock|mutex|monitor/i.test(name)) return 'lock-convoy';
  const isScattered = reading.shapes.some(
    ({ code, frames }) => code === 'scattered-leaf' && frames[0] === name,
  );
  if (isScattered) return 'many-callers';
  return kind === 'application' ? 'busy-poll' : undefined;
}
