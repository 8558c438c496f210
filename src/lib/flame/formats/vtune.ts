import { ProfileBuilder } from '../model/profile-builder.ts';
import type { Profile } from '../model/profile.ts';
import { ImportError } from './import-error.ts';
import type { ImportReport } from './import-issue.ts';
import { csvFields } from './lines/csv-fields.ts';
import { IndentedStacks } from './lines/indented-stacks.ts';
import { indentOf, numberedLines } from './lines/numbered-lines.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { requireSamples } from './stacks/require-samples.ts';

const header = /^"?Function Stack"?,"?CPU Time:Self/;

/**
 * Intel VTune's top-down tree as CSV (`vtune -report top-down -format csv`): one frame a line,
 * indented, with its self time in seconds and its module. Frames are named module`function.
 */
export const vtune: ProfileFormat = {
  id: 'vtune',
  label: 'Intel VTune CSV',
  extensions: ['csv'],

  sniff({ text }: FileHead): number {
    return header.test(text) ? 0.95 : 0;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const builder = new ProfileBuilder();
    const stacks = new IndentedStacks(builder);
    for (const { line, number } of numberedLines(input.text())) {
      if (number === 1) checkHeader(line);
      if (number === 1 || line.trim() === '') continue;
      const [name, seconds, module = ''] = csvFields(line.trim());
      const self = Number(seconds);
      if (name === undefined || seconds === undefined || !(self >= 0 && self < 1e12)) {
        report.add({
          code: 'bad-line',
          message: 'The line has no function and no time. It was left out.',
          line: number,
          excerpt: line.trim(),
        });
        continue;
      }
      const frame = builder.frame(module === '' ? name.trim() : `${module}\`${name.trim()}`);
      const stack = stacks.push(indentOf(line), frame);
      if (self > 0) builder.sample(stack, self * 1e9);
    }
    return requireSamples(
      [builder.build(input.fileName ?? 'VTune', 'nanoseconds')],
      this.label,
      report,
    );
  },
};

function checkHeader(line: string): void {
  if (header.test(line)) return;
  throw new ImportError(
    'unexpected-shape',
    'The headings are not those of VTune’s top-down tree.',
    {
      line: 1,
      advice: 'Run "vtune -report top-down -format csv -csv-delimiter comma".',
    },
  );
}
