import { ProfileBuilder } from '../model/profile-builder.ts';
import type { FrameDetail, Profile } from '../model/profile.ts';
import type { WeightUnit } from '../model/weight.ts';
import { ImportError } from './import-error.ts';
import type { ImportReport } from './import-issue.ts';
import { IndentedStacks } from './lines/indented-stacks.ts';
import { indentOf, numberedLines } from './lines/numbered-lines.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { requireSamples } from './stacks/require-samples.ts';

/**
 * GHC's time and allocation profile (`+RTS -p` or `-P`): its second table is a call tree by
 * indentation. Gives the share of time in tenths of a percent, which every file has, and the ticks
 * and bytes where `-P` printed them.
 * Format: GHC user's guide, "Time and allocation profiling".
 */
export const ghcProf: ProfileFormat = {
  id: 'ghc-prof',
  label: 'GHC profile (+RTS -p)',
  extensions: ['prof'],

  sniff({ text }: FileHead): number {
    return /Time and Allocation Profiling Report/.test(text.slice(0, 500)) ? 0.95 : 0;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const rows = readRows(input.text(), report);
    const name = input.fileName ?? 'GHC profile';
    const tick = tickLength(input.text());
    const profiles = [
      profileOf(rows, `${name}: time in 0.1 %`, 'count', ({ share }) => share * 10),
    ];
    if (rows.every(({ ticks }) => ticks !== undefined)) {
      profiles.push(
        profileOf(rows, `${name}: time`, 'nanoseconds', ({ ticks = 0 }) => ticks * tick),
        profileOf(rows, `${name}: allocation`, 'bytes', ({ bytes = 0 }) => bytes),
      );
    }
    return requireSamples(profiles, this.label, report);
  },
};

interface Row {
  readonly indent: number;
  readonly name: string;
  readonly detail: FrameDetail;
  /** Percent of the time, to one decimal. */
  readonly share: number;
  readonly ticks: number | undefined;
  readonly bytes: number | undefined;
}

function readRows(text: string, report: ImportReport): Row[] {
  const rows: Row[] = [];
  let isTree = false;
  let hasTicks = false;
  for (const { line, number } of numberedLines(text)) {
    if (/^COST CENTRE\s.*\sentries\s/.test(line)) {
      isTree = true;
      hasTicks = /\sticks\s+bytes\s*$/.test(line);
    } else if (isTree && line.trim() !== '') {
      const row = readRow(line, hasTicks);
      if (row !== undefined) rows.push(row);
      else {
        report.add({
          code: 'bad-line',
          message: 'The line is no row of the call tree. It was left out.',
          line: number,
          excerpt: line,
        });
      }
    }
  }
  if (isTree) return rows;
  throw new ImportError('no-stacks', 'The report ends before its call tree.', {
    line: 1,
    advice: 'Let the program end by itself and open the whole .prof file.',
  });
}

/** More is damage: a sum of such numbers would not be one. */
const largest = 1e200;

/** `label MODULE source no. entries %time %alloc %time %alloc [ticks bytes]`; source is optional. */
function readRow(line: string, hasTicks: boolean): Row | undefined {
  const fields = line.trim().split(/\s+/);
  const numbers = fields.splice(-(hasTicks ? 8 : 6)).map(Number);
  const [label, module, ...source] = fields;
  const share = numbers[2];
  if (label === undefined || module === undefined || share === undefined) return undefined;
  if (!numbers.every((number) => number >= 0 && number <= largest)) return undefined;
  const file = source.join(' ');
  return {
    indent: indentOf(line),
    name: `${module}.${label}`,
    detail: { library: module, ...(file === '' || file.startsWith('<') ? {} : { file }) },
    share,
    ticks: hasTicks ? numbers[6] : undefined,
    bytes: hasTicks ? numbers[7] : undefined,
  };
}

/** Rows of weight 0 are kept: the centre was there, and it took less than the table can show. */
function profileOf(
  rows: readonly Row[],
  name: string,
  unit: WeightUnit,
  weightOf: (row: Row) => number,
): Profile {
  const builder = new ProfileBuilder();
  const stacks = new IndentedStacks(builder);
  for (const row of rows) {
    const stack = stacks.push(row.indent, builder.frame(row.name, row.detail));
    builder.sample(stack, Math.round(weightOf(row)));
  }
  return builder.build(name, unit);
}

/** Nanoseconds a tick: `(23 ticks @ 1000 us, 1 processor)`. */
function tickLength(text: string): number {
  const [, microseconds] = /ticks @ (\d{1,9}) us/.exec(text.slice(0, 2000)) ?? [];
  return Number(microseconds ?? 1000) * 1e3;
}
