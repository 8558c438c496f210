/**
 * `node scripts/record/diff.ts before.folded after.folded > diff.svg`: the union of two profiles as a
 * picture, with what vanished as well as what appeared. Prints the changes of functions to stderr.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  colorByChange,
  diffProfiles,
  functionChanges,
  importProfile,
  paintSvg,
  planScene,
} from '../../src/lib/flame/index.ts';
import type { Profile } from '../../src/lib/flame/index.ts';

/** The site's style sheet does this by tokens; a picture alone needs its own. */
const style = `<style>
  text { font: 12px sans-serif; fill: #1b1b1b }
  line { stroke: none }
  rect { fill: #e9e6df }
  .less-2 rect { fill: #5b9bd5 }
  .less-1 rect { fill: #b9d5ee }
  .more-1 rect { fill: #f5c6a5 }
  .more-2 rect { fill: #e8743b }
</style>`;

async function read(path: string): Promise<Profile> {
  const { profiles } = await importProfile(await readFile(path), { fileName: basename(path) });
  const [profile] = profiles;
  if (profile === undefined) throw new Error(`${path} holds no stacks`);
  return profile;
}

const [beforePath, afterPath] = process.argv.slice(2);
if (beforePath === undefined || afterPath === undefined) {
  throw new Error('usage: node scripts/record/diff.ts before.folded after.folded > diff.svg');
}
const before = await read(beforePath);
const after = await read(afterPath);
const tree = diffProfiles(before, after, { normalize: 'none' });
const whole = Math.max(tree.beforeWeight, tree.afterWeight);
const colors = colorByChange((row) => (tree.totalChange[row] ?? 0) / whole);
const label = `${basename(beforePath)} → ${basename(afterPath)}`;
const svg = paintSvg(planScene(tree, { colors, label, rootOnTop: true }));
process.stdout.write(
  `${svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ').replace('>', `>${style}`)}\n`,
);
const changes = functionChanges(before, after, { normalize: 'none' });
for (const { name, before: was, after: is } of changes.slice(0, 8)) {
  console.error(`self ${was.self} -> ${is.self}  ${name}`);
}
