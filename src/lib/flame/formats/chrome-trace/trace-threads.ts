import { textOf } from '../json/json-value.ts';
import type { TraceEvent } from './trace-event.ts';

/** Names that metadata events give to processes and threads. */
export interface TraceNames {
  readonly processes: ReadonlyMap<string, string>;
  readonly threads: ReadonlyMap<string, string>;
}

/** Key of a thread: thread ids are unique only within their process. */
const threadKey = (pid: string, tid: string): string => `${pid}:${tid}`;

export function readTraceNames(events: readonly TraceEvent[]): TraceNames {
  const processes = new Map<string, string>();
  const threads = new Map<string, string>();
  for (const { phase, name, pid, tid, args } of events) {
    if (phase !== 'M') continue;
    const given = textOf(args, 'name');
    if (given === undefined || given === '') continue;
    if (name === 'process_name') processes.set(pid, given);
    if (name === 'thread_name') threads.set(threadKey(pid, tid), given);
  }
  return { processes, threads };
}

/** `Renderer (pid 7), Compositor (tid 9)`, as far as the names are known. */
export function nameOfThread({ processes, threads }: TraceNames, pid: string, tid: string): string {
  const process = processes.get(pid);
  const thread = threads.get(threadKey(pid, tid));
  if (process !== undefined && thread !== undefined) {
    return `${process} (pid ${pid}), ${thread} (tid ${tid})`;
  }
  const known = process ?? thread;
  return known === undefined ? `pid ${pid}, tid ${tid}` : `${known} (pid ${pid}, tid ${tid})`;
}

/** Items of each thread, in order of process and thread id. */
export function byThread<Item extends { readonly pid: string; readonly tid: string }>(
  items: readonly Item[],
): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = threadKey(item.pid, item.tid);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()].sort((a, b) => compareThreads(a[0], b[0]));
}

function compareThreads(
  a: { readonly pid: string; readonly tid: string } | undefined,
  b: { readonly pid: string; readonly tid: string } | undefined,
): number {
  return compareIds(a?.pid ?? '', b?.pid ?? '') || compareIds(a?.tid ?? '', b?.tid ?? '');
}

function compareIds(a: string, b: string): number {
  const difference = Number(a) - Number(b);
  if (Number.isFinite(difference)) return difference;
  return a < b ? -1 : a > b ? 1 : 0;
}
