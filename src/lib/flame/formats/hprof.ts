import { noStack, ProfileBuilder } from '../model/profile-builder.ts';
import type { FrameDetail, Profile } from '../model/profile.ts';
import { ImportError } from './import-error.ts';
import type { ImportReport } from './import-issue.ts';
import { numberedLines } from './lines/numbered-lines.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { brokenStack } from './stacks/linked-stacks.ts';
import { requireSamples } from './stacks/require-samples.ts';
import { SampleIntake } from './stacks/sample-intake.ts';

interface JavaFrame {
  readonly name: string;
  readonly detail: FrameDetail | undefined;
}

/**
 * ASCII output of the old JVM agent (`-agentlib:hprof=cpu=samples`, to Java 8): `TRACE` records
 * with frames leaf first, and a table `CPU SAMPLES` that counts them.
 */
export const hprof: ProfileFormat = {
  id: 'hprof',
  label: 'hprof CPU samples (Java, text)',
  extensions: ['hprof', 'hprof.txt'],

  sniff({ text }: FileHead): number {
    return /^JAVA PROFILE 1\.0\.\d/.test(text) ? 0.9 : 0;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const { traces, counts } = readRecords(input.text());
    if (counts.size === 0) {
      throw new ImportError('no-samples', 'The file holds no table of CPU samples.', {
        advice: 'Record with "-agentlib:hprof=cpu=samples,depth=30" and let the program end.',
      });
    }
    const name = input.fileName ?? 'hprof';
    const builder = new ProfileBuilder();
    const intake = new SampleIntake(builder, { scale: 1 });
    for (const [trace, count] of counts) {
      const frames = traces.get(trace);
      intake.add(frames === undefined ? brokenStack : stackOf(frames, builder), count);
    }
    intake.reportTo(report, name, 'samples');
    return requireSamples([builder.build(name, 'samples')], this.label, report);
  },
};

function readRecords(text: string): {
  traces: Map<string, JavaFrame[]>;
  counts: Map<string, number>;
} {
  const traces = new Map<string, JavaFrame[]>();
  const counts = new Map<string, number>();
  let frames: JavaFrame[] | undefined;
  let isTable = false;
  for (const { line } of numberedLines(text)) {
    const [, trace] = /^TRACE (\d+):/.exec(line) ?? [];
    if (trace !== undefined) traces.set(trace, (frames = []));
    else if (/^CPU SAMPLES BEGIN/.test(line)) isTable = true;
    else if (/^CPU SAMPLES END/.test(line)) isTable = false;
    else if (isTable) {
      const [, count, id] = /^\s*\d+\s+[\d.]+%\s+[\d.]+%\s+(\d{1,15})\s+(\d+)\s/.exec(line) ?? [];
      if (count !== undefined && id !== undefined) counts.set(id, Number(count));
    } else if (line.startsWith('\t') && frames !== undefined) frames.push(readFrame(line.trim()));
    else frames = undefined;
  }
  return { traces, counts };
}

/** `java.io.RandomAccessFile.close(RandomAccessFile.java:543)` taken apart. */
function readFrame(text: string): JavaFrame {
  const open = text.endsWith(')') ? text.lastIndexOf('(') : -1;
  if (open < 1) return { name: text, detail: undefined };
  const [file = '', line] = text.slice(open + 1, -1).split(':');
  const number = Number(line);
  const detail = file === '' ? undefined : number > 0 ? { file, line: number } : { file };
  return { name: text.slice(0, open), detail };
}

/** An empty trace is a thread without Java frames: no stack. */
function stackOf(frames: readonly JavaFrame[], builder: ProfileBuilder): number {
  let stack = noStack;
  for (let i = frames.length - 1; i >= 0; i--) {
    const frame = frames[i];
    if (frame === undefined || frame.name === '<empty>') continue;
    stack = builder.stack(stack, builder.frame(frame.name, frame.detail));
  }
  return stack;
}
