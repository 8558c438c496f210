import type { Profile } from '../model/profile.ts';
import type { ImportReport } from './import-issue.ts';
import { placeOf } from './json/parsed-json.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { requireSamples } from './stacks/require-samples.ts';
import { TraceRows } from './xctrace/trace-rows.ts';
import { profilesOfRows } from './xctrace/profiles-of-rows.ts';
import { XmlScanner } from './xml/xml-scanner.ts';

/**
 * A table of samples that `xctrace export` writes (Instruments: Time Profiler, CPU Profiler). Every
 * value is written once with an `id`, then only named by `ref`. One profile per thread. Rows of
 * equal weight are samples; where weights differ they are kept, as nanoseconds or cycles.
 */
export const xctrace: ProfileFormat = {
  id: 'xctrace',
  label: 'Instruments (xctrace export)',
  extensions: ['xml'],

  sniff({ text }: FileHead): number {
    return text.includes('<trace-query-result') ? 0.97 : 0;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const text = input.text();
    const scanner = new XmlScanner(text);
    const rows = new TraceRows(report);
    let pieces = 0;
    for (let piece = scanner.next(); piece !== undefined; piece = scanner.next()) {
      if (piece === 'open') rows.open(scanner.name, scanner.attributes);
      else if (piece === 'close') rows.close(scanner.name);
      else if (rows.wantsText) rows.text(scanner.text);
      if ((++pieces & 0xfff) === 0) input.checkpoint(scanner.at / text.length);
    }
    if (scanner.isCut || rows.isOpen) {
      report.add({
        code: 'truncated',
        message: 'The XML ends too early: it was read as far as it goes.',
        line: placeOf(text, text.length).line,
      });
    } else if (scanner.malformedAt !== undefined) {
      report.add({
        code: 'malformed',
        message: 'A tag has no end. What follows may be incomplete.',
        line: placeOf(text, scanner.malformedAt).line,
      });
    }
    return requireSamples(profilesOfRows(rows.finish(), input.fileName, report), 'xctrace export');
  },
};
