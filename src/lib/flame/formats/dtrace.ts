import { noStack, ProfileBuilder } from '../model/profile-builder.ts';
import type { Profile } from '../model/profile.ts';
import { detailOfName } from './folded/detail-of-name.ts';
import { unitOfWeights } from './folded/unit-of-weights.ts';
import type { ImportReport } from './import-issue.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { requireSamples } from './stacks/require-samples.ts';
import { readLines } from './read-lines.ts';

const columnHeader = /^\s*CPU\s+ID\s+FUNCTION:NAME\s*$/;
/** `  0  64091      :tick-60s`: the probe that printed the stacks. */
const probe = /^\s*\d+\s+\d+\s+\S*:\S*\s*$/;
const count = /^\s*(\d+)\s*$/;
const frame = /^\s+\S[^\n]*(?:`\S|\+0x[0-9a-f]+\s*$)|^\s+0x[0-9a-f]+\s*$/;
const offset = /\+0x[0-9a-f]+$/i;
/** `caller->inlined` of Java; not C++'s `operator->`, and not Rust's `fn() -> T`. */
const inlinedInto = /(?<!operator|\s)->(?!\s)/;

/**
 * What `dtrace -n 'profile-97 { @[stack(), ustack()] = count(); }'` prints: a frame a line, leaf
 * first, then the count. Blank lines inside a stack part kernel from user. As stackcollapse.pl
 * does, the offset in a function is left out, and a frame inlined by Java becomes `name_[i]`;
 * unlike it, arguments and type parameters stay, since `<A as B>::f` is nothing without them.
 */
export const dtrace: ProfileFormat = {
  id: 'dtrace',
  label: 'DTrace stacks',
  extensions: ['dtrace', 'stacks', 'txt'],

  sniff({ text }: FileHead): number {
    const lines = text.split('\n', 400).filter((line) => line.trim() !== '');
    if (lines.some((line) => columnHeader.test(line.trimEnd()))) return 0.9;
    const body = lines.filter((line) => /^\s/.test(line)); // what is not indented is a header
    const counts = body.filter((line) => count.test(line)).length;
    const frames = body.filter((line) => frame.test(line)).length;
    const isMost = frames + counts > body.length * 0.8 && body.length > lines.length * 0.5;
    return counts > 0 && frames > 0 && isMost ? 0.85 : 0;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const stacks = new DTraceStacks(report);
    readLines(input, (line, number) => stacks.read(line, number));
    return requireSamples([stacks.finish(input.fileName ?? 'DTrace stacks')], 'DTrace stacks');
  },
};

class DTraceStacks {
  readonly #report: ImportReport;
  readonly #builder = new ProfileBuilder();
  readonly #stacksOfLine = new Map<string, readonly number[]>();
  /** Frames of the open stack, leaf first; lines of it that are inlined give several. */
  #open: (readonly number[])[] = [];
  #isHeader = true;
  #lastFrameLine = 0;

  constructor(report: ImportReport) {
    this.#report = report;
  }

  read(line: string, number: number): void {
    const text = line.trim();
    if (text === '') {
      this.#isHeader &&= number === 1; // the header ends with a blank line; some have none before
      return;
    }
    const isHeader = this.#isHeader && !/^\s/.test(line);
    if (isHeader || columnHeader.test(text) || probe.test(text)) return;
    this.#isHeader = false;
    const weight = count.exec(text)?.[1];
    if (weight === undefined) {
      this.#open.push(this.#framesOf(text));
      this.#lastFrameLine = number;
    } else this.#close(Number(weight), number);
  }

  finish(name: string): Profile {
    if (this.#open.length > 0) {
      this.#report.add({
        code: 'truncated',
        message: 'The last stack has no count: the file was cut short. That stack was left out.',
        line: this.#lastFrameLine,
      });
    }
    const profile = this.#builder.build(name, 'samples');
    return { ...profile, unit: unitOfWeights([profile.samples.weight], this.#report) };
  }

  #close(weight: number, line: number): void {
    let stack = noStack;
    for (let line = this.#open.length - 1; line >= 0; line--) {
      for (const frame of this.#open[line] ?? []) stack = this.#builder.stack(stack, frame);
    }
    this.#open = [];
    if (Number.isSafeInteger(weight)) this.#builder.sample(stack, weight);
    else {
      const message = 'The count is too large to be one. The stack was left out.';
      this.#report.add({ code: 'bad-weight', message, line });
    }
  }

  /** Frames of one line, the caller first. */
  #framesOf(text: string): readonly number[] {
    const known = this.#stacksOfLine.get(text);
    if (known !== undefined) return known;
    const [caller = '', ...inlined] = text.replace(offset, '').split(inlinedInto);
    const frames = [
      this.#builder.frame(caller, detailOfName(caller)),
      ...inlined.map((name) => this.#builder.frame(`${name}_[i]`, detailOfName(`${name}_[i]`))),
    ];
    this.#stacksOfLine.set(text, frames);
    return frames;
  }
}
