import { describe, expect, it } from 'vitest';
import { paintMiniature } from '../../../../src/lib/site/pictures/paint-miniature.ts';
import { buildCallTree, colorByName } from '../../../../src/lib/flame/index.ts';
import { profileOf } from '../../../support/profile-of.ts';

const miniatureOf = (drawing: string) => {
  const tree = buildCallTree(profileOf(drawing));
  return paintMiniature(tree, colorByName(tree));
};
const boxesOf = (drawing: string) =>
  miniatureOf(drawing).paths.reduce((sum, { d }) => sum + d.split('M').length - 1, 0);

describe('a profile in miniature', () => {
  it('draws a box for each frame, the root at the bottom', () => {
    const { paths, height } = miniatureOf('main;work 3\nmain;wait 1');
    expect(boxesOf('main;work 3\nmain;wait 1')).toBe(3);
    expect(height).toBe(18);
    expect(paths.some(({ d }) => d.includes('M0 9h399.4'))).toBe(true);
  });

  it('leaves out what nobody could see', () => {
    expect(boxesOf('main;work 1000\nmain;wait 1')).toBe(2);
  });

  it('shows the lowest rows of a stack that is ten thousand deep', () => {
    const deep = Array.from({ length: 10_000 }, () => 'f').join(';');
    expect(boxesOf(`${deep} 1`)).toBe(26);
  });

  it('is empty, not broken, for a profile without samples', () => {
    expect(miniatureOf('').paths).toEqual([]);
  });
});
