import { ProfileBuilder } from '../model/profile-builder.ts';
import type { Profile } from '../model/profile.ts';
import type { WeightUnit } from '../model/weight.ts';
import { ImportError } from './import-error.ts';
import type { ImportReport } from './import-issue.ts';
import { indentOf, numberedLines } from './lines/numbered-lines.ts';
import { IndentedStacks } from './lines/indented-stacks.ts';
import { parentsByIndent, selfFromTotals } from './lines/parents-by-indent.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { requireSamples } from './stacks/require-samples.ts';
import { say } from './say.ts';

/** Units of the first column. Instruments means 1024 by K, with or without an `i`. */
const units: ReadonlyMap<string, { unit: WeightUnit; scale: number }> = new Map([
  ['ns', { unit: 'nanoseconds', scale: 1 }],
  ['µs', { unit: 'nanoseconds', scale: 1e3 }],
  ['us', { unit: 'nanoseconds', scale: 1e3 }],
  ['ms', { unit: 'nanoseconds', scale: 1e6 }],
  ['s', { unit: 'nanoseconds', scale: 1e9 }],
  ['min', { unit: 'nanoseconds', scale: 60e9 }],
  ['Bytes', { unit: 'bytes', scale: 1 }],
  ['KB', { unit: 'bytes', scale: 1024 }],
  ['KiB', { unit: 'bytes', scale: 1024 }],
  ['MB', { unit: 'bytes', scale: 1024 ** 2 }],
  ['MiB', { unit: 'bytes', scale: 1024 ** 2 }],
  ['GB', { unit: 'bytes', scale: 1024 ** 3 }],
  ['GiB', { unit: 'bytes', scale: 1024 ** 3 }],
]);

/** `2.18 s  99.9%` and its like: number, unit, and (not needed) the share. */
const weightShape = /^\s*([\d,]*\.?\d+)\s*([A-Za-zµ]*)(?:\s+[\d.]+%)?\s*$/;

/**
 * What Instruments puts on the clipboard by Edit → Deep Copy: a call tree, one frame a line, with
 * its total weight in the first column. A frame's self weight is its total less its children's, so
 * that the rounding of the self column does not add up.
 */
export const instruments: ProfileFormat = {
  id: 'instruments',
  label: 'Instruments deep copy',
  extensions: ['instruments.txt', 'txt'],

  sniff({ text }: FileHead): number {
    return /^[^\n]*\tSymbol Names?\s*\r?$/im.test(text.slice(0, 2000)) ? 0.9 : 0;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const rows = readRows(input.text(), report);
    const unit = rows.find((row) => row.unit !== undefined)?.unit ?? 'count';
    const selves = selfWeights(rows, report);
    const builder = new ProfileBuilder();
    const stacks = new IndentedStacks(builder);
    rows.forEach(({ indent, name }, i) => {
      const stack = stacks.push(indent, builder.frame(name));
      const self = selves[i] ?? 0;
      if (self > 0) builder.sample(stack, self);
    });
    const name = input.fileName ?? 'Instruments';
    return requireSamples([builder.build(name, unit)], this.label, report);
  },
};

interface Row {
  readonly indent: number;
  readonly name: string;
  readonly total: number;
  /** Undefined for a number without a unit. */
  readonly unit: WeightUnit | undefined;
}

function readRows(text: string, report: ImportReport): Row[] {
  const rows: Row[] = [];
  let hasHeader = false;
  for (const { line, number } of numberedLines(text)) {
    if (!hasHeader) {
      hasHeader = /\tSymbol Names?\s*$/i.test(line);
      continue;
    }
    if (line.trim() === '') continue;
    const tab = line.indexOf('\t');
    const symbol = line.slice(line.lastIndexOf('\t') + 1);
    const [, digits, word = ''] = weightShape.exec(line.slice(0, Math.max(0, tab))) ?? [];
    const known = units.get(word);
    const total = Number(digits?.replaceAll(',', '')) * (known?.scale ?? 1);
    if (digits === undefined || !Number.isFinite(total) || (word !== '' && known === undefined)) {
      report.add({
        code: 'bad-line',
        message: 'The line has no weight that can be read. It was left out.',
        line: number,
        excerpt: line,
      });
      continue;
    }
    rows.push({ indent: indentOf(symbol), name: symbol.trim(), total, unit: known?.unit });
  }
  if (hasHeader) return rows;
  throw new ImportError('unexpected-shape', 'No line of headings ends in "Symbol Name".', {
    line: 1,
    advice: 'In Instruments choose Edit → Deep Copy and paste into a file.',
  });
}

/** Total less the children's. Where rounding makes that negative it is 0. */
function selfWeights(rows: readonly Row[], report: ImportReport): Float64Array {
  const parents = parentsByIndent(rows.map(({ indent }) => indent));
  const selves = selfFromTotals(
    rows.map(({ total }) => total),
    parents,
  );
  // Half of a ten-thousandth of the whole is less than the column can show.
  const slack = (rows[0]?.total ?? 0) * 5e-5;
  const over = selves.filter((self) => self < -slack).length;
  if (over > 0) {
    report.add({
      code: 'children-over-total',
      ...say`${over} frames weigh less than their children together. Their own weight was taken as 0.`,
      count: over,
    });
  }
  return selves.map((self) => Math.max(0, self));
}
