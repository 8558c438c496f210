import { pathOf } from '../../../lib/flame/graph.ts';
import type { Scene } from '../../../lib/flame/index.ts';
import type { FlameGraphView } from './flame-graph-view.ts';

const moveMs = 180;

interface Picture {
  readonly scene: Scene;
  readonly view: FlameGraphView;
}

/** Lets every box start where it was: the same samples, seen to move to their new place. */
export function moveBoxes(svg: SVGSVGElement | null, from: Picture, to: Picture): void {
  const { widthPx, heightPx, rootOnTop, boxes } = to.scene;
  const before = keysOf(from);
  const places = new Map(from.scene.boxes.map((box, i) => [before[i] ?? '', box]));
  // A flame graph stands on its foot, and its levels are counted from the top.
  const grown = rootOnTop || from.scene.rootOnTop ? 0 : heightPx - from.scene.heightPx;
  const keys = keysOf(to);
  const elements = svg?.querySelectorAll<SVGGElement>('.flame-box') ?? [];
  boxes.forEach((box, i) => {
    const old = places.get(keys[i] ?? '');
    const element = elements[i];
    if (element === undefined) return;
    if (old === undefined) {
      element.animate([{ opacity: 0 }, { opacity: 1 }], { duration: moveMs, easing: 'ease-out' });
      return;
    }
    const scale = box.width > 0 ? old.width / box.width : 1;
    const shift = (old.x - box.x * scale) * widthPx;
    const fall = old.y + grown - box.y;
    if (scale === 1 && shift === 0 && fall === 0) return;
    element.animate(
      [{ transform: `translate(${shift}px, ${fall}px) scale(${scale}, 1)` }, { transform: 'none' }],
      { duration: moveMs, easing: 'ease-out' },
    );
  });
}

/**
 * What makes a box of one picture the same as a box of another: its stack, whichever way the tree
 * is ordered, and else its function's first box.
 */
function keysOf({ scene, view: { tree } }: Picture): string[] {
  return scene.boxes.map(({ row, held }) =>
    held > 1 ? '' : (tree.inverted ? [tree.nameOf(row)] : pathOf(tree, row)).join('\n'),
  );
}
