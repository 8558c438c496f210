/** `perf script -i some.data | node scripts/record/fold.ts > some.folded`: what stackcollapse-perf.pl does. */
import { text } from 'node:stream/consumers';
import { importProfile, toFolded } from '../../src/lib/flame/index.ts';

const { profiles, issues } = await importProfile(await text(process.stdin), {
  format: 'perf-script',
});
for (const { message, line } of issues) console.error(`line ${line ?? '?'}: ${message}`);
const [profile] = profiles;
if (profile !== undefined) process.stdout.write(toFolded(profile));
