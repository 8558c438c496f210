import { describe, expect, test } from 'vitest';
import { functionTotals, kindTotals, libraryTotals } from '../../../../../src/lib/flame/index.ts';
import { profileOf } from '../../../../support/profile-of.ts';
import { shareThese } from '../../../../support/share-these.ts';

describe('self and total of functions', () => {
  test('the largest self stands first, equal ones by name', () => {
    expect(functionTotals(profileOf('m;b 2\nm;a 2\nm;c 5'))).toEqual([
      { name: 'c', self: 5, total: 5 },
      { name: 'a', self: 2, total: 2 },
      { name: 'b', self: 2, total: 2 },
      { name: 'm', self: 0, total: 9 },
    ]);
  });

  // Adding up boxes by name gives fib 300%: viewers.md lists eight tools that did.
  test('recursion is not counted twice: fib is 100%, not 300%', () => {
    const totals = functionTotals(profileOf('fib;fib;fib 10'));
    expect(totals).toEqual([{ name: 'fib', self: 10, total: 10 }]);
  });

  test('nor is recursion through others', () => {
    const [even, odd] = functionTotals(profileOf('even;odd;even;odd;even 3'));
    expect([even, odd]).toEqual([
      { name: 'even', self: 3, total: 3 },
      { name: 'odd', self: 0, total: 3 },
    ]);
  });

  test('a negative weight, as a difference has it, is added as it is', () => {
    expect(functionTotals(profileOf('a;b -2\na 3'))).toEqual([
      { name: 'a', self: 3, total: 1 },
      { name: 'b', self: -2, total: -2 },
    ]);
  });

  test('the leaves of share-these by library, as the dossier lists them', async () => {
    const self = libraryTotals(await shareThese()).map((each) => `${each.name} ${each.self}`);
    expect(self.slice(0, 4)).toEqual([
      'libsystem_kernel.dylib 33',
      'share_these 12',
      'libsystem_malloc.dylib 4',
      'libsystem_pthread.dylib 1',
    ]);
  });

  test('a library that calls back into itself counts a sample once', () => {
    const profile = profileOf('app`main;lib`each;app`visit;lib`get 4');
    expect(libraryTotals(profile)).toEqual([
      { name: 'lib', self: 4, total: 4 },
      { name: 'app', self: 0, total: 4 },
    ]);
  });

  test('totals by kind of frame', () => {
    const profile = profileOf(
      'app`work;libc.so.6`malloc 3\napp`work;libsystem_kernel.dylib`read 2',
    );
    expect(kindTotals(profile)).toEqual([
      { name: 'memory', self: 3, total: 3 },
      { name: 'kernel', self: 2, total: 2 },
      { name: 'application', self: 0, total: 5 },
    ]);
  });
});
