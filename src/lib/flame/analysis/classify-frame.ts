import type { FrameDetail, Profile } from '../model/profile.ts';
import { parseFrameName } from '../text/frame-name.ts';
import type { FrameName } from '../text/frame-name.ts';
import { plainSymbol } from '../text/symbol.ts';
import type { FrameKind, SystemCall } from './frame-kinds.ts';
import type { KindRule } from './kind-rules.ts';
import { kindByRoot, libraryPaths, placeRules, symbolRules } from './kind-rules.ts';
import { isSystemCallName, systemCallOf } from './system-calls.ts';

/** What a frame is, and what told. */
export interface FrameClass {
  readonly kind: FrameKind;
  /** Set when the frame is a system call's stub, wrapper or entry. */
  readonly systemCall?: SystemCall;
  /** Where the knowledge is from: a document, a source file, or `the frame's mark`. */
  readonly source: string;
}

/**
 * What kind of code a frame is, from its name and what the file says of it. Rules are data:
 * `kind-rules.ts`, `system-calls.ts`. They know Rust, Go, C/C++, the JVM, Node and Python on Linux
 * and macOS; a name that nothing knows is `application`, since everything else has a pattern.
 */
export function kindOfFrame(name: string, detail?: FrameDetail): FrameKind {
  return classifyFrame(name, detail).kind;
}

/** `kindOfFrame` with the system call and the source of the decision. */
export function classifyFrame(name: string, detail?: FrameDetail): FrameClass {
  const parsed = parseFrameName(name);
  const symbol = plainSymbol(parsed.symbol);
  const library = detail?.library ?? parsed.library ?? '';
  const file = detail?.file ?? parsed.file ?? '';
  const marked = kindOfMark(parsed, detail);
  if (marked === 'kernel') return withCall(name, detail, { kind: 'kernel', source: frameMark });
  const place = placeRules.find(
    (rule) => rule.library?.test(library) === true || rule.file?.test(file) === true,
  );
  if (place !== undefined && place.kind !== 'runtime') return withCall(name, detail, place);
  const systemCall = systemCallOf(name, detail);
  if (systemCall !== undefined) return { kind: 'kernel', systemCall, source: 'syscalls(2)' };
  const found = bySymbol(symbol);
  if (place !== undefined && (found === undefined || !isNarrow(found.kind))) return pickOf(place);
  return found ?? { kind: 'application', source: 'no rule knows the name' };
}

const frameMark = 'the frame’s mark';

function withCall(name: string, detail: FrameDetail | undefined, found: FrameClass | KindRule) {
  const { kind, source } = found;
  const systemCall = kind === 'kernel' ? systemCallOf(name, detail) : undefined;
  return systemCall === undefined ? { kind, source } : { kind, source, systemCall };
}

/** In libjvm or libc, a collector or a lock says more than "runtime". */
function isNarrow(kind: FrameKind): boolean {
  return kind === 'memory' || kind === 'threads' || kind === 'idle';
}

function pickOf({ kind, source }: KindRule): FrameClass {
  return { kind, source };
}

function kindOfMark(parsed: FrameName, detail: FrameDetail | undefined): FrameKind | undefined {
  const mark = parsed.mark ?? detail?.mark;
  if (mark === 'kernel') return 'kernel';
  return undefined;
}

function bySymbol(symbol: string): FrameClass | undefined {
  const rule = symbolRules.find((each) => each.symbol?.test(symbol) === true);
  if (rule !== undefined) return { kind: rule.kind, source: rule.source };
  const known = kindByRoot.get(rootOfPath(symbol));
  if (known !== undefined) return { kind: known, source: 'the first word of the path' };
  const path = libraryPaths.find((each) => each.symbol?.test(symbol) === true);
  return path === undefined ? undefined : { kind: path.kind, source: path.source };
}

/**
 * `hyper` of `<hyper::proto::Conn<I,B> as Future>::poll`: whose type it is, not whose trait. The
 * trait tells where the type is a parameter: `axum` of `<F as axum::handler::Handler<T>>::call`.
 */
function rootOfPath(symbol: string): string {
  const path = /^[<&_[(*]*(?:'\w+ )?(?:mut |dyn |impl |const )?(?:[A-Z]\w? as )?(\w+)::/.exec(
    symbol,
  );
  return path?.[1] ?? '';
}

/**
 * The kinds of all frames of a profile, by frame index. It sees more than single names do: what a
 * kernel's entry point calls is kernel code, though a folded file may not mark it; and what calls
 * the entry point and is named like a system call is its wrapper.
 */
export function kindsOfFrames(profile: Profile): FrameKind[] {
  const kindOf = kindTellerOf(profile);
  return profile.frames.names.map((_, frame) => kindOf(frame));
}

/**
 * `kindsOfFrames` for one frame at a time: a name costs microseconds, and of a large profile only
 * some are drawn. Nothing is remembered.
 */
export function kindTellerOf({ frames, stacks }: Profile): (frame: number) => FrameKind {
  const byName = (frame: number) => kindOfFrame(frames.names[frame] ?? '', frames.details[frame]);
  const isEntry = frames.names.map((name) => isKernelEntry(name));
  if (!isEntry.includes(true)) return byName;
  const inKernel = new Uint8Array(stacks.length);
  const isKernel = new Uint8Array(frames.length);
  const isWrapper = new Uint8Array(frames.length);
  for (let i = 0; i < stacks.length; i++) {
    const prefix = stacks.prefix[i] ?? -1;
    const frame = stacks.frame[i] ?? 0;
    const isInside = prefix >= 0 && inKernel[prefix] === 1;
    if (isEntry[frame] !== true && !isInside) continue;
    inKernel[i] = 1;
    isKernel[frame] = 1;
    const caller = prefix < 0 ? undefined : stacks.frame[prefix];
    if (isInside || caller === undefined || isWrapper[caller] === 1) continue;
    if (isSystemCallName(frames.names[caller] ?? '')) isWrapper[caller] = 1;
  }
  return (frame) => {
    if (isWrapper[frame] === 1) return 'kernel';
    const kind = byName(frame);
    return isKernel[frame] === 1 && kind !== 'idle' ? 'kernel' : kind;
  };
}

function isKernelEntry(name: string): boolean {
  return hintOfEntry.test(name) && kernelEntry.test(parseFrameName(name).symbol);
}

/** Is in every name that `kernelEntry` fits, and quick to look for. */
const hintOfEntry = /entry_SYSCALL|system_call|syscall|el0|asm_|page_fault|ret_from_fork|_sys_/;

/** Where user code ends and the kernel begins. Linux: arch/x86/entry, arch/arm64/kernel/entry. */
const kernelEntry =
  /^(?:entry_SYSCALL_\w+|do_syscall_64|system_call_fastpath|system_call|el0t?_\w+|asm_(?:exc|sysvec|common_interrupt)\w*|page_fault|ret_from_fork\w*|__x64_sys_\w+|__arm64_sys_\w+)$/;
