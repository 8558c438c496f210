import { expect, test } from 'vitest';
import { rowsToName } from '../../../../src/components/widgets/flame-graph/rows-to-name.ts';
import {
  BoxColumns,
  buildCallTree,
  callersAndCallees,
  cullBoxes,
  layoutOfTree,
  layOutSandwich,
  wholeViewport,
} from '../../../../src/lib/flame/index.ts';
import type { CallTree, FlameLayout } from '../../../../src/lib/flame/index.ts';
import { profileOf } from '../../../support/profile-of.ts';

/** The frames that are told of in a picture 1,000 pixels wide which shows everything, in the order of the tree. */
function namesIn(tree: CallTree, layout: FlameLayout = layoutOfTree(tree)): string[] {
  const boxes = new BoxColumns();
  const size = { widthPx: 1000, rowHeightPx: 10, rootOnTop: true };
  cullBoxes(layout, wholeViewport(layout, size), 1, boxes);
  const rows = rowsToName(boxes).sort((a, b) => a - b);
  return rows.map((row) => (row < 0 ? 'all' : tree.nameOf(row)));
}

test('frames that are wide enough for a name are told of, all of them where they are few', () => {
  const tree = buildCallTree(profileOf('main;a;x 90\nmain;b 8\nmain;c 2'));
  expect(namesIn(tree)).toEqual(['all', 'main', 'a', 'x', 'b']);
});

test('one deep stack on the left leaves room for the frames beside it', () => {
  const deep = Array.from({ length: 200 }, (_, i) => `deep${i}`).join(';');
  const beside = Array.from({ length: 12 }, (_, i) => `main;beside${i};below${i} 5`);
  const tree = buildCallTree(profileOf([`main;a;${deep} 40`, ...beside].join('\n')));
  const names = namesIn(tree);
  expect(names).toHaveLength(80);
  for (let i = 0; i < 12; i++) expect(names).toContain(`below${i}`);
  expect(names).toContain('deep10');
  expect(names).not.toContain('deep150');
});

test('in a sandwich, what is near its function on both sides', () => {
  const away = (side: string) => Array.from({ length: 60 }, (_, i) => `${side}${i}`);
  const stack = [...away('caller').reverse(), 'f', ...away('callee')].join(';');
  const { tree, layout } = layOutSandwich(callersAndCallees(profileOf(`${stack} 1`), 'f'));
  const names = namesIn(tree, layout);
  for (const near of ['caller0', 'caller30', 'callee0', 'callee30']) expect(names).toContain(near);
  for (const far of ['caller50', 'callee50']) expect(names).not.toContain(far);
});
