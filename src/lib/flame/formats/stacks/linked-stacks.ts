import { noStack } from '../../model/profile-builder.ts';

/** What a sample has instead of a stack where the file names none, or one that bites its tail. */
export const brokenStack = -2;

const unknown = -3;
const underway = -4;

/** A link without a parent: the root of its stack. */
export const noParent = -1;

interface Links {
  readonly length: number;
  /** Index of the caller's link, or `noParent`. */
  parentOf(link: number): number;
  /** The stack with this link's frame on top of `prefix`; `prefix` itself where it has no frame. */
  push(prefix: number, link: number): number;
}

/**
 * Stacks that a file gives as links to the caller (nodes of a tree, rows of a prefix table), in
 * any order. Each link is resolved once, when it is first asked for, without recursion: chains of
 * a million links and links in a circle are both survived.
 */
export class LinkedStacks {
  readonly #links: Links;
  readonly #stack: Int32Array;
  readonly #path: number[] = [];

  constructor(links: Links) {
    this.#links = links;
    this.#stack = new Int32Array(links.length).fill(unknown);
  }

  /** The stack of a link, `noStack`, or `brokenStack`. */
  stackOf(link: number): number {
    const known = this.#stack[link] ?? brokenStack;
    return known > unknown ? known : this.#resolve(link);
  }

  #resolve(link: number): number {
    const path = this.#path;
    path.length = 0;
    let below = noStack;
    let at = link;
    while (at !== noParent) {
      const known = this.#stack[at] ?? brokenStack;
      if (known !== unknown) {
        below = known === underway ? brokenStack : known; // underway: the chain bit its tail
        break;
      }
      this.#stack[at] = underway;
      path.push(at);
      at = this.#links.parentOf(at);
    }
    for (let i = path.length - 1; i >= 0; i--) {
      const next = path[i] ?? 0;
      below = below === brokenStack ? brokenStack : this.#links.push(below, next);
      this.#stack[next] = below;
    }
    return below;
  }
}
