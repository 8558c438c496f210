import { displayName, type Scene } from '../../lib/flame/graph.ts';

/** More than these are a search for a kind of frame, which the text names. */
const most = 8;

/**
 * Names of the boxes that a picture marks and has no room to name. On the screen they are told to whoever points at a
 * box; paper is told them below the picture.
 */
export function markedNames(scene: Scene, isDense: boolean): string[] {
  const unnamed = scene.boxes.filter(
    ({ marks, label, name }) =>
      name !== '' &&
      (marks.includes('matched') || marks.includes('selected')) &&
      (isDense || label === '' || label.endsWith('…')),
  );
  const names = new Set(unnamed.map(({ name }) => displayName(name, { level: 'shortest' })));
  return names.size > most ? [] : [...names];
}
