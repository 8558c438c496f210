import { writeKinds } from '../../../src/components/widgets/flame-graph/frame-kinds-of.ts';
import type { CallTree, Profile } from '../../../src/lib/flame/index.ts';

/*
 * A call tree as a file, for the row "from a prepared tree": the viewers that cannot read a
 * profile get their own prepared form, so ours is measured with one too. Four counts, names and
 * the kinds that colour them (as the site's pages have them) as JSON, then the columns as they are
 * in memory: reading makes views and copies nothing.
 */

const columns = ['self', 'total', 'start', 'frame', 'parent', 'end', 'depth'] as const;
type Columns = Pick<CallTree, (typeof columns)[number]>;
/** What a column can be made of; the file has its place in this list. */
const kindsOfColumn = [Float64Array, Uint32Array, Int32Array, Uint16Array] as const;

export function writePrepared(tree: CallTree, kinds: readonly string[]): Uint8Array<ArrayBuffer> {
  const kindOf = (name: keyof Columns) =>
    kindsOfColumn.findIndex((Kind) => tree[name] instanceof Kind);
  const table = [tree.frames.names, writeKinds(kinds), columns.map(kindOf)];
  const names = new TextEncoder().encode(JSON.stringify(table));
  const head = 16;
  const padded = aligned(head + names.length);
  const sizes = columns.map((name) => aligned(tree[name].byteLength));
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, padded));
  new Int32Array(bytes.buffer, 0, 4).set([tree.size, tree.maxDepth, names.length, padded]);
  bytes.set(names, head);
  let at = padded;
  columns.forEach((name, i) => {
    const { buffer, byteOffset, byteLength } = tree[name];
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += sizes[i] ?? 0;
  });
  return bytes;
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}

export function readPrepared(bytes: Uint8Array<ArrayBuffer>): {
  profile: Profile;
  tree: CallTree;
  kinds: string;
} {
  const { buffer } = bytes;
  const [size = 0, maxDepth = 0, nameBytes = 0, padded = 0] = new Int32Array(buffer, 0, 4);
  const text = new TextDecoder().decode(bytes.subarray(16, 16 + nameBytes));
  const [names, kinds, columnKinds] = JSON.parse(text) as [string[], string, number[]];
  let at = padded;
  const entries = columns.map((name, i) => {
    const Kind = kindsOfColumn[columnKinds[i] ?? 0] ?? Float64Array;
    const column = new Kind(buffer, at, size);
    at += aligned(column.byteLength);
    return [name, column];
  });
  const read = Object.fromEntries(entries) as Columns;
  const { frame, parent, end, total } = read;
  const frames = { length: names.length, names, details: [] };
  let totalWeight = 0;
  for (let row = 0; row < size; row = end[row] ?? size) totalWeight += total[row] ?? 0;
  const nameOf = (row: number) => names[frame[row] ?? 0] ?? '';
  const shape = { size, maxDepth, totalWeight, unit: 'samples', inverted: false, order: 'name' };
  const tree = { ...shape, frames, nameOf, ...read } as CallTree;
  // A tree in pre-order is a stack table as it stands; the bench never asks for another view.
  const profile: Profile = {
    name: 'prepared',
    unit: 'samples',
    frames,
    stacks: { length: size, prefix: parent, frame },
    samples: { length: 0, stack: new Int32Array(0), weight: new Float64Array(0) },
    totalWeight,
  };
  return { profile, tree, kinds };
}
