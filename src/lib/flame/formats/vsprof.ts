import { ProfileBuilder } from '../model/profile-builder.ts';
import type { FrameDetail, Profile } from '../model/profile.ts';
import { ImportError } from './import-error.ts';
import type { ImportReport } from './import-issue.ts';
import { csvFields } from './lines/csv-fields.ts';
import { IndentedStacks } from './lines/indented-stacks.ts';
import { numberedLines } from './lines/numbered-lines.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { requireSamples } from './stacks/require-samples.ts';

const header = /^Level,Function Name,Number of Calls,/;

/**
 * Visual Studio's `CallTreeSummary` CSV (`vsperfreport /summary:calltree`): one frame a line with
 * its level, name, number of calls and its share of the time. Level 0 is the module and no frame.
 * Gives the share of the time that each frame took itself, in hundredths of a percent, and the
 * number of calls. Calls are no time: a parent may make fewer calls than its children.
 */
export const vsprof: ProfileFormat = {
  id: 'vsprof',
  label: 'Visual Studio call tree CSV',
  extensions: ['csv'],

  sniff({ text }: FileHead): number {
    return header.test(text) ? 0.95 : 0;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const time = new ProfileBuilder();
    const calls = new ProfileBuilder();
    const [timeStacks, callStacks] = [new IndentedStacks(time), new IndentedStacks(calls)];
    for (const { line, number } of numberedLines(input.text())) {
      if (number === 1) checkHeader(line);
      if (number === 1 || line.trim() === '') continue;
      const row = readRow(line);
      if (row === undefined) {
        report.add({
          code: 'bad-line',
          message: 'The line has no level, name, number of calls and share. It was left out.',
          line: number,
          excerpt: line,
        });
      } else if (row.level > 0) {
        const { level, name, detail } = row;
        time.sample(timeStacks.push(level, time.frame(name, detail)), row.share);
        calls.sample(callStacks.push(level, calls.frame(name, detail)), row.calls);
      }
    }
    const name = input.fileName ?? 'call tree';
    const profiles = [
      time.build(`${name}: time in 0.01 %`, 'count'),
      calls.build(`${name}: number of calls`, 'count'),
    ];
    return requireSamples(profiles, this.label, report);
  },
};

interface Row {
  readonly level: number;
  readonly name: string;
  readonly detail: FrameDetail | undefined;
  readonly calls: number;
  /** The frame's own time in hundredths of a percent. */
  readonly share: number;
}

function readRow(line: string): Row | undefined {
  const [level = '', name, called = '', , exclusive = '', , , library = ''] = csvFields(line);
  const calls = Number(called.replaceAll(',', ''));
  const share = Math.round(Number(exclusive) * 100);
  if (!/^\d{1,6}$/.test(level) || name === undefined || called === '' || exclusive === '') {
    return undefined;
  }
  if (!(calls >= 0 && calls < 2 ** 53 && share >= 0 && share <= 10_000)) return undefined;
  const detail = library === '' ? undefined : { library };
  return { level: Number(level), name, detail, calls, share };
}

function checkHeader(line: string): void {
  if (header.test(line)) return;
  throw new ImportError('unexpected-shape', 'The headings are not those of a call tree summary.', {
    line: 1,
    advice: 'Run "vsperfreport /summary:calltree" and open the CallTreeSummary file.',
  });
}
