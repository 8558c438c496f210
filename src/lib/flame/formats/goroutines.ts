import { noStack, ProfileBuilder } from '../model/profile-builder.ts';
import type { FrameDetail, Profile } from '../model/profile.ts';
import type { ImportReport } from './import-issue.ts';
import { numberedLines } from './lines/numbered-lines.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { requireSamples } from './stacks/require-samples.ts';
import { say } from './say.ts';

interface GoFrame {
  readonly name: string;
  readonly detail: FrameDetail | undefined;
}

/** `goroutine 41 [select, 5 minutes]:` */
const dumpHead = /^goroutine \d+ (?:gp=\S+ m=\S+ (?:mp=\S+ )?)?\[([^\]]*)\]:/;

/**
 * Dumps of all goroutines: `/debug/pprof/goroutine?debug=1` (equal stacks counted), `debug=2` and
 * what a crashing Go program prints (one by one). A dump is one look at the program: the weight is
 * goroutines, which were waiting as often as running.
 */
export const goroutines: ProfileFormat = {
  id: 'goroutines',
  label: 'Go goroutine dump',
  extensions: ['txt', 'debug'],

  sniff({ text }: FileHead): number {
    if (/^goroutine profile: total \d+/.test(text)) return 0.95;
    return /^goroutine \d+ .*\[.*\]:\s*$/m.test(text.slice(0, 8000)) ? 0.85 : 0;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const text = input.text();
    const builder = new ProfileBuilder();
    const isCounted = /^goroutine profile: total \d+/.test(text);
    if (isCounted) readCounted(text, builder);
    else readDumps(text, builder, report);
    const name = input.fileName ?? 'goroutines';
    return requireSamples([builder.build(name, 'count')], this.label, report);
  },
};

/** `3 @ 0x1 0x2`, then `#	0x1	main.work+0x5	/src/main.go:7` a frame, leaf first. */
function readCounted(text: string, builder: ProfileBuilder): void {
  let count: number | undefined;
  let frames: GoFrame[] = [];
  const finish = (): void => {
    if (count !== undefined) addSample(builder, frames, count);
    count = undefined;
    frames = [];
  };
  for (const { line } of numberedLines(text)) {
    const [, counted] = /^(\d{1,15}) @/.exec(line) ?? [];
    if (counted !== undefined) {
      finish();
      count = Number(counted);
      continue;
    }
    const [mark, address, symbol, place] = line.split(/\t+/);
    if (mark !== '#' || symbol === undefined) continue;
    const name = symbol.trim().replace(/\+0x[0-9a-f]+$/, '');
    frames.push({ name, detail: { ...placeDetail(place), ...(address ? { address } : {}) } });
  }
  finish();
}

/** Blocks of `package.function(arguments)` and, indented, `/src/file.go:7 +0x5`; leaf first. */
function readDumps(text: string, builder: ProfileBuilder, report: ImportReport): void {
  let frames: GoFrame[] | undefined;
  let name: string | undefined;
  let elided = 0;
  const finish = (): void => {
    if (frames !== undefined) addSample(builder, frames, 1);
    frames = undefined;
  };
  for (const { line } of numberedLines(text)) {
    if (dumpHead.test(line)) {
      finish();
      frames = [];
    } else if (frames === undefined) continue;
    else if (line === '') finish();
    else if (/^\.\.\.(additional|\d+ )?.*frames elided\.\.\.$/.test(line)) elided++;
    else if (line.startsWith('\t') && name !== undefined) {
      frames.push({ name, detail: placeDetail(line.trim().replace(/ \+0x[0-9a-f]+$/, '')) });
      name = undefined;
    } else name = nameOfCall(line);
  }
  finish();
  if (elided === 0) return;
  report.add({
    code: 'cut-stack',
    ...say`${elided} stacks were cut by the Go runtime, which prints 100 frames at most.`,
    count: elided,
  });
}

/** The call without its arguments; the goroutine that created this one is its root. */
function nameOfCall(line: string): string {
  const created = /^created by (.+?)(?: in goroutine \d+)?$/.exec(line);
  if (created?.[1] !== undefined) return created[1];
  const open = line.endsWith(')') ? line.lastIndexOf('(') : -1;
  return open > 0 ? line.slice(0, open) : line;
}

function placeDetail(place: string | undefined): FrameDetail | undefined {
  const [, file, line] = /^(.+):(\d+)$/.exec(place?.trim() ?? '') ?? [];
  return file === undefined ? undefined : { file, line: Number(line) };
}

function addSample(builder: ProfileBuilder, frames: readonly GoFrame[], count: number): void {
  let stack = noStack;
  for (let i = frames.length - 1; i >= 0; i--) {
    const frame = frames[i];
    if (frame !== undefined) stack = builder.stack(stack, builder.frame(frame.name, frame.detail));
  }
  if (stack !== noStack) builder.sample(stack, count);
}
