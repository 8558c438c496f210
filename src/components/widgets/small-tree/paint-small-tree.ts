import { colorByKind, frameKinds, paintSvg, planScene } from '../../../lib/flame/graph.ts';
import { buildCallTree, ProfileBuilder } from '../../../lib/flame/trees.ts';

/** A box of a tree that a reader puts together or takes apart. Weights are samples. */
export interface SmallFrame {
  readonly id: string;
  /** As it stands in the box. */
  readonly name: string;
  readonly weight: number;
  readonly kind: string;
  /** The frame that it stands on; none at the root. */
  readonly onto?: string;
}

export interface SmallTreeOptions {
  /** Weight that the whole width stands for: boxes keep their scale when the tree shrinks. */
  readonly extent: number;
  readonly widthPx?: number;
}

const rowHeightPx = 24;

/**
 * Draws a few boxes with the library's own layout and painter, as SVG text, the root at the bottom.
 * What a frame's callees leave over is its self weight. Empty where there is no weight.
 */
export function paintSmallTree(
  frames: readonly SmallFrame[],
  { extent, widthPx = 640 }: SmallTreeOptions,
): string {
  const tree = buildCallTree(profileOf(frames));
  if (tree.size === 0) return '';
  const kinds = new Map(frames.map(({ name, kind }) => [name, kind]));
  const scene = planScene(tree, {
    window: [0, extent],
    widthPx,
    rowHeightPx,
    colors: colorByKind(
      tree,
      frameKinds,
      (frame) => kinds.get(tree.frames.names[frame] ?? '') ?? '',
    ),
    titleOf: (row) => (row < 0 ? '' : tree.nameOf(row)),
  });
  // The lowest row of a scene stands for everything; here the root frame is everything.
  return paintSvg({
    ...scene,
    heightPx: scene.heightPx - rowHeightPx,
    boxes: scene.boxes.filter(({ row }) => row >= 0).map((box) => ({ ...box, marks: [] })),
  });
}

function profileOf(frames: readonly SmallFrame[]) {
  const builder = new ProfileBuilder();
  const byId = new Map(frames.map((frame) => [frame.id, frame]));
  for (const frame of frames) {
    const covered = frames
      .filter(({ onto }) => onto === frame.id)
      .reduce((sum, { weight }) => sum + weight, 0);
    const names: string[] = [];
    for (let at: SmallFrame | undefined = frame; at !== undefined;) {
      names.unshift(at.name);
      at = at.onto === undefined ? undefined : byId.get(at.onto);
    }
    if (frame.weight > covered) builder.sample(builder.stackOfNames(names), frame.weight - covered);
  }
  return builder.build('', 'samples');
}
