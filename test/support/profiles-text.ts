import type { Profile } from '../../src/lib/flame/model/profile.ts';
import { stackLines } from './stack-lines.ts';

/** What a file says, as text: of each profile its name, unit and folded stacks. */
export function profilesText(profiles: readonly Profile[]): string {
  return profiles
    .map((profile) => [`# ${profile.name} [${profile.unit}]`, ...stackLines(profile)].join('\n'))
    .join('\n\n');
}
