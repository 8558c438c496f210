/** The line that opens a sample in the output of perf script. */
export interface EventLine {
  /** Name of the process or thread as the kernel knows it; it may hold spaces and digits. */
  readonly command: string;
  /** `tid` or `pid/tid`, as written. */
  readonly thread: string | undefined;
  /** Seconds and nanoseconds apart: a machine that is up for 104 days passes 2^53 nanoseconds. */
  readonly time: { readonly seconds: number; readonly nanoseconds: number } | undefined;
  /** How many events the sample stands for; `undefined` where the line does not say. */
  readonly period: number | undefined;
  /** `cycles:u`, `sched:sched_switch`… */
  readonly event: string | undefined;
  /** What follows the event: a one-line stack, or the fields of a tracepoint. */
  readonly tail: string;
}

const longestHead = 1000;
const timeShape = /^(\d+)\.(\d{1,9}):$/;
const threadShape = /^-?\d+(?:\/-?\d+)?$/;
const periodAndEvent = /^\s*(?:(\d+)\s+)?(\S.*?):(?=\s|$)/;

/**
 * Reads `command pid/tid [cpu] time: period event: …`, in which all but the command may be missing.
 * It is read from the time to both sides, since a command such as `worker 12` looks like a thread
 * and only the time looks like nothing else (perf_sample__fprintf_start in builtin-script.c of
 * Linux). Gives `undefined` for every other line.
 */
export function readEventLine(line: string): EventLine | undefined {
  return readTimedLine(line) ?? (/^\s/.test(line) ? undefined : readUntimedLine(line));
}

function readTimedLine(line: string): EventLine | undefined {
  const words = [...line.slice(0, longestHead).matchAll(/\S+/g)];
  const at = words.findIndex(([word]) => timeShape.test(word));
  const timeWord = words[at];
  if (timeWord === undefined) return undefined;
  const threadAt = findThread(words, at);
  const commandEnd = (threadAt === -1 ? timeWord : words[threadAt])?.index ?? 0;
  if (threadAt === -1 && line.slice(0, commandEnd).includes(' (')) return undefined;
  return {
    command: line.slice(0, commandEnd).trim(),
    thread: words[threadAt]?.[0],
    time: readTime(timeWord[0]),
    ...readEvent(line.slice(timeWord.index + timeWord[0].length)),
  };
}

/** The last thread before the time, which at most the CPU and two flags keep apart from it. */
function findThread(words: readonly RegExpExecArray[], time: number): number {
  for (let i = time - 1; i >= 0 && i >= time - 4; i--) {
    if (threadShape.test(words[i]?.[0] ?? '')) return i;
  }
  return -1;
}

function readTime(word: string): EventLine['time'] {
  const [, seconds = '', fraction = ''] = timeShape.exec(word) ?? [];
  return { seconds: Number(seconds), nanoseconds: Number(fraction.padEnd(9, '0')) };
}

/** Without a time (`-F comm,pid,event`): the first number after the command is its thread. */
function readUntimedLine(line: string): EventLine | undefined {
  const words = [...line.slice(0, longestHead).matchAll(/\S+/g)];
  const at = words.findIndex(([word], index) => index > 0 && threadShape.test(word));
  const threadWord = words[at];
  if (threadWord === undefined) return undefined;
  const rest = line.slice(threadWord.index + threadWord[0].length).replace(/^\s*\[\d+\]/, '');
  const read = readEvent(rest);
  if (read.event === undefined && rest.trim() !== '') return undefined;
  return {
    command: line.slice(0, threadWord.index).trim(),
    thread: threadWord[0],
    time: undefined,
    ...read,
  };
}

function readEvent(rest: string): Pick<EventLine, 'period' | 'event' | 'tail'> {
  const match = periodAndEvent.exec(rest);
  if (match === null) return { period: undefined, event: undefined, tail: rest.trim() };
  const [whole, period, event] = match;
  return {
    period: period === undefined ? undefined : Number(period),
    event,
    tail: rest.slice(whole.length).trim(),
  };
}
