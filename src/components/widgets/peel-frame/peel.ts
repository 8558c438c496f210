import type { SmallFrame } from '../small-tree/paint-small-tree.ts';

/** A frame with what it calls, as in the stacks. Weights are totals in samples. */
export interface PeelFrame {
  readonly name: string;
  readonly weight: number;
  readonly kind: string;
  readonly callees: readonly SmallFrame[];
}

/** What is left of a frame when some of its callees have been taken off, with their samples. */
export interface Peeled {
  readonly left: number;
  /** `22 − 6 − 8 = 8`; empty before anything is taken off. */
  readonly sum: string;
  /** Nothing is on the frame any more: what is left is its self weight. */
  readonly isBare: boolean;
  /** The frame and the callees that are still on it, to be drawn. */
  readonly frames: readonly SmallFrame[];
}

const frameId = 'frame';

/** Takes callees off a frame; `taken` holds their ids. */
export function peelFrame(frame: PeelFrame, taken: ReadonlySet<string>): Peeled {
  const off = frame.callees.filter(({ id }) => taken.has(id));
  const on = frame.callees.filter(({ id }) => !taken.has(id));
  const left = off.reduce((rest, { weight }) => rest - weight, frame.weight);
  const { name, kind } = frame;
  return {
    left,
    sum:
      off.length === 0
        ? ''
        : `${[frame, ...off].map(({ weight }) => weight).join(' − ')} = ${left}`,
    isBare: on.length === 0,
    frames: [
      { id: frameId, name, weight: left, kind },
      ...on.map((callee) => ({ ...callee, onto: frameId })),
    ],
  };
}
