/**
 * Seeded folded stacks of the shape of real profiles: mean depth about 30 and at most 120, names of
 * 20 to 90 characters in Rust, JVM and kernel style, a quarter of a line a node, a few hot stacks.
 */
export interface GeneratedStacks {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly nodes: number;
  readonly lines: number;
  readonly names: number;
  readonly maxDepth: number;
  readonly totalWeight: number;
}

const meanDepth = 31;
const deepest = 120;

/** Folded stacks of exactly `nodes` distinct stack prefixes. `shuffled` lines share few prefixes. */
export function generateStacks(nodes: number, seed = 1, shuffled = false): GeneratedStacks {
  const random = randomOf(seed);
  const names = generateNames(Math.round(25 * Math.sqrt(nodes)), random);
  const tree = growTree(nodes, names.length, random);
  const lines = writeLines(tree, names);
  if (shuffled) shuffle(lines.starts, lines.ends, random);
  return {
    bytes: shuffled ? inOrder(lines) : lines.bytes,
    nodes,
    lines: lines.starts.length,
    names: new Set(tree.name).size,
    maxDepth: tree.depth.reduce((most, depth) => Math.max(most, depth), 0) + 1,
    totalWeight: tree.weight.reduce((sum, weight) => sum + weight, 0),
  };
}

/** Mulberry32: small, seeded, good enough for shapes. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function generateNames(count: number, random: () => number): string[] {
  const pick = (words: readonly string[]): string =>
    words[Math.floor(random() * words.length)] ?? '';
  const crates = ['tokio', 'hyper', 'serde_json', 'core', 'alloc', 'std', 'axum', 'regex_automata'];
  const parts = ['runtime', 'scheduler', 'worker', 'future', 'poll', 'io', 'driver', 'raw', 'map'];
  const types = ['Context', 'HashMap<K,V,S>', 'Vec<T>', 'Builder', 'Harness<T,S>', 'Connection'];
  const verbs = ['poll', 'run', 'read', 'write', 'insert', 'call_once', 'drop_in_place', 'parse'];
  const names = new Set<string>();
  while (names.size < count) {
    const number = Math.floor(random() * 100_000);
    const kind = random();
    if (kind < 0.5) {
      const path = `${pick(crates)}::${pick(parts)}::${pick(parts)}::${pick(types)}`;
      names.add(`${path}::${pick(verbs)}_${number}`);
    } else if (kind < 0.85) {
      const path = `org/${pick(crates)}/${pick(parts)}/${pick(parts)}/${pick(parts)}${number}`;
      names.add(`L${path}$Inner;`.replace(';', `:.${pick(verbs)}`));
    } else names.add(`__${pick(verbs)}_${pick(parts)}_${pick(parts)}_${number}_[k]`);
  }
  return [...names];
}

interface GrownTree {
  readonly parent: Int32Array;
  readonly name: Int32Array;
  readonly depth: Int32Array;
  readonly weight: Float64Array;
}

/** Grows the tree by chains: each starts on the path of an earlier chain and ends in a sample. */
function growTree(nodes: number, names: number, random: () => number): GrownTree {
  const parent = new Int32Array(nodes);
  const name = new Int32Array(nodes);
  const depth = new Int32Array(nodes);
  const weight = new Float64Array(nodes);
  const ends: number[] = [];
  const taken = new Set<number>();
  const steps = (mean: number): number => 1 + Math.floor(-Math.log(1 - random()) * (mean - 0.5));
  const add = (at: number, above: number): void => {
    do name[at] = Math.floor(random() ** 2 * names);
    while (taken.has((above + 1) * names + name[at]));
    taken.add((above + 1) * names + name[at]);
    parent[at] = above;
    depth[at] = above < 0 ? 0 : depth[above]! + 1; // rows below `at` are filled
  };
  for (let at = 0; at < nodes;) {
    let node = ends.length === 0 ? -1 : ends[Math.floor(random() * ends.length)]!;
    const from = node < 0 ? -1 : depth[node]!;
    for (let up = steps(4 * Math.max(0.3, from / meanDepth)); up > 0 && node >= 0; up--) {
      if (depth[node]! > 0) node = parent[node]!;
    }
    const above = node < 0 ? -1 : depth[node]!;
    let down = Math.min(
      nodes - at,
      ends.length === 0 ? meanDepth : steps(4.1),
      deepest - 1 - above,
    );
    for (; down > 0; down--) {
      add(at, node);
      node = at++;
    }
    if (weight[node] === 0) ends.push(node);
    weight[node]! += 1 + Math.floor(12 / (random() + 0.05) ** 1.1) * 1;
  }
  return { parent, name, depth, weight };
}

interface Lines {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

/** Writes the lines as stackcollapse-perf.pl does: sorted by their bytes. */
function writeLines(tree: GrownTree, names: readonly string[]): Lines {
  const encoded = names.map((name) => new TextEncoder().encode(`${name};`));
  const rank = new Int32Array(names.length);
  const sorted = names.map((name, index) => ({ text: `${name};`, index }));
  sorted.sort((a, b) => (a.text < b.text ? -1 : 1)).forEach(({ index }, at) => (rank[index] = at));
  const order = preOrder(tree, rank);
  const prefixLength = new Int32Array(order.length); // of a node's path with its last semicolon
  let length = 0;
  let lines = 0;
  for (const node of order) {
    const above = tree.parent[node]!;
    prefixLength[node] = (above < 0 ? 0 : prefixLength[above]!) + encoded[tree.name[node]!]!.length;
    if (tree.weight[node]! > 0) {
      length += prefixLength[node]! + String(tree.weight[node]).length + 1;
      lines++;
    }
  }
  const bytes = new Uint8Array(length);
  const starts = new Float64Array(lines);
  const ends = new Float64Array(lines);
  const path = new Uint8Array(deepest * 100);
  let at = 0;
  let line = 0;
  for (const node of order) {
    const own = encoded[tree.name[node]!]!;
    path.set(own, prefixLength[node]! - own.length);
    if (tree.weight[node] === 0) continue;
    starts[line] = at;
    bytes.set(path.subarray(0, prefixLength[node]! - 1), at);
    at += prefixLength[node]! - 1;
    for (const character of ` ${tree.weight[node]}\n`) bytes[at++] = character.charCodeAt(0);
    ends[line++] = at;
  }
  return { bytes, starts, ends };
}

/** All nodes, parents first, siblings by rank of name. */
function preOrder(tree: GrownTree, rank: Int32Array): Int32Array {
  const children = new Map<number, number[]>();
  tree.parent.forEach((above, node) => {
    const siblings = children.get(above);
    if (siblings === undefined) children.set(above, [node]);
    else siblings.push(node);
  });
  const order = new Int32Array(tree.parent.length);
  const open = [-1];
  let at = 0;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node >= 0) order[at++] = node;
    const below = children.get(node) ?? [];
    below.sort((a, b) => rank[tree.name[b]!]! - rank[tree.name[a]!]!);
    for (const child of below) open.push(child);
  }
  return order;
}

function shuffle(starts: Float64Array, ends: Float64Array, random: () => number): void {
  for (let i = starts.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [starts[i], starts[j]] = [starts[j]!, starts[i]!];
    [ends[i], ends[j]] = [ends[j]!, ends[i]!];
  }
}

function inOrder({ bytes, starts, ends }: Lines): Uint8Array<ArrayBuffer> {
  const moved = new Uint8Array(bytes.length);
  let at = 0;
  starts.forEach((start, line) => {
    moved.set(bytes.subarray(start, ends[line]), at);
    at += ends[line]! - start;
  });
  return moved;
}
