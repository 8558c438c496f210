import type { CallTree, ColorScheme } from '../../flame/index.ts';

/** How a miniature is drawn, in its own units. */
export interface MiniatureShape {
  readonly width: number;
  /** At most; less where the stacks are shallow. */
  readonly height: number;
  /** Rows of a deep stack; those of a shallow one are higher, so that it can be recognised too. */
  readonly rowHeights: { readonly least: number; readonly most: number };
  /** Boxes that are narrower are left out. */
  readonly thinnest: number;
  /** Between boxes, and between rows. */
  readonly gap: number;
}

/** The gallery's. */
const thumbnail: MiniatureShape = {
  width: 400,
  height: 104,
  rowHeights: { least: 4, most: 9 },
  thinnest: 1.5,
  gap: 0.6,
};

/** A miniature: one SVG path for each colour class, the root at the bottom. */
export interface Miniature {
  readonly width: number;
  readonly height: number;
  readonly paths: readonly { readonly kind: string; readonly d: string }[];
}

/** Draws the boxes that are wide enough, and the lowest rows of deep stacks. */
export function paintMiniature(
  tree: CallTree,
  colors: ColorScheme,
  shape: MiniatureShape = thumbnail,
): Miniature {
  const { width, rowHeights, thinnest, gap } = shape;
  const levels = Math.max(tree.maxDepth, 1);
  const fitting = Math.floor(shape.height / levels);
  const rowHeight = Math.min(Math.max(fitting, rowHeights.least), rowHeights.most);
  const rows = Math.min(levels, Math.floor(shape.height / rowHeight));
  const height = rows * rowHeight;
  const scale = width / (tree.totalWeight || 1);
  const byKind = new Map<string, string[]>();
  for (let row = 0; row < tree.size; row++) {
    const [depth = 0, total = 0, start = 0] = [tree.depth[row], tree.total[row], tree.start[row]];
    const boxWidth = total * scale;
    if (boxWidth < thinnest || depth >= rows) continue;
    const kind = colors.classes[colors.classOf(row)] ?? 'kind-unknown';
    const y = height - (depth + 1) * rowHeight;
    const inner = short(boxWidth - gap);
    const box = `M${short(start * scale)} ${y}h${inner}v${rowHeight - gap}h-${inner}z`;
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
