import type { Profile } from '../model/profile.ts';
import { compareNames } from '../model/compare-names.ts';
import type { FunctionTotal } from './function-totals.ts';
import { functionTotals } from './function-totals.ts';

/** One function before and after. */
export interface FunctionChange {
  readonly name: string;
  readonly before: { readonly self: number; readonly total: number };
  readonly after: { readonly self: number; readonly total: number };
  /** After minus before. */
  readonly selfChange: number;
  readonly totalChange: number;
  readonly status: 'appeared' | 'vanished' | 'common';
}

/**
 * What became of each function, the largest change of its self weight first (then by name).
 * `normalize: 'total'` scales `before` to the total of `after`.
 */
export function functionChanges(
  before: Profile,
  after: Profile,
  { normalize }: { readonly normalize: 'none' | 'total' },
): FunctionChange[] {
  const isScaled = normalize === 'total' && before.totalWeight !== 0;
  const scale = isScaled ? after.totalWeight / before.totalWeight : 1;
  const was = byName(functionTotals(before));
  const is = byName(functionTotals(after));
  const names = new Set([...was.keys(), ...is.keys()]);
  return [...names]
    .map((name) => changeOf(name, was.get(name), is.get(name), scale))
    .sort(
      (a, b) => Math.abs(b.selfChange) - Math.abs(a.selfChange) || compareNames(a.name, b.name),
    );
}

function byName(totals: readonly FunctionTotal[]): Map<string, FunctionTotal> {
  return new Map(totals.map((total) => [total.name, total]));
}

function changeOf(
  name: string,
  was: FunctionTotal | undefined,
  is: FunctionTotal | undefined,
  scale: number,
): FunctionChange {
  const before = { self: (was?.self ?? 0) * scale, total: (was?.total ?? 0) * scale };
  const after = { self: is?.self ?? 0, total: is?.total ?? 0 };
  return {
    name,
    before,
    after,
    selfChange: after.self - before.self,
    totalChange: after.total - before.total,
    status: was === undefined ? 'appeared' : is === undefined ? 'vanished' : 'common',
  };
}
