import type { CallTree, ColorScheme } from '../../lib/flame/index.ts';

const width = 400;
/** Rows of a deep stack; those of a shallow one are higher, so that it can be recognised too. */
const rowHeights = { least: 4, most: 9 };
const mostHeight = 104;
const thinnest = 1.5;

/** A miniature: one SVG path for each colour class, the root at the bottom. */
export interface Miniature {
  readonly width: number;
  readonly height: number;
  readonly paths: readonly { readonly kind: string; readonly d: string }[];
}

/** Draws boxes that are at least a pixel and a half wide, and the lowest rows of deep stacks. */
export function paintMiniature(tree: CallTree, colors: ColorScheme): Miniature {
  const levels = Math.max(tree.maxDepth, 1);
  const fitting = Math.floor(mostHeight / levels);
  const rowHeight = Math.min(Math.max(fitting, rowHeights.least), rowHeights.most);
  const rows = Math.min(levels, Math.floor(mostHeight / rowHeight));
  const height = rows * rowHeight;
  const scale = width / (tree.totalWeight || 1);
  const byKind = new Map<string, string[]>();
  for (let row = 0; row < tree.size; row++) {
    const [depth = 0, total = 0, start = 0] = [tree.depth[row], tree.total[row], tree.start[row]];
    const boxWidth = total * scale;
    if (boxWidth < thinnest || depth >= rows) continue;
    const kind = colors.classes[colors.classOf(row)] ?? 'kind-unknown';
    const y = height - (depth + 1) * rowHeight;
    const box = `M${short(start * scale)} ${y}h${short(boxWidth - 0.6)}v${rowHeight - 0.6}h-${short(boxWidth - 0.6)}z`;
    const boxes = byKind.get(kind);
    if (boxes === undefined) byKind.set(kind, [box]);
    else boxes.push(box);
  }
  return {
    width,
    height,
    paths: [...byKind].map(([kind, boxes]) => ({ kind, d: boxes.join('') })),
  };
}

function short(value: number): string {
  return String(Number(value.toFixed(1)));
}
