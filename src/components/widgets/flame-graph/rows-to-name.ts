import type { BoxColumns } from '../../../lib/flame/index.ts';

const namedPx = 28;
const mostNamed = 80;

/**
 * Rows of the frames that a screen reader is told of: wide enough to be named in the picture, and not more than 80. Of
 * more, those nearest to the root, or to the function of a sandwich, and of one level the widest: in the order of the
 * tree one deep stack on the left would leave no room for the frames beside it.
 */
export function rowsToName({ count, row, depth, x0, x1 }: BoxColumns): number[] {
  const widthOf = (box: number) => x1[box]! - x0[box]!; // box < count, here and below
  const levelOf = (box: number) => Math.abs(depth[box]!);
  return Array.from({ length: count }, (_, box) => box)
    .filter((box) => widthOf(box) >= namedPx)
    .sort((a, b) => levelOf(a) - levelOf(b) || widthOf(b) - widthOf(a))
    .slice(0, mostNamed)
    .map((box) => row[box]!);
}
