import type { BuiltTree } from './built-tree.ts';

/** Whether a row is all that is there: of a sandwich that is its function, which has two rows. */
export function isEverything({ sandwich }: Pick<BuiltTree, 'sandwich'>, row: number): boolean {
  return row < (sandwich ? 1 : 0) || row === sandwich?.callersRoot;
}
