import type { TermPicture } from '../../content/schemas/term.ts';
import { buildCallTree, importProfile, paintSvg, planScene } from '../../lib/flame/index.ts';

const rowHeightPx = 24;

/** The picture of a term, as SVG text: no row for everything, no colours that would say a kind. */
export async function paintTerm({
  stacks,
  mark,
  rootOnTop,
  leafFirst,
}: Pick<TermPicture, 'stacks' | 'mark' | 'rootOnTop' | 'leafFirst'>): Promise<string> {
  const { profiles } = await importProfile(stacks.join('\n'), { format: 'folded' });
  const [profile] = profiles;
  if (profile === undefined) throw new Error(`no profile in ${stacks.join(', ')}`);
  const tree = buildCallTree(profile, { order: 'name', inverted: leafFirst });
  const scene = planScene(tree, {
    widthPx: 340,
    rowHeightPx,
    rootOnTop,
    isMatched: (row) => row >= 0 && tree.nameOf(row) === mark,
  });
  const above = rootOnTop ? rowHeightPx : 0;
  return paintSvg({
    ...scene,
    heightPx: scene.heightPx - rowHeightPx,
    boxes: scene.boxes
      .filter(({ row }) => row >= 0)
      .map((box) => ({
        ...box,
        y: box.y - above,
        marks: box.marks.filter((name) => name === 'matched'),
      })),
  });
}
