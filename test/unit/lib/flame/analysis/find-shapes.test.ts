import { describe, expect, test } from 'vitest';
import type { ShapeCode, ShapeFinding } from '../../../../../src/lib/flame/index.ts';
import { buildCallTree, findShapes } from '../../../../../src/lib/flame/index.ts';
import { profileOf } from '../../../../support/profile-of.ts';

function shapesOf(drawing: string, code: ShapeCode): ShapeFinding[] {
  const profile = profileOf(drawing);
  return findShapes(profile, buildCallTree(profile)).filter((shape) => shape.code === code);
}

const deep = (depth: number, root: string) =>
  [root, ...Array.from({ length: depth - 1 }, (_, i) => `${root}${i}`)].join(';');

describe('shapes', () => {
  test('a plateau is a node at which much ends', () => {
    const [plateau, ...rest] = shapesOf('m;hash 60\nm;a;b 4\nm;c 36', 'plateau');
    expect(plateau).toMatchObject({ weight: 60, share: 0.6, frames: ['hash'], rows: [4] });
    expect(rest.map(({ frames }) => frames[0])).toEqual(['c']);
  });

  test('a wide box near the root is no plateau', () => {
    expect(shapesOf('m;a;b 50\nm;a;c 50', 'plateau').flatMap(({ frames }) => frames)).toEqual([
      'b',
      'c',
    ]);
  });

  test('many small callers of one leaf: each is thin, together they are a third', () => {
    const lines = ['a', 'b', 'c', 'd'].map((caller) => `m;${caller};malloc 8`).join('\n');
    expect(shapesOf(`${lines}\nm;work 68`, 'scattered-leaf')).toMatchObject([
      { weight: 32, share: 0.32, frames: ['malloc'], values: { places: 4, largest: 8 } },
    ]);
  });

  test('a leaf with one main caller is not scattered', () => {
    expect(shapesOf('m;a;malloc 30\nm;b;malloc 2\nm;c;malloc 2', 'scattered-leaf')).toEqual([]);
  });

  test('a tower is high and narrow', () => {
    const [tower] = shapesOf(`m;${deep(12, 'f')} 1\nm;work 99`, 'tower');
    expect(tower).toMatchObject({ weight: 1, values: { height: 12 } });
    expect(tower?.frames[0]).toBe('f');
  });

  test('a trunk that all samples have is no tower', () => {
    expect(shapesOf(`${deep(12, 'f')};a 50\n${deep(12, 'f')};b 50`, 'tower')).toEqual([]);
  });

  test('a leaf without a frame of its own hides who called it', () => {
    const stub = 'libsystem_kernel.dylib`__psynch_cvwait';
    const [missing] = shapesOf(
      `app;wait;${stub} 3\napp;_pthread_cond_wait;${stub} 2`,
      'missing-caller',
    );
    expect(missing).toMatchObject({
      weight: 3,
      frames: [stub, 'wait'],
      values: { expected: '_pthread_cond_wait' },
    });
  });

  test('kevent beside the function that calls it is such a leaf; kevent elsewhere is not', () => {
    const stub = 'libsystem_kernel.dylib`kevent';
    const park = 'app`IoStack::park';
    const turn = 'app`tokio::runtime::io::driver::Driver::turn';
    expect(shapesOf(`${park};${stub} 3\n${park};${turn} 2`, 'missing-caller')).toHaveLength(1);
    expect(shapesOf(`main;${stub} 3\nmain;other 2`, 'missing-caller')).toEqual([]);
  });

  test('stacks that begin with nothing known, also under a process name', () => {
    expect(shapesOf('java;[unknown];read 5\njava;main 5', 'unknown-roots')).toMatchObject([
      { weight: 5, frames: ['[unknown]'] },
    ]);
    expect(shapesOf('[unknown];read 1\nmain 99', 'unknown-roots')).toEqual([]);
  });

  test('stacks pile up at perf’s limit of 127 frames', () => {
    const cut = ['x', 'y', 'z'].map((root) => `${deep(127, root)} 5`).join('\n');
    expect(shapesOf(`main;work 85\n${cut}`, 'truncated-stacks')).toMatchObject([
      { weight: 15, frames: ['x', 'y', 'z'], values: { depth: 127 } },
    ]);
  });

  test('a single deep path is deep, not cut off', () => {
    expect(shapesOf(`main;work 80\n${deep(90, 'f')} 20`, 'truncated-stacks')).toEqual([]);
  });

  test('recursion, direct and through others, with how deep it goes', () => {
    expect(shapesOf('m;fib;fib;fib 6\nm;even;odd;even;odd 4', 'recursion')).toMatchObject([
      { frames: ['fib'], weight: 6, values: { deepest: 3, direct: 1 } },
      { frames: ['even'], weight: 4, values: { deepest: 2, direct: 0 } },
      { frames: ['odd'], weight: 4, values: { deepest: 2, direct: 0 } },
    ]);
  });

  test('intervals stand where weights count samples, and only there', () => {
    const drawing = 'm;a 60\nm;b 40';
    const bytes = profileOf(drawing, { unit: 'bytes' });
    expect(findShapes(bytes, buildCallTree(bytes))[0]?.interval).toBeUndefined();
    expect(shapesOf(drawing, 'plateau')[0]?.interval?.[0]).toBeCloseTo(0.502, 3);
  });
});
