import type { Profile } from '../flame/index.ts';
import type { Platform } from './advice.ts';

/** With what a profile was most likely recorded; `format` is the id that the import gave. */
export function guessPlatform(_profile: Profile, format: string): Platform {
  return format === 'v8-cpuprofile' ? 'node' : 'linux-perf';
}
