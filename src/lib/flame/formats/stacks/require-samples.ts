import type { Profile } from '../../model/profile.ts';
import { ImportError } from '../import-error.ts';
import type { ImportReport } from '../import-issue.ts';
import { say } from '../say.ts';

/** The profiles, if any of them has a sample; else throws `no-samples`, with the first issue. */
export function requireSamples(
  profiles: Profile[],
  what: string,
  report?: ImportReport,
): Profile[] {
  if (profiles.some(({ samples }) => samples.length > 0)) return profiles;
  const first = report?.finish()[0];
  throw new ImportError('no-samples', say`The file (${what}) holds no usable samples.`, {
    ...(first?.line === undefined ? {} : { line: first.line }),
    ...(first === undefined ? {} : { because: first }),
    advice: 'Record again, and see that the profiler found any samples.',
  });
}
