/**
 * What sort of code a frame is, for colour and for questions like "how much is the kernel?":
 *
 * - `application`: the program's own code, as far as names tell
 * - `library`: code that the program brings along: crates, packages, frameworks
 * - `runtime`: what every program of the language runs on: start-up, scheduler, standard library,
 *   interpreter, compiler, garbage collector
 * - `kernel`: kernel code, and the stubs through which a program enters it
 * - `memory`: allocators, also those inside the language's runtime
 * - `threads`: locks, condition variables, parking and waking, thread entry
 * - `idle`: nothing to do: the idle task, V8's `(idle)`
 * - `unknown`: no name, or none that a rule knows
 */
export const frameKinds = [
  'application',
  'library',
  'runtime',
  'memory',
  'threads',
  'kernel',
  'idle',
  'unknown',
] as const;
export type FrameKind = (typeof frameKinds)[number];

/** What a system call does, as far as its name tells. */
export const systemCallKinds = [
  'wake',
  'wait',
  'lock',
  'write',
  'read',
  'poll',
  'file',
  'memory',
  'network',
  'process',
  'time',
  'other',
] as const;
export type SystemCallKind = (typeof systemCallKinds)[number];

/** A system call by its own name, and what it does. */
export interface SystemCall {
  /** Without the prefixes and suffixes of stubs and wrappers: `__x64_sys_writev` is `writev`. */
  readonly name: string;
  readonly kind: SystemCallKind;
}
