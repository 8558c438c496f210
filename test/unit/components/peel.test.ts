import { expect, test } from 'vitest';
import { peelFrame } from '../../../src/components/widgets/peel-frame/peel.ts';

const callee = (id: string, weight: number) => ({
  id,
  name: `${id} · ${weight}`,
  weight,
  kind: 'library',
});
const connection = {
  name: 'connection · 22',
  weight: 22,
  kind: 'library',
  callees: [callee('body', 8), callee('send', 7), callee('handlers', 6), callee('receive', 1)],
};

test('a callee that is taken off takes its samples with it', () => {
  const { left, sum, isBare, frames } = peelFrame(connection, new Set(['body', 'send']));
  expect({ left, sum, isBare }).toEqual({ left: 7, sum: '22 − 8 − 7 = 7', isBare: false });
  expect(frames.map(({ weight }) => weight)).toEqual([7, 6, 1]);
});

test('of a frame that does no work of its own nothing is left', () => {
  const all = new Set(connection.callees.map(({ id }) => id));
  expect(peelFrame(connection, all)).toMatchObject({ left: 0, isBare: true });
});

test('of a leaf everything is left', () => {
  const leaf = { ...connection, callees: [] };
  expect(peelFrame(leaf, new Set())).toMatchObject({ left: 22, sum: '', isBare: true });
});
