import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildCallTree,
  diffProfiles,
  importProfile,
  kindsOfFrames,
} from '../../src/lib/flame/index.ts';
import type { CallTree, Profile } from '../../src/lib/flame/index.ts';
import { generateStacks } from '../generated-stacks.ts';
import { writePrepared } from './adapters/prepared.ts';

/** A frame to zoom to: its depth, its middle and its edges as shares of the whole width. */
export interface Target {
  readonly depth: number;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Facts {
  readonly nodes: number;
  /** In the order of names, as ours draws, and in the order of weight, as peers are given. */
  readonly byName: readonly Target[];
  readonly byWeight: readonly Target[];
  /** Parts of names that about one node in a hundred has. */
  readonly queries: readonly string[];
}

const zooms = 30;
const searches = 30;

/** Writes each viewer's form of one generated profile into `folder`, once. */
export async function writeInputs(
  folder: string,
  nodes: number,
  shuffled: boolean,
): Promise<Facts> {
  const factsFile = join(folder, 'facts.json');
  if (existsSync(factsFile)) return JSON.parse(readFileSync(factsFile, 'utf8')) as Facts;
  mkdirSync(folder, { recursive: true });
  const { bytes } = generateStacks(nodes, 1, shuffled);
  writeFileSync(join(folder, 'folded'), bytes);
  const profile = await readText(bytes);
  const byName = buildCallTree(profile);
  const byWeight = buildCallTree(profile, { order: 'weight' });
  writeFileSync(join(folder, 'prepared'), writePrepared(byName, kindsOfFrames(profile)));
  if (!shuffled) writePeerInputs(folder, byWeight);
  const facts: Facts = {
    nodes: byName.size,
    byName: targetsIn(byName),
    byWeight: targetsIn(byWeight),
    queries: queriesFor(byName),
  };
  writeFileSync(factsFile, JSON.stringify(facts));
  return facts;
}

/**
 * Two runs for a comparison, as one file: the length of the first text as 8 bytes, and both texts. The second run has the
 * stacks of the first and as many of its own, so that the tree of both has three halves of one's nodes.
 */
export async function writePair(folder: string, nodes: number): Promise<Facts> {
  const factsFile = join(folder, 'pair-facts.json');
  if (existsSync(factsFile)) return JSON.parse(readFileSync(factsFile, 'utf8')) as Facts;
  const shared = generateStacks(Math.round(nodes / 2), 1).bytes;
  const runOf = (seed: number) =>
    Buffer.concat([shared, generateStacks(Math.round(nodes / 2), seed).bytes]);
  const [before, after] = [runOf(2), runOf(3)];
  const length = Buffer.alloc(8);
  length.writeDoubleLE(before.length);
  writeFileSync(join(folder, 'pair'), Buffer.concat([length, before, after]));
  const union = diffProfiles(await readText(before), await readText(after), {
    normalize: 'total',
  });
  const targets = targetsIn(union);
  const facts = {
    nodes: union.size,
    byName: targets,
    byWeight: targets,
    queries: queriesFor(union),
  };
  writeFileSync(factsFile, JSON.stringify(facts));
  return facts;
}

async function readText(bytes: Uint8Array): Promise<Profile> {
  const { profiles } = await importProfile(Uint8Array.from(bytes), { format: 'folded' });
  const [profile] = profiles;
  if (profile === undefined) throw new Error('no profile was generated');
  return profile;
}

function writePeerInputs(folder: string, tree: CallTree): void {
  writeFileSync(join(folder, 'levels'), JSON.stringify(levelsOf(tree)));
  writeFileSync(join(folder, 'nested-set'), JSON.stringify(nestedSetOf(tree)));
  const roots = nestedOf(tree, (name, value) => ({ name, value, children: [] }));
  const all = { name: 'root', value: tree.totalWeight, children: roots };
  writeFileSync(join(folder, 'nested'), JSON.stringify(all));
  const timed = nestedOf(tree, (name, duration, start) => ({
    name,
    start,
    duration,
    type: 'frame',
    children: [],
  }));
  writeFileSync(join(folder, 'timed'), JSON.stringify(timed));
}

interface Nested<T> {
  readonly children: T[];
}

function nestedOf<T extends Nested<unknown>>(
  tree: CallTree,
  make: (name: string, weight: number, start: number) => T,
): T[] {
  const nodes: T[] = [];
  const roots: T[] = [];
  for (let row = 0; row < tree.size; row++) {
    const node = make(tree.nameOf(row), tree.total[row] ?? 0, tree.start[row] ?? 0);
    nodes.push(node);
    const parent = nodes[tree.parent[row] ?? -1];
    (parent === undefined ? roots : parent.children).push(node);
  }
  return roots;
}

/** flamebearer: triples of offset, width and name for each level, offsets since the bar before. */
function levelsOf(tree: CallTree) {
  const names = ['root', ...tree.frames.names];
  const levels: number[][] = [[0, tree.totalWeight, 0]];
  const ends: number[] = [];
  for (let row = 0; row < tree.size; row++) {
    const depth = (tree.depth[row] ?? 0) + 1;
    const start = tree.start[row] ?? 0;
    const width = tree.total[row] ?? 0;
    (levels[depth] ??= []).push(start - (ends[depth] ?? 0), width, (tree.frame[row] ?? 0) + 1);
    ends[depth] = start + width;
  }
  return { names, levels, numTicks: tree.totalWeight };
}

function nestedSetOf(tree: CallTree) {
  const rows = Array.from({ length: tree.size }, (_, row) => row);
  return {
    names: ['total', ...tree.frames.names],
    level: [0, ...rows.map((row) => (tree.depth[row] ?? 0) + 1)],
    value: [tree.totalWeight, ...tree.total],
    self: [0, ...tree.self],
    label: [0, ...rows.map((row) => (tree.frame[row] ?? 0) + 1)],
  };
}

/** Frames of middle depth that are wide enough to be hit, spread over the picture. */
function targetsIn(tree: CallTree): Target[] {
  const found: Target[] = [];
  const whole = tree.totalWeight;
  for (let row = 0; row < tree.size; row++) {
    const depth = tree.depth[row] ?? 0;
    const width = (tree.total[row] ?? 0) / whole;
    if (depth < 7 || depth > 23 || width < 0.008 || width > 0.7) continue;
    const from = (tree.start[row] ?? 0) / whole;
    found.push({ depth, at: from + width / 2, from, to: from + width });
  }
  const step = Math.max(found.length / zooms, 1);
  return Array.from({ length: zooms }, (_, i) => found[Math.floor(i * step) % found.length]).filter(
    (target) => target !== undefined,
  );
}

function queriesFor(tree: CallTree): string[] {
  const numbers = tree.frames.names.flatMap((name) => /\d{3}/.exec(name)?.[0] ?? []);
  const step = Math.max(Math.floor(numbers.length / searches), 1);
  return Array.from({ length: searches }, (_, i) => numbers[i * step] ?? '7');
}
