import { writeKinds } from '../../../src/components/widgets/flame-graph/frame-kinds-of.ts';
import type { CallTree, Profile } from '../../../src/lib/flame/index.ts';

/*
 * A call tree as a file, for the row "from a prepared tree": the viewers that cannot read a
 * profile get their own prepared form, so ours is measured with one too. Four counts, names and
 * the kinds that colour them (as the site's pages have them) as JSON, then the columns as they are
 * in memory: reading makes views and copies nothing.
 */

const intColumns = ['frame', 'parent', 'end', 'depth'] as const;
const floatColumns = ['self', 'total', 'start'] as const;

export function writePrepared(tree: CallTree, kinds: readonly string[]): Uint8Array<ArrayBuffer> {
  const table = [tree.frames.names, writeKinds(kinds)];
  const names = new TextEncoder().encode(JSON.stringify(table));
  const head = 16;
  const padded = Math.ceil((head + names.length) / 8) * 8;
  const bytes = new Uint8Array(padded + tree.size * (4 * 4 + 3 * 8) + 8);
  new Int32Array(bytes.buffer, 0, 4).set([tree.size, tree.maxDepth, names.length, padded]);
  bytes.set(names, head);
  let at = padded;
  for (const column of floatColumns) {
    new Float64Array(bytes.buffer, at, tree.size).set(tree[column]);
    at += tree.size * 8;
  }
  for (const column of intColumns) {
    new Int32Array(bytes.buffer, at, tree.size).set(tree[column]);
    at += tree.size * 4;
  }
  return bytes;
}

export function readPrepared(bytes: Uint8Array<ArrayBuffer>): {
  profile: Profile;
  tree: CallTree;
  kinds: string;
} {
  const { buffer } = bytes;
  const [size = 0, maxDepth = 0, nameBytes = 0, padded = 0] = new Int32Array(buffer, 0, 4);
  const text = new TextDecoder().decode(bytes.subarray(16, 16 + nameBytes));
  const [names, kinds] = JSON.parse(text) as [string[], string];
  let at = padded;
  const floats = () => {
    const column = new Float64Array(buffer, at, size);
    at += size * 8;
    return column;
  };
  const ints = () => {
    const column = new Int32Array(buffer, at, size);
    at += size * 4;
    return column;
  };
  const [self, total, start] = [floats(), floats(), floats()];
  const [frame, parent, end, depth] = [ints(), ints(), ints(), ints()];
  const frames = { length: names.length, names, details: [] };
  let totalWeight = 0;
  for (let row = 0; row < size; row = end[row] ?? size) totalWeight += total[row] ?? 0;
  const nameOf = (row: number) => names[frame[row] ?? 0] ?? '';
  const columns = { frame, parent, end, depth, self, total, start };
  const shape = { size, maxDepth, totalWeight, unit: 'samples', inverted: false, order: 'name' };
  const tree = { ...shape, frames, nameOf, ...columns } as CallTree;
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
