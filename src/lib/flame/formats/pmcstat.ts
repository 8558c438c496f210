import { noStack, ProfileBuilder } from '../model/profile-builder.ts';
import type { Profile } from '../model/profile.ts';
import type { ImportReport } from './import-issue.ts';
import { parentsByIndent, selfFromTotals } from './lines/parents-by-indent.ts';
import { ownText } from './own-text.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { readLines } from './read-lines.ts';
import { requireSamples } from './stacks/require-samples.ts';
import { say } from './say.ts';

const headingShape = /^@ (\S+) \[\d+ samples\]/;
/** ` 50.62%  [2610]      arc_cksum_verify @ /boot/kernel/zfs.ko` */
const rowShape = /^\s*[\d.]+%\s+\[(\d+)\]\s+(\S.*)$/;

/**
 * Call graph of FreeBSD's `pmcstat -G`: leaf functions at the margin, their callers indented below
 * them with the samples that came through each. What no caller accounts for (pmcstat leaves out
 * rare callers) stays with the function, as a stack that begins there.
 */
export const pmcstat: ProfileFormat = {
  id: 'pmcstat',
  label: 'pmcstat call graph',
  extensions: ['pmcstat.graph', 'graph', 'txt'],

  sniff({ text }: FileHead): number {
    return /^@ \S+ \[\d+ samples\]/m.test(text.slice(0, 4000)) ? 0.9 : 0;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const graphs: CallerGraph[] = [];
    readLines(input, (line, number) => {
      const heading = line.startsWith('@') ? headingShape.exec(line)?.[1] : undefined;
      if (heading !== undefined) graphs.push(new CallerGraph(heading));
      else if (graphs.at(-1)?.addRow(line) === true || line.trim() === '') return;
      else {
        report.add({
          code: 'bad-line',
          message: 'The line is no row of the call graph. It was left out.',
          line: number,
          excerpt: line,
        });
      }
    });
    const profiles = graphs.map((graph) => graph.toProfile(report));
    return requireSamples(profiles, this.label, report);
  },
};

/** A row of digits may also be too long for a count. */
function isCount(digits: string | undefined): boolean {
  return Number.isSafeInteger(Number(digits));
}

/** The rows of one event, in the order of the file. */
class CallerGraph {
  readonly #name: string;
  readonly #builder = new ProfileBuilder();
  readonly #indents: number[] = [];
  readonly #counts: number[] = [];
  readonly #frames: number[] = [];
  readonly #frameOfText = new Map<string, number>();

  constructor(name: string) {
    this.#name = name;
  }

  /** Whether the line is a row. */
  addRow(line: string): boolean {
    const [, count, text] = rowShape.exec(line) ?? [];
    if (text === undefined || !isCount(count)) return false;
    // Callers may be as deep as their shares are wide: the function's column is what counts.
    this.#indents.push(line.length - text.length);
    this.#counts.push(Number(count));
    this.#frames.push(this.#frameOfText.get(text) ?? this.#addFrame(ownText(text)));
    return true;
  }

  /** `arc_cksum_verify @ /boot/kernel/zfs.ko` */
  #addFrame(text: string): number {
    const [, name = text, library] = /^(.*?) @ (.+)$/.exec(text) ?? [];
    const frame = this.#builder.frame(name, library === undefined ? undefined : { library });
    this.#frameOfText.set(text, frame);
    return frame;
  }

  toProfile(report: ImportReport): Profile {
    const parents = parentsByIndent(this.#indents);
    const unaccounted = selfFromTotals(this.#counts, parents);
    let cut = 0;
    this.#counts.forEach((count, i) => {
      const own = unaccounted[i] ?? 0;
      if (own <= 0) return;
      if (own < count) cut += own;
      // The row's caller is indented more: its path to the margin is the stack, root first.
      let stack = noStack;
      for (let row = i; row !== -1; row = parents[row] ?? -1) {
        stack = this.#builder.stack(stack, this.#frames[row] ?? 0);
      }
      this.#builder.sample(stack, own);
    });
    if (cut > 0) {
      report.add({
        code: 'missing-caller',
        ...say`"${this.#name}": the callers of ${cut} samples are not in the graph. Their stacks begin where it ends.`,
        count: cut,
      });
    }
    return this.#builder.build(this.#name, 'samples');
  }
}
