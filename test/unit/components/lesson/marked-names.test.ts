import { expect, it } from 'vitest';
import { markedNames } from '../../../../src/components/lesson/marked-names.ts';
import type { Scene } from '../../../../src/lib/flame/graph.ts';

const box = (name: string, label: string, ...marks: string[]) => ({ name, label, marks });
const sceneOf = (...boxes: object[]) => ({ boxes }) as unknown as Scene;

it('names what is marked and has no room for its name, once', () => {
  const scene = sceneOf(
    box('libc`write', 'write', 'matched'),
    box('libc`writev', 'wri…', 'matched'),
    box('libc`writev', '', 'matched'),
    box('libc`read', 're…', 'selected'),
    box('libc`open', '', 'dimmed'),
  );
  expect(markedNames(scene, false)).toEqual(['writev', 'read']);
  expect(markedNames(scene, true)).toEqual(['write', 'writev', 'read']);
});

it('lists no search for a whole kind of frame', () => {
  const many = Array.from({ length: 9 }, (_, i) => box(`f${i}`, '', 'matched'));
  expect(markedNames(sceneOf(...many), false)).toEqual([]);
});
