import { asNumber, asTime, isArray, member } from '../json/json-value.ts';

/**
 * When each sample was taken, in microseconds from the first, never falling.
 *
 * `timeDeltas[i]` is the time before sample i, counted from the sample before it (the first: from
 * the profile's start); the old format has `timestamps` instead. V8 may note a sample late, so a
 * delta can be negative. Taking it as 0 would make the profile longer than the recording was.
 * Instead a run of equal samples starts when its first one was taken, though never before the run
 * before it, and its samples are kept inside it.
 *
 * Undefined where the file does not give a time for each sample.
 */
export function readClock(profile: unknown, samples: readonly unknown[]): Float64Array | undefined {
  const raw = rawTimes(profile, samples.length);
  if (raw === undefined) return undefined;
  const clock = new Float64Array(raw.length);
  let runStart = 0;
  for (let run = 0; run < raw.length;) {
    let end = run + 1;
    while (end < raw.length && samples[end] === samples[run]) end++;
    const nextStart = Math.max(runStart, raw[end] ?? raw[raw.length - 1] ?? 0);
    let now = runStart;
    for (let i = run; i < end; i++) {
      now = Math.min(nextStart, Math.max(now, raw[i] ?? now));
      clock[i] = now;
    }
    runStart = nextStart;
    run = end;
  }
  return clock;
}

/** Times in microseconds from the first sample, as the file has them: they may fall. */
function rawTimes(profile: unknown, length: number): Float64Array | undefined {
  const deltas = member(profile, 'timeDeltas');
  const values = isArray(deltas) ? deltas : member(profile, 'timestamps');
  if (!isArray(values) || values.length < length || length === 0) return undefined;
  const times = new Float64Array(length);
  const first = asNumber(values[0]) ?? 0;
  let now = 0;
  for (let i = 1; i < length; i++) {
    const value = asNumber(values[i]);
    if (value === undefined) return undefined;
    now = values === deltas ? now + value : value - first;
    if (asTime(now) === undefined) return undefined;
    times[i] = now;
  }
  return times;
}
