/**
 * `node scripts/record/diff.ts before.folded after.folded > diff.svg`: the union of two profiles as a
 * picture, with what vanished as well as what appeared. Prints the changes of functions to stderr.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  colorByChange,
  diffProfiles,
  exportSvg,
  functionChanges,
  importProfile,
  planScene,
} from '../../src/lib/flame/index.ts';
import type { ExportPalette, Profile } from '../../src/lib/flame/index.ts';

const palette: ExportPalette = {
  paper: { light: '#ffffff', dark: '#16181d' },
  ink: { light: '#1b1b1b', dark: '#e8e6e1' },
  label: { light: '#1b1b1b', dark: '#101216' },
  classes: {
    'kind-all': { light: '#dcd8cf', dark: '#aaa69d' },
    'less-2': { light: '#5b9bd5', dark: '#5b9bd5' },
    'less-1': { light: '#b9d5ee', dark: '#a9c5de' },
    same: { light: '#e9e6df', dark: '#bdbab4' },
    'more-1': { light: '#f5c6a5', dark: '#e5b695' },
    'more-2': { light: '#e8743b', dark: '#e8743b' },
  },
};

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
const whole = Math.max(tree.before.weight, tree.after.weight);
const colors = colorByChange((row) => (tree.totalChange[row] ?? 0) / whole);
const title = `${basename(beforePath)} → ${basename(afterPath)}: blue shrank, orange grew`;
const scene = planScene(tree, { colors, label: title, rootOnTop: true, thinnestPx: 0.5 });
process.stdout.write(exportSvg(scene, { palette, title }));
const changes = functionChanges(before, after, { normalize: 'none' });
for (const { name, before: was, after: is } of changes.slice(0, 8)) {
  console.error(`self ${was.self} -> ${is.self}  ${name}`);
}
