import { noStack, ProfileBuilder } from '../model/profile-builder.ts';
import type { FrameDetail, Profile } from '../model/profile.ts';
import type { ImportReport } from './import-issue.ts';
import { numberedLines } from './lines/numbered-lines.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { requireSamples } from './stacks/require-samples.ts';
import { say } from './say.ts';

/** `"http-nio-8080-exec-1" #31 daemon prio=5 … runnable  [0x…]`; the name may hold quotes. */
const threadHead = /^"(.*)" (?:#\d+|\[|prio=|daemon|os_prio=)/;
const frameLine = /^\s+at ([^(]+)\(([^)]*)\)/;

/**
 * Thread dumps of the JVM (`jstack`, `kill -3`, `jcmd … Thread.print`), any number of them in a
 * row: each thread of each dump is one sample under the thread's name. Threads are seen whether
 * they run or wait, and the JVM looks at them only where it is safe to.
 */
export const jstack: ProfileFormat = {
  id: 'jstack',
  label: 'JVM thread dump (jstack)',
  extensions: ['jstack', 'tdump', 'txt'],

  sniff({ text }: FileHead): number {
    return /^Full thread dump /m.test(text) ? 0.95 : 0;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const builder = new ProfileBuilder();
    let thread: { name: string; frames: JvmFrame[] } | undefined;
    let frameless = 0;
    const finish = (): void => {
      if (thread !== undefined && !addSample(builder, thread.name, thread.frames)) frameless++;
      thread = undefined;
    };
    for (const { line } of numberedLines(input.text())) {
      const [, name] = threadHead.exec(line) ?? [];
      if (name !== undefined) {
        finish();
        thread = { name, frames: [] };
      } else if (line.trim() === '') finish();
      else {
        const [, method, place = ''] = frameLine.exec(line) ?? [];
        if (method !== undefined) thread?.frames.push({ name: method, detail: detailOf(place) });
      }
    }
    finish();
    if (frameless > 0) {
      report.add({
        code: 'no-stack',
        ...say`${frameless} threads show no Java frames (the JVM's own threads). They are not in the profile.`,
        count: frameless,
      });
    }
    const name = input.fileName ?? 'thread dump';
    return requireSamples([builder.build(name, 'samples')], this.label, report);
  },
};

interface JvmFrame {
  readonly name: string;
  readonly detail: FrameDetail | undefined;
}

/** `java.base@17.0.15/Reference.java:253`, `App.java:10`, `Native Method`. */
function detailOf(place: string): FrameDetail | undefined {
  const slash = place.lastIndexOf('/');
  const module = slash === -1 ? undefined : place.slice(0, slash).replace(/@.*$/, '');
  const source = place.slice(slash + 1);
  const [, file, line] = /^(.+):(\d+)$/.exec(source) ?? [];
  const isNative = source === 'Native Method';
  return {
    ...(module === undefined ? {} : { library: module }),
    ...(file === undefined ? {} : { file, line: Number(line) }),
    ...(isNative ? { mark: 'native' } : {}),
  };
}

/** Frames are leaf first; the thread's name is the root. */
function addSample(builder: ProfileBuilder, thread: string, frames: readonly JvmFrame[]): boolean {
  if (frames.length === 0) return false;
  let stack = builder.stack(noStack, builder.frame(thread));
  for (let i = frames.length - 1; i >= 0; i--) {
    const frame = frames[i];
    if (frame !== undefined) stack = builder.stack(stack, builder.frame(frame.name, frame.detail));
  }
  builder.sample(stack, 1);
  return true;
}
