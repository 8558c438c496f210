/** The parts that profilers pack into one frame name. The name itself stays the frame's key. */
export interface FrameName {
  /** The function, without anything of the below. */
  readonly symbol: string;
  /** Binary or shared library: DTrace's `` libc.so`read ``, Windows' `ntdll.dll!NtReadFile`. */
  readonly library?: string;
  /** Source file, where the name carries it: py-spy's `run (server.py:12)`. */
  readonly file?: string;
  /** What a collapser marked the frame as. */
  readonly mark?: FrameMark;
}

export type FrameMark =
  'kernel' | 'jit' | 'inlined' | 'waker' | 'interpreted' | 'compiled' | 'native';

/** The marks of stackcollapse-perf.pl (`k j i w`) and async-profiler (`0 1 2`). */
const marks: Readonly<Record<string, FrameMark>> = {
  k: 'kernel',
  j: 'jit',
  i: 'inlined',
  w: 'waker',
  '0': 'interpreted',
  '1': 'compiled',
  '2': 'native',
};

const markPattern = /_\[([kjiw012])\]$/;
const dtracePattern = /^([^\s`]+)`(.+)$/s;
const windowsPattern = /^([\w.+-]+\.(?:dll|exe|sys))!(.+)$/is;
const binaryPattern = /^(.+) \((\/[^()]*|\[[^\]()]+\])\)$/s;
const sourcePattern = /^(.+) \((<[^()]+>|[^()]+\.\w+)(?::\d+)*\)$/s;

/** Takes a frame name apart; what is in no known form is all symbol. */
export function parseFrameName(name: string): FrameName {
  const mark = markPattern.exec(name);
  const rest = mark === null ? name : name.slice(0, mark.index);
  const marked = mark === null ? {} : { mark: marks[mark[1] ?? ''] ?? 'native' };
  const prefixed = dtracePattern.exec(rest) ?? windowsPattern.exec(rest);
  if (prefixed !== null)
    return { symbol: prefixed[2] ?? '', library: prefixed[1] ?? '', ...marked };
  const binary = binaryPattern.exec(rest);
  if (binary !== null) return { symbol: binary[1] ?? '', library: binary[2] ?? '', ...marked };
  const source = sourcePattern.exec(rest);
  if (source !== null) return { symbol: source[1] ?? '', file: source[2] ?? '', ...marked };
  return { symbol: rest, ...marked };
}
