import { allNodes } from '../../../lib/flame/graph.ts';
import type { BoxColumns, CallTree } from '../../../lib/flame/index.ts';

const moveMs = 220;

interface OldPlace {
  readonly x0: number;
  readonly x1: number;
}

/**
 * Moves the boxes of one tree to the places that the same stacks have in another: a learner sees the
 * same samples, arranged anew. Boxes are matched by the names from the root; what is new grows.
 */
export class BoxMotion {
  #old: Map<number, OldPlace> | undefined;
  #since = 0;

  /** The boxes as they are now are where the next picture starts from. */
  leave(tree: CallTree, { count, row, x0, x1 }: BoxColumns): void {
    const keyOf = pathKeys(tree);
    this.#old = new Map();
    for (let i = 0; i < count; i++) {
      this.#old.set(keyOf(row[i]!), { x0: x0[i]!, x1: x1[i]! }); // i < count
    }
    this.#since = performance.now();
  }

  stop(): void {
    this.#old = undefined;
  }

  /** Puts the boxes where they are at this moment; whether they have further to go. */
  place(tree: CallTree, boxes: BoxColumns): boolean {
    if (this.#old === undefined) return false;
    const done = (performance.now() - this.#since) / moveMs;
    if (done >= 1) {
      this.stop();
      return false;
    }
    const way = 1 - (1 - done) ** 3;
    const keyOf = pathKeys(tree);
    for (let i = 0; i < boxes.count; i++) {
      const [x0, x1] = [boxes.x0[i]!, boxes.x1[i]!]; // i < count
      const middle = (x0 + x1) / 2;
      const old = this.#old.get(keyOf(boxes.row[i]!)) ?? { x0: middle, x1: middle };
      boxes.x0[i] = old.x0 + (x0 - old.x0) * way;
      boxes.x1[i] = old.x1 + (x1 - old.x1) * way;
    }
    return true;
  }
}

/** A number for the names from the root to a row, the same in every tree (but for rare clashes). */
function pathKeys(tree: CallTree): (row: number) => number {
  const known = new Map<number, number>([[allNodes, 17]]);
  return (row) => {
    const way: number[] = [];
    let at = row;
    while (!known.has(at)) {
      way.push(at);
      at = tree.parent[at] ?? allNodes;
    }
    let key = known.get(at) ?? 17;
    for (const next of way.reverse()) {
      key = hash(tree.nameOf(next), key);
      known.set(next, key);
    }
    return key;
  };
}

/** FNV-1a, begun with the key of the caller. */
function hash(text: string, from: number): number {
  let value = from ^ 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value;
}
