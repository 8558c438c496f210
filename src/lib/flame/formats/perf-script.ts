import type { Profile } from '../model/profile.ts';
import type { ImportReport } from './import-issue.ts';
import { readEventLine } from './perf-script/event-line.ts';
import { ScriptReader } from './perf-script/script-reader.ts';
import { readStackLine } from './perf-script/stack-line.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';

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
    return text.startsWith('# ========\n# captured on') ? 0.6 : 0;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const reader = new ScriptReader(report);
    const text = input.text();
    let line = 0;
    for (let start = 0; start < text.length;) {
      const newline = text.indexOf('\n', start);
      const isLast = newline === -1;
      const next = isLast ? text.length : newline;
      const end = text.charCodeAt(next - 1) === 13 ? next - 1 : next;
      reader.readLine(text.slice(start, Math.max(start, end)), ++line, isLast);
      start = next + 1;
      if ((line & 0x3fff) === 0) input.checkpoint(start / text.length);
    }
    return reader.finish();
  },
};
