import { noStack, ProfileBuilder } from '../model/profile-builder.ts';
import type { FrameDetail, Profile } from '../model/profile.ts';
import type { ImportReport } from './import-issue.ts';
import { numberedLines } from './lines/numbered-lines.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { requireSamples } from './stacks/require-samples.ts';
import { say } from './say.ts';

/** `    do_nanosleep+112` or `    main+0x12 (/usr/bin/app)`. */
const offset = /\+(?:0x[0-9a-fA-F]+|\d+)$/;

/**
 * Maps that bpftrace prints when they are keyed by stacks (`@[kstack, ustack, comm] = count()`):
 * `@name[`, frames leaf first, `, ` before each further stack or word, `]: 12`. Kernel and user
 * stacks follow each other leaf first, so they join; words (`comm`, `pid`) become the root.
 */
export const bpftrace: ProfileFormat = {
  id: 'bpftrace',
  label: 'bpftrace stack map',
  extensions: ['bpftrace', 'txt'],

  sniff({ text }: FileHead): number {
    return /^@\w*\[[^\]\n]*\r?$/m.test(text) && /\]: \d+\s*$/m.test(text) ? 0.9 : 0;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const maps = new Map<string, ProfileBuilder>();
    let entry: Entry | undefined;
    for (const { line, number } of numberedLines(input.text())) {
      const [, map, rest = line] = /^(@\w*)\[(.*)$/.exec(line) ?? [];
      if (map !== undefined) {
        if (entry !== undefined) reportCut(entry, report);
        entry = { map, frames: [], words: [], line: number };
      }
      if (entry === undefined) continue; // "Attaching 1 probe..." and other printed text
      const [, last = rest, count] = /^(.*)\]: (\d+)\s*$/.exec(rest) ?? [];
      if (map === undefined) addFrames(entry, last);
      else addWords(entry, last);
      if (count === undefined) continue;
      addSample(maps, entry, Number(count));
      entry = undefined;
    }
    if (entry !== undefined) reportCut(entry, report);
    const profiles = [...maps].map(([map, builder]) =>
      builder.build(map === '@' ? (input.fileName ?? 'bpftrace') : map, 'samples'),
    );
    return requireSamples(profiles, this.label, report);
  },
};

interface Entry {
  readonly map: string;
  /** Leaf first. */
  readonly frames: { name: string; detail: FrameDetail | undefined }[];
  readonly words: string[];
  readonly line: number;
}

function addFrames(entry: Entry, line: string): void {
  const text = line.trim().replace(/,$/, '');
  if (text === '') return;
  if (text.startsWith(',')) {
    addWords(entry, text); // on the closing line: ", java, 1234"
    return;
  }
  const open = text.endsWith(')') ? text.lastIndexOf(' (') : -1;
  const symbol = open === -1 ? text : text.slice(0, open);
  const library = open === -1 ? undefined : text.slice(open + 2, -1);
  const name = symbol.replace(offset, '');
  entry.frames.push({ name, detail: library === undefined ? undefined : { library } });
}

function addWords(entry: Entry, text: string): void {
  for (const word of text.split(',')) if (word.trim() !== '') entry.words.push(word.trim());
}

function addSample(maps: Map<string, ProfileBuilder>, entry: Entry, count: number): void {
  const builder = maps.get(entry.map) ?? new ProfileBuilder();
  maps.set(entry.map, builder);
  let stack = noStack;
  for (const word of entry.words) stack = builder.stack(stack, builder.frame(word));
  for (let i = entry.frames.length - 1; i >= 0; i--) {
    const frame = entry.frames[i];
    if (frame !== undefined) stack = builder.stack(stack, builder.frame(frame.name, frame.detail));
  }
  if (Number.isSafeInteger(count)) builder.sample(stack, count);
}

function reportCut({ map, line }: Entry, report: ImportReport): void {
  report.add({
    code: 'truncated',
    ...say`A stack of ${map} has no count. It was left out.`,
    line,
  });
}
