import type { FlameLayout } from './flame-layout.ts';

/**
 * Levels of each row's subtree, 1 for a leaf; more than 65,535 counts as that. One pass backwards:
 * in pre-order a parent stands before its children.
 */
export function subtreeHeights(layout: FlameLayout): Uint16Array {
  const { size, parent } = layout;
  const heights = new Uint16Array(size).fill(1);
  for (let row = size - 1; row >= 0; row--) {
    const above = parent[row]!; // row < size
    const height = heights[row]!;
    if (above >= 0 && heights[above]! <= height) heights[above] = Math.min(height + 1, 0xffff);
  }
  return heights;
}
