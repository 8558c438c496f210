import type { SystemCall, SystemCallKind } from '../frame-kinds.ts';
import { systemCallKinds } from '../frame-kinds.ts';
import { systemCallStacks } from '../system-call-stacks.ts';
import type { ProfileView } from './profile-view.ts';
import { WeightByName } from './profile-view.ts';
import type { Reading, SystemCallGroup } from './reading.ts';

/** What calls of a kind are for; a write under a logger is `log` instead. */
export const groupOfKind: Readonly<Record<SystemCallKind, SystemCallGroup>> = {
  wake: 'hand-off',
  wait: 'hand-off',
  lock: 'hand-off',
  write: 'bytes',
  read: 'bytes',
  poll: 'event-loop',
  file: 'files',
  memory: 'memory',
  network: 'rest',
  process: 'rest',
  time: 'rest',
  other: 'rest',
};

/** Loggers and standard output, by frames that stand above the write. */
const loggingFrame =
  /stdio|[Ss]tdout|[Ss]tderr|\btracing(?:_subscriber|_core|_log)?::|\b(?:env_)?log(?:ger)?::|\bslog::|fmt_layer|println|_print\b|syslog|log4j|logback|java[./]util[./]logging|\bglog\b|spdlog|\blog\.\(\*Logger\)|zap\.|zerolog|consoleCall|console\.log|logging\/__init__/;

/** Whether a name is of a logger: what is called from it writes a log, whatever it writes to. */
export function isLoggingFrame(name: string): boolean {
  return loggingFrame.test(name);
}

interface CallWeights {
  readonly call: SystemCall;
  weight: number;
  logged: number;
  readonly frames: WeightByName;
  readonly callers: WeightByName;
}

/** All system calls of a profile: each, by kind, and by what they are for. */
export function systemCallTable(view: ProfileView): Reading['systemCalls'] {
  const found = weighCalls(view);
  const { measure } = view;
  const sum = (weights: readonly CallWeights[]) =>
    weights.reduce((all, each) => all + each.weight, 0);
  const calls = found.map(({ call, weight, frames, callers }) => ({
    ...measure(weight),
    ...call,
    frame: frames.heaviest(1)[0]?.name ?? call.name,
    callers: callers.heaviest(5),
  }));
  const kinds = systemCallKinds
    .map((kind) => ({ kind, of: found.filter(({ call }) => call.kind === kind) }))
    .filter(({ of }) => of.length > 0)
    .map(({ kind, of }) => ({ kind, ...measure(sum(of)), calls: of.map(({ call }) => call.name) }))
    .sort((a, b) => b.weight - a.weight);
  return { all: measure(sum(found)), calls, kinds, groups: groupsOf(found, measure) };
}

function groupsOf(found: readonly CallWeights[], measure: ProfileView['measure']) {
  const groups = new Map<SystemCallGroup, { weight: number; calls: string[] }>();
  const add = (group: SystemCallGroup, weight: number, name: string) => {
    if (weight === 0) return;
    const known = groups.get(group) ?? { weight: 0, calls: [] };
    known.weight += weight;
    known.calls.push(name);
    groups.set(group, known);
  };
  for (const { call, weight, logged } of found) {
    add(groupOfKind[call.kind], weight - logged, call.name);
    add('log', logged, call.name);
  }
  return [...groups]
    .map(([group, { weight, calls }]) => ({ group, ...measure(weight), calls }))
    .sort((a, b) => b.weight - a.weight);
}

function weighCalls(view: ProfileView): CallWeights[] {
  const { profile } = view;
  const { samples } = profile;
  const { calls, callOf } = systemCallStacks(profile);
  const found = calls.map((call): CallWeights => ({
    call,
    weight: 0,
    logged: 0,
    frames: new WeightByName(),
    callers: new WeightByName(),
  }));
  const isLogging = loggingStacks(view);
  for (let i = 0; i < samples.length; i++) {
    const stack = samples.stack[i] ?? -1;
    const weights = found[stack < 0 ? -1 : (callOf[stack] ?? -1)];
    if (weights === undefined) continue;
    const weight = samples.weight[i] ?? 0;
    const entry = outermostOfCall(view, callOf, stack);
    weights.weight += weight;
    if (weights.call.kind === 'write' && isLogging[stack] === 1) weights.logged += weight;
    weights.frames.add(nameOfStack(view, entry), weight);
    const caller = callerOutside(view, entry);
    if (caller >= 0) weights.callers.add(nameOfStack(view, caller), weight);
  }
  return found.filter(({ weight }) => weight !== 0).sort((a, b) => b.weight - a.weight);
}

/** The stack that ends at the frame through which the call was entered. */
function outermostOfCall({ profile }: ProfileView, callOf: Int32Array, stack: number): number {
  let at = stack;
  for (;;) {
    const prefix = profile.stacks.prefix[at] ?? -1;
    if (prefix < 0 || (callOf[prefix] ?? -1) < 0) return at;
    at = prefix;
  }
}

/** Over the kernel's entry and the wrapper that calls it: to code that is not the system's. */
function callerOutside({ profile, kinds }: ProfileView, entry: number): number {
  const { prefix, frame } = profile.stacks;
  let at = prefix[entry] ?? -1;
  while (at >= 0 && kinds[frame[at] ?? 0] === 'kernel') at = prefix[at] ?? -1;
  return at;
}

function nameOfStack({ profile }: ProfileView, stack: number): string {
  return profile.frames.names[profile.stacks.frame[stack] ?? 0] ?? '';
}

function loggingStacks({ profile }: ProfileView): Uint8Array {
  const { frames, stacks } = profile;
  const isLogger = frames.names.map(isLoggingFrame);
  const logging = new Uint8Array(stacks.length);
  for (let i = 0; i < stacks.length; i++) {
    const prefix = stacks.prefix[i] ?? -1;
    const isInside = prefix >= 0 && logging[prefix] === 1;
    if (isInside || isLogger[stacks.frame[i] ?? 0] === true) logging[i] = 1;
  }
  return logging;
}
