import { noStack, ProfileBuilder } from '../model/profile-builder.ts';
import type { FrameDetail, Profile } from '../model/profile.ts';
import { ImportError } from './import-error.ts';
import type { ImportReport } from './import-issue.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { requireSamples } from './stacks/require-samples.ts';
import { readLines } from './read-lines.ts';
import { say } from './say.ts';

/** Indent with its guides, samples, and what was running. */
const node = /^([ +!:|]*)(\d+) +(\S.*)$/;
/** `name  (in library) + offset  [address]  file.c:12`; a thread has neither. */
const placeInLibrary = /^(.*?) {2}\(in ([^)]+)\)/;
const sourceLine = /\] {2}(\S.*):(\d+)$/;
const graphEnds = /^(?:Total number in stack|Sort by top of stack|Binary Images)/;

/**
 * The call graph of macOS `sample` (and of Activity Monitor). Counts are inclusive, so the self
 * weight of a line is its count less its children's. Everything is kept: threads are root frames,
 * and so are the calls that only wait, which stackcollapse-sample.awk leaves out.
 */
export const macosSample: ProfileFormat = {
  id: 'sample',
  label: 'macOS sample',
  extensions: ['sample.txt', 'sample', 'txt'],

  sniff({ text }: FileHead): number {
    if (/^Analysis of sampling .*\(pid \d+\)/.test(text)) return 0.95;
    return /^Call graph:\s*$/m.test(text) || /^Analysis Tool: +\S*sample\s*$/m.test(text) ? 0.8 : 0;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const graph = new CallGraph(report);
    readLines(input, (line, number) => graph.read(line, number));
    return requireSamples([graph.finish(input.fileName ?? 'macOS sample')], 'macOS sample');
  },
};

interface OpenLine {
  readonly indent: number;
  readonly stack: number;
  readonly line: number;
  /** Samples that no child has accounted for yet. */
  left: number;
}

class CallGraph {
  readonly #report: ImportReport;
  readonly #builder = new ProfileBuilder();
  /** The path to the line that was read last, from the root. */
  readonly #open: OpenLine[] = [];
  #isInside = false;
  #hasEnded = false;

  constructor(report: ImportReport) {
    this.#report = report;
  }

  read(line: string, number: number): void {
    if (!this.#isInside) {
      this.#isInside = !this.#hasEnded && line.startsWith('Call graph:');
      return;
    }
    if (graphEnds.test(line)) {
      this.#isInside = false;
      this.#hasEnded = true;
    } else if (line.trim() !== '') this.#readNode(line, number);
  }

  finish(name: string): Profile {
    if (!this.#isInside && !this.#hasEnded) {
      throw new ImportError('no-samples', 'The report has no call graph.', {
        line: 1,
        advice: 'Run sample again, without -mayDie, and save the whole report.',
      });
    }
    if (!this.#hasEnded) {
      this.#report.add({
        code: 'truncated',
        message:
          'The call graph has no end: the file was cut short, and the last counts may be off.',
      });
    }
    this.#closeTo(0);
    return this.#builder.build(name, 'samples');
  }

  #readNode(line: string, number: number): void {
    const match = node.exec(line);
    if (match === null || !Number.isSafeInteger(Number(match[2]))) {
      this.#report.add({
        code: 'no-weight',
        message: 'A line of the call graph has no usable count. It was skipped.',
        line: number,
        excerpt: line,
      });
      return;
    }
    const [, { length: indent } = '', samples = '', text = ''] = match;
    this.#closeTo(indent);
    const below = this.#open.at(-1);
    if (below !== undefined) below.left -= Number(samples);
    const stack = this.#builder.stack(below?.stack ?? noStack, this.#frameOf(text));
    this.#open.push({ indent, stack, line: number, left: Number(samples) });
  }

  /** Closes the open lines that are not below a line with this indent; deepest first. */
  #closeTo(indent: number): void {
    for (let last = this.#open.at(-1); last !== undefined; last = this.#open.at(-1)) {
      if (last.indent < indent) return;
      this.#open.pop();
      if (last.left > 0) this.#builder.sample(last.stack, last.left);
      else if (last.left < 0) {
        this.#report.add({
          code: 'children-exceed',
          ...say`The lines under this one have ${-last.left} samples more than it has itself.`,
          line: last.line,
        });
      }
    }
  }

  #frameOf(text: string): number {
    const [, name = text.trim(), library] = placeInLibrary.exec(text) ?? [];
    const [, file, line] = sourceLine.exec(text) ?? [];
    if (library === undefined) return this.#builder.frame(name);
    const source: FrameDetail = file === undefined ? {} : { file, line: Number(line) };
    return this.#builder.frame(name, { library, ...source });
  }
}
