import type { FrameDetail } from '../../model/profile.ts';

/** DTrace's and inferno's `module`symbol`: no blank or bracket in the module. */
const moduleAndSymbol = /^([^`\s<>()[\]{}"';]+)`/;

/** Suffixes of stackcollapse-perf.pl and async-profiler, and what they call the frame. */
const marks: ReadonlyMap<string, FrameDetail> = new Map([
  ['_[k]', { mark: 'kernel' }],
  ['_[j]', { mark: 'jit' }],
  ['_[i]', { mark: 'inlined', inlined: true }],
  ['_[w]', { mark: 'waker' }],
  ['_[0]', { mark: 'interpreted' }],
  ['_[1]', { mark: 'c1' }],
]);

/** What a name of folded stacks says beside the name. The name itself is kept as it is. */
export function detailOfName(name: string): FrameDetail | undefined {
  if (name.endsWith(']')) {
    const detail = marks.get(name.slice(-4));
    if (detail !== undefined) return detail;
  }
  if (!name.includes('`')) return undefined;
  const library = moduleAndSymbol.exec(name)?.[1];
  return library === undefined ? undefined : { library };
}
