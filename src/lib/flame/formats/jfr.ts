import type { Profile } from '../model/profile.ts';
import { ImportError } from './import-error.ts';
import type { ImportReport } from './import-issue.ts';
import { isJfr } from './jfr/chunk-header.ts';
import { isPrintedJfr, readPrintedJfr } from './jfr/read-printed.ts';
import { readRecording } from './jfr/read-recording.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';

/**
 * Java Flight Recorder, as the JDK and async-profiler write it, and the text of `jfr print`.
 * CPU samples, waiting, allocations and locks are profiles of their own.
 */
export const jfr: ProfileFormat = {
  id: 'jfr',
  label: 'Java Flight Recorder',
  extensions: ['jfr'],

  sniff({ bytes, text }: FileHead): number {
    return isJfr(bytes) ? 1 : isPrintedJfr(text) ? 0.9 : 0;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const isBinary = isJfr(input.bytes);
    const profiles = isBinary
      ? readRecording(input.bytes, report, (done) => input.checkpoint(done))
      : readPrintedJfr(input, report);
    if (profiles.length > 0) return profiles;
    const damage = report.finish().find(({ code }) => code === 'bad-chunk');
    if (damage !== undefined) {
      throw new ImportError('truncated', damage.message, {
        ...(damage.byte === undefined ? {} : { byte: damage.byte }),
        advice: 'Copy the recording again; "jfr summary <file>" says whether it is whole.',
      });
    }
    throw new ImportError('no-samples', 'This recording holds no samples with stacks.', {
      advice: 'Record with "settings=profile", or with async-profiler.',
    });
  },
};
