import {
  buildCallTree,
  childrenOf,
  displayName,
  findNode,
  kindsOfFrames,
} from '../../../lib/flame/index.ts';
import type { Profile } from '../../../lib/flame/index.ts';
import type { PeelFrame } from './peel.ts';

/** A frame that the reader may choose: `path` as links name frames, `name` where its own says little. */
export interface PeelChoice {
  readonly path: string;
  readonly name?: string;
}

/** The frames with their callees, widest first. Throws where a path names no frame. */
export function peelFramesOf(profile: Profile, choices: readonly PeelChoice[]): PeelFrame[] {
  const tree = buildCallTree(profile);
  const kinds = kindsOfFrames(profile);
  const boxOf = (row: number, name = displayName(tree.nameOf(row), { level: 'shortest' })) => {
    const weight = tree.total[row] ?? 0;
    return { name: `${name} · ${weight}`, weight, kind: kinds[tree.frame[row] ?? 0] ?? 'unknown' };
  };
  return choices.map(({ path, name }) => {
    const row = findNode(tree, path);
    if (row === undefined || row < 0) throw new Error(`<PeelFrame>: no frame "${path}".`);
    const callees = [...childrenOf(tree, row)]
      .map((child) => ({ ...boxOf(child), id: String(child) }))
      .sort((a, b) => b.weight - a.weight);
    return { ...boxOf(row, name), callees };
  });
}
