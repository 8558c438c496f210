import { allNodes } from '../tree/call-tree.ts';
import type { CallTree } from '../tree/call-tree.ts';
import { childRows, hotPath } from './hot-path.ts';

/** A frame on a chain, or one that leaves it. */
export interface ChainFrame {
  readonly row: number;
  readonly name: string;
  readonly total: number;
}

/** A frame of a chain, with all that leaves the chain there. */
export interface ChainStep extends ChainFrame {
  /** Weight of the samples that end at this step. */
  readonly self: number;
  /** What it calls beside the next step, heaviest first. With `self`, it is all that leaves here. */
  readonly leaving: readonly ChainFrame[];
}

/** A real nesting: each step is called by the one before. */
export interface CallChain {
  readonly steps: readonly ChainStep[];
  /** The row that the chain branches off from; -1 when it begins at a root. */
  readonly from: number;
}

/** Which chains count as main; shares are in 0..1. */
export interface ChainOptions {
  /** Frames lighter than this share of the profile are on no chain; 0.1 by default. */
  readonly minShare?: number;
  /** A chain goes on while one child keeps this share of its parent; 0.5 by default. */
  readonly keep?: number;
}

/**
 * Takes the tree apart into its main call chains, heaviest first. A chain goes down as long as one
 * child keeps most of the weight; where it does not, and at every heavy branch, others begin. Since
 * each chain is a path, weights only shrink along it: siblings can never pass for callers.
 */
export function mainChains(tree: CallTree, options: ChainOptions = {}): CallChain[] {
  const { minShare = 0.1, keep = 0.5 } = options;
  const smallest = minShare * tree.totalWeight;
  const chains: CallChain[] = [];
  const starts: { row: number; from: number }[] = [];
  const addStarts = (from: number, rows: Iterable<number>) => {
    for (const row of rows) {
      const total = tree.total[row] ?? 0;
      if (total > 0 && total >= smallest) starts.push({ row, from });
    }
  };
  addStarts(allNodes, childRows(tree, allNodes));
  for (let next = starts.pop(); next !== undefined; next = starts.pop()) {
    const rows = [next.row, ...hotPath(tree, { from: next.row, share: keep, minWeight: smallest })];
    const steps = rows.map((row, i) => stepOf(tree, row, rows[i + 1]));
    chains.push({ steps, from: next.from });
    for (const step of steps)
      addStarts(
        step.row,
        step.leaving.map(({ row }) => row),
      );
  }
  return chains.sort((a, b) => firstTotal(b) - firstTotal(a) || firstRow(a) - firstRow(b));
}

function firstTotal({ steps }: CallChain): number {
  return steps[0]?.total ?? 0;
}

function firstRow({ steps }: CallChain): number {
  return steps[0]?.row ?? 0;
}

function stepOf(tree: CallTree, row: number, next: number | undefined): ChainStep {
  const leaving: ChainFrame[] = [];
  for (const child of childRows(tree, row)) if (child !== next) leaving.push(frameAt(tree, child));
  leaving.sort((a, b) => b.total - a.total);
  return { ...frameAt(tree, row), self: tree.self[row] ?? 0, leaving };
}

function frameAt(tree: CallTree, row: number): ChainFrame {
  return { row, name: tree.nameOf(row), total: tree.total[row] ?? 0 };
}
