import type { Profile } from '../model/profile.ts';
import type { ImportReport } from './import-issue.ts';
import { readEventLine } from './perf-script/event-line.ts';
import { ScriptReader } from './perf-script/script-reader.ts';
import { readStackLine } from './perf-script/stack-line.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { readLines } from './read-lines.ts';

/**
 * The text that `perf script` of Linux and simpleperf's report_sample.py print: one paragraph a
 * sample, leaf first. One profile for each event; the process is the root frame, as in the output
 * of stackcollapse-perf.pl, with which these profiles agree (where they do not is in the tests).
 */
export const perfScript: ProfileFormat = {
  id: 'perf-script',
  label: 'perf script',
  extensions: ['perf', 'script', 'txt', 'dump'],

  sniff({ text }: FileHead): number {
    const lines = text.split('\n', 500).filter((line) => !line.startsWith('#'));
    if (lines.some((line) => readEventLine(line)?.time !== undefined)) return 0.95;
    const untimed = lines.some(
      (line, index) =>
        readStackLine(line) === undefined &&
        readEventLine(line) !== undefined &&
        readStackLine(lines[index + 1] ?? '')?.library !== undefined,
    );
    if (untimed) return 0.8;
    return /^# ========\r?\n# captured on/.test(text) ? 0.6 : 0;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const reader = new ScriptReader(report);
    readLines(input, (line, number, isCut) => reader.readLine(line, number, isCut));
    return reader.finish();
  },
};
