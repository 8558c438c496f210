import {
  buildCallTree,
  colorByName,
  paintSvg,
  planScene,
  type CallTree,
  type PaintedBox,
  type Profile,
} from '../../../lib/flame/index.ts';

/** Samples side by side that stand on one row of the tree: one sample, or a folded line. */
export interface StackColumn {
  readonly row: number;
  readonly weight: number;
}

/** One picture of the way from samples to a flame graph. */
export interface FoldStep {
  readonly kind: 'samples' | 'folded' | 'sorted' | 'merged';
  readonly columns: readonly StackColumn[];
  /** Rows from the root up that are merged already. */
  readonly mergedRows: number;
}

export interface FoldPlan {
  readonly tree: CallTree;
  readonly steps: readonly FoldStep[];
}

/**
 * The steps for a profile whose samples stand in the order of time: as recorded, equal stacks
 * counted, the lines sorted, then one row after the other merged, from the root.
 */
export function planFoldSteps(profile: Profile): FoldPlan {
  const tree = buildCallTree(profile);
  const recorded = columnsAsRecorded(profile, tree);
  const weights = new Map<number, number>();
  for (const { row, weight } of recorded) weights.set(row, (weights.get(row) ?? 0) + weight);
  const folded = [...weights].map(([row, weight]) => ({ row, weight }));
  // Rows of a tree are in pre-order with siblings by name: that is the order of the sorted lines.
  const sorted = folded.toSorted((a, b) => a.row - b.row);
  const step = (kind: FoldStep['kind'], columns: readonly StackColumn[], mergedRows = 0) => ({
    kind,
    columns,
    mergedRows,
  });
  const merged = Array.from({ length: tree.maxDepth }, (_, i) => step('merged', sorted, i + 1));
  const steps = [step('samples', recorded), step('folded', folded), step('sorted', sorted)];
  return { tree, steps: [...steps, ...merged] };
}

function columnsAsRecorded({ samples, stacks, frames }: Profile, tree: CallTree): StackColumn[] {
  const rowOf = new Map(Array.from({ length: tree.size }, (_, row) => [lineOf(tree, row), row]));
  const columns: StackColumn[] = [];
  samples.stack.forEach((leaf, sample) => {
    const names: string[] = [];
    for (let stack = leaf; stack >= 0; stack = stacks.prefix[stack] ?? -1) {
      names.push(frames.names[stacks.frame[stack] ?? -1] ?? '');
    }
    const row = rowOf.get(names.reverse().join(';'));
    const weight = samples.weight[sample] ?? 0;
    if (row !== undefined && weight > 0) columns.push({ row, weight });
  });
  return columns;
}

/** The stack of a row as a folded line has it, without the weight: `main;read;copy`. */
export function lineOf(tree: CallTree, row: number): string {
  return ancestorsOf(tree, row)
    .map((at) => tree.nameOf(at))
    .join(';');
}

/** From the root down to the row itself. */
function ancestorsOf(tree: CallTree, row: number): number[] {
  const rows: number[] = [];
  for (let at = row; at >= 0; at = tree.parent[at] ?? -1) rows.push(at);
  return rows.reverse();
}

const rowHeightPx = 26;
/** Room that a letter and the two margins of a label take, as the painter reckons. */
const letterPx = 6.7;
const marginPx = 8;

/** Draws a step as SVG text: columns where nothing is merged, boxes where it is. */
export function paintFoldStep({ tree }: FoldPlan, step: FoldStep, widthPx = 640): string {
  const scene = planScene(tree, { widthPx, rowHeightPx, colors: colorByName(tree) });
  const boxes = new Map(scene.boxes.map((box) => [box.row, { ...box, marks: [] }]));
  const merged = [...boxes.values()].filter(
    ({ row }) => row >= 0 && (tree.depth[row] ?? 0) < step.mergedRows,
  );
  return paintSvg({
    ...scene,
    heightPx: tree.maxDepth * rowHeightPx,
    boxes: [...merged, ...piecesOf(tree, step, boxes, widthPx)],
  });
}

/** The frames of each column that are not merged yet, each as wide as its column. */
function piecesOf(
  tree: CallTree,
  { columns, mergedRows }: FoldStep,
  boxes: ReadonlyMap<number, PaintedBox>,
  widthPx: number,
): PaintedBox[] {
  const pieces: PaintedBox[] = [];
  let start = 0;
  for (const { row, weight } of columns) {
    const width = weight / tree.totalWeight;
    for (const at of ancestorsOf(tree, row).slice(mergedRows)) {
      const box = boxes.get(at);
      if (box === undefined) continue;
      const fits = box.name.length * letterPx + marginPx <= width * widthPx;
      const x = start / tree.totalWeight;
      pieces.push({
        ...box,
        x,
        width,
        start,
        weight,
        label: fits ? box.name : '',
        title: box.name,
      });
    }
    start += weight;
  }
  return pieces;
}

/** The boxes of the row that a step has merged last, from left to right, as `name weight`. */
export function newestRow({ tree }: FoldPlan, { mergedRows }: FoldStep): string[] {
  const texts: string[] = [];
  for (let row = 0; row < tree.size; row++) {
    if (tree.depth[row] === mergedRows - 1) {
      texts.push(`${tree.nameOf(row)} ${tree.total[row] ?? 0}`);
    }
  }
  return texts;
}

/** The lines that stand beside the picture: one a sample at first, then one a folded stack. */
export function linesOf({ tree }: FoldPlan, { kind, columns }: FoldStep): string[] {
  return columns.map(({ row, weight }) => {
    const line = lineOf(tree, row);
    return kind === 'samples' && weight === 1 ? line : `${line} ${weight}`;
  });
}
