import type { Profile } from '../model/profile.ts';
import { parseFrameName } from '../text/frame-name.ts';
import { kindsOfFrames } from './classify-frame.ts';
import type { SystemCall, SystemCallKind } from './frame-kinds.ts';
import { systemCallOf } from './system-calls.ts';

/** Which system call each stack is in. */
export interface SystemCallStacks {
  /** The calls that occur, each once. */
  readonly calls: readonly SystemCall[];
  /** By stack: index into `calls`, or -1 where the stack is in none. */
  readonly callOf: Int32Array;
}

/**
 * Finds the system call that each stack is in: the outermost frame that is one, where nothing but the
 * kernel follows. A wrapper that goes on in user code is none (a function named `read` may be any).
 *
 * One name can be many calls: for `futex`, the bare `syscall` and a `write` to an eventfd the kernel's
 * function inside, or the caller's name where stacks end at the border, tells whether it waits, wakes
 * or moves bytes.
 */
export function systemCallStacks(profile: Profile): SystemCallStacks {
  const { frames, stacks } = profile;
  const kinds = kindsOfFrames(profile);
  const callOfFrame = frames.names.map((name, i) => systemCallOf(name, frames.details[i]));
  const calls = new CallIndex();
  const callOf = new Int32Array(stacks.length).fill(-1);
  for (let i = 0; i < stacks.length; i++) {
    const prefix = stacks.prefix[i] ?? -1;
    const frame = stacks.frame[i] ?? 0;
    const outer = prefix < 0 ? -1 : (callOf[prefix] ?? -1);
    const inner = callOfFrame[frame];
    if (outer >= 0 && kinds[frame] === 'kernel') {
      callOf[i] = calls.refined(outer, inner ?? insideOf(frames.names[frame] ?? ''));
    } else if (inner !== undefined) {
      callOf[i] = calls.indexOf(byCaller(profile, prefix, inner));
    }
  }
  return { calls: calls.all, callOf };
}

class CallIndex {
  readonly all: SystemCall[] = [];
  readonly #known = new Map<string, number>();

  indexOf(call: SystemCall): number {
    const key = `${call.kind} ${call.name}`;
    let index = this.#known.get(key);
    if (index === undefined) {
      index = this.all.push(call) - 1;
      this.#known.set(key, index);
    }
    return index;
  }

  /** What a kernel frame inside adds to what the outer one said. */
  refined(outer: number, inner: SystemCall | undefined): number {
    const call = this.all[outer];
    if (call === undefined || inner === undefined) return outer;
    if (call.kind === 'other') return this.indexOf(inner);
    const says = /^(?:eventfd|futex_(?:wait|wake))/.test(inner.name);
    return says ? this.indexOf({ name: call.name, kind: inner.kind }) : outer;
  }
}

/** Writing to an eventfd wakes an event loop: no bytes move. Linux: fs/eventfd.c. */
function insideOf(name: string): SystemCall | undefined {
  const isEvent = /^eventfd_(?:write|read)$/.test(parseFrameName(name).symbol);
  return isEvent ? { name: 'eventfd', kind: 'wake' } : undefined;
}

function isVague({ name, kind }: SystemCall): boolean {
  return kind === 'other' || name === 'futex';
}

/** What wakes an event loop through a file: mio, libuv, Go's netpoller. */
const wakerFile = /\bWaker::wake|eventfd|uv__async_send|netpollBreak/;
const wakingCaller = /futex_?wake|unpark|wake|notify|signal|broadcast|unlock|post/i;
const waitingCaller = /futex_?wait|park|wait|sleep|acquire/i;
const lockingCaller = /lock_contended|lll_lock|mutex_lock|lock_slow/i;

/** The nearest of three callers that says what a call is for that its name does not tell. */
function byCaller({ frames, stacks }: Profile, from: number, call: SystemCall): SystemCall {
  if (!isVague(call) && call.kind !== 'write') return call;
  let at = from;
  for (let i = 0; i < 3 && at >= 0; i++) {
    const { symbol } = parseFrameName(frames.names[stacks.frame[at] ?? 0] ?? '');
    const kind = call.kind === 'write' ? kindOfWrite(symbol) : kindByCaller(symbol);
    if (kind !== undefined) return { name: call.name, kind };
    at = stacks.prefix[at] ?? -1;
  }
  return call;
}

function kindOfWrite(symbol: string): SystemCallKind | undefined {
  return wakerFile.test(symbol) ? 'wake' : undefined;
}

function kindByCaller(symbol: string): SystemCallKind | undefined {
  if (lockingCaller.test(symbol)) return 'lock';
  if (wakingCaller.test(symbol)) return 'wake';
  return waitingCaller.test(symbol) ? 'wait' : undefined;
}
