import { randomOf } from '../quiz/index.ts';

/** Choices that depend on a seed alone. */
export class Chance {
  readonly #random: () => number;

  constructor(seed: string) {
    this.#random = randomOf(seed);
    // Seeds that differ in one character begin alike; a few steps part them.
    for (let i = 0; i < 8; i++) this.#random();
  }

  /** In [from, to). */
  between(from: number, to: number): number {
    return from + (to - from) * this.#random();
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return Math.floor(this.between(from, to + 1));
  }

  /** One of a list that is not empty. */
  one<T>(items: readonly T[]): T {
    return items[Math.floor(this.#random() * items.length)]!; // the index is below the length
  }

  /** Some different items of a list, at most as many as there are. */
  some<T>(items: readonly T[], count: number): T[] {
    const left = [...items];
    const chosen: T[] = [];
    while (chosen.length < count && left.length > 0) {
      chosen.push(...left.splice(Math.floor(this.#random() * left.length), 1));
    }
    return chosen;
  }

  /** A weight shared out over `count` parts, none of them tiny. */
  parts(weight: number, count: number): number[] {
    const shares = Array.from({ length: count }, () => this.between(0.5, 1.5));
    const sum = shares.reduce((total, share) => total + share, 0);
    return shares.map((share) => (weight * share) / sum);
  }

  /** How many of `n` samples hit a share: a normal draw around n·share, as a recording would give. */
  sampled(n: number, share: number): number {
    let sum = 0;
    for (let i = 0; i < 12; i++) sum += this.#random();
    const spread = Math.sqrt(n * share * (1 - share));
    return Math.max(0, Math.round(n * share + (sum - 6) * spread));
  }
}
