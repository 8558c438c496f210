import { describe, expect, it } from 'vitest';
import { functionTotals } from '../../../../../../src/lib/flame/analysis/function-totals.ts';
import { importProfile } from '../../../../../../src/lib/flame/formats/import-profile.ts';
import { issueCodes } from '../../../../../support/issue-codes.ts';

async function read(folded: string): Promise<{ names: string[]; issues: string[] }> {
  const { profiles, issues } = await importProfile(folded, { format: 'folded' });
  const names = functionTotals(profiles[0]!).map(({ name, total }) => `${name} = ${total}`);
  return { names: names.sort(), issues: issueCodes(issues) };
}

/** flamegraph-rs #462: Rust writes arrays as `[u8; 2]`, and nothing escapes the semicolon. */
describe('a ";" inside a name', () => {
  it('is kept where it stands in a Rust array: one frame, and that is said', async () => {
    expect(await read('main;foo::<[u8; 2]>;bar 3\nmain;foo::<[u8; 2]> 1\n')).toEqual({
      names: ['bar = 3', 'foo::<[u8; 2]> = 4', 'main = 4'],
      issues: ['rejoined-name:1', 'rejoined-name:2'],
    });
  });

  it('is kept in arrays of arrays, and in a root', async () => {
    expect((await read('f::<[[u8; 4]; 2], [u16; N]>;g 3\n')).names).toEqual([
      'f::<[[u8; 4]; 2], [u16; N]> = 3',
      'g = 3',
    ]);
  });

  it('gives the same frames in any order of the lines, whatever the line before shares', async () => {
    const lines = ['m;f<[u8;x 1', 'm;f<[u8; 2]> 2', 'm;f<[u8; 2]>;y 4', 'm;f<[u8; 3]> 8'];
    const names = ['f<[u8 = 1', 'f<[u8; 2]> = 6', 'f<[u8; 3]> = 8', 'm = 15', 'x = 1', 'y = 4'];
    expect((await read(lines.join('\n'))).names).toEqual(names);
    expect((await read(lines.reverse().join('\n'))).names).toEqual(names);
  });

  it('parts frames where no blank follows, or no bracket is open, or blanks stand in names', async () => {
    expect(await read('a[x;y] 1\nb; c 2\noperator[]; d 3\nLorg/Foo;.run 4\n')).toMatchObject({
      names: [
        ' c = 2',
        ' d = 3',
        '.run = 4',
        'Lorg/Foo = 4',
        'a[x = 1',
        'b = 2',
        'operator[] = 3',
        'y] = 1',
      ],
      issues: [],
    });
  });

  it('is said to be doubtful where a bracket is open that does not close in the next piece', async () => {
    expect(await read('f<[u8; g;h 1\n{closure; 2} 5\na->b; c 1\n')).toMatchObject({
      names: [' 2} = 5', ' c = 1', ' g = 1', 'a->b = 1', 'f<[u8 = 1', 'h = 1', '{closure = 5'],
      issues: ['split-name:1', 'split-name:2'],
    });
  });

  it.each([
    ['nested without end', `${'['.repeat(200_000)}u8${'; 1]'.repeat(200_000)}`, 'rejoined-name'],
    ['never closed', '[; '.repeat(300_000), 'split-name'],
    ['closed far away', `${'[; '.repeat(300_000)}]`, 'split-name'],
  ])('is looked at in linear time: %s', async (_what, name, code) => {
    const start = performance.now();
    const { issues } = await importProfile(`main;${name} 1\n`, { format: 'folded' });
    expect(issues.map((issue) => issue.code)).toContain(code);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
