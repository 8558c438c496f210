import type { Profile } from '../../model/profile.ts';
import { ImportError } from '../import-error.ts';

/** The profiles, if any of them has a sample; else throws `no-samples`. */
export function requireSamples(profiles: Profile[], what: string): Profile[] {
  if (profiles.some(({ samples }) => samples.length > 0)) return profiles;
  throw new ImportError('no-samples', `The file (${what}) holds no usable samples.`, {
    advice: 'Record again, and see that the profiler found any samples.',
  });
}
