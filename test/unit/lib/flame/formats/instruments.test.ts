import { describe, expect, it } from 'vitest';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { issueCodes } from '../../../../support/issue-codes.ts';
import { stackLines } from '../../../../support/stack-lines.ts';

async function read(...rows: readonly string[]) {
  const text = ['Weight\tSelf Weight\t\tSymbol Name', ...rows].join('\n');
  const { format, profiles, issues } = await importProfile(text);
  expect(format).toBe('instruments');
  return { unit: profiles[0]!.unit, stacks: stackLines(profiles[0]!), issues: issueCodes(issues) };
}

describe('a deep copy of Instruments', () => {
  it('does not read 2.18 s as 2', async () => {
    const { stacks } = await read('2.18 s  100.0%\t0 s\t \tmain');
    expect(stacks).toEqual(['main 2180000000']);
  });

  it('mixes units in one column', async () => {
    const { stacks } = await read('1.00 min  100%\t0 s\t \tmain', '2.50 ms  0.1%\t2.50 ms\t \t f');
    expect(stacks).toEqual(['main 59997500000', 'main;f 2500000']);
  });

  it.each([1, 2, 4])('nests by indentation, however wide a step is: %i', async (step) => {
    const at = (depth: number) => ' '.repeat(depth * step);
    const { stacks } = await read(
      '10 ms 100%\t0\t\ta',
      `6 ms 60%\t0\t\t${at(1)}b`,
      `6 ms 60%\t0\t\t${at(2)}c`,
      `4 ms 40%\t0\t\t${at(1)}d`,
    );
    expect(stacks).toEqual(['a;b;c 6000000', 'a;d 4000000']);
  });

  it('reads bytes as bytes', async () => {
    const { unit, stacks } = await read('1.50 MB 100%\t0\t\tmalloc', '512 KB 33%\t0\t\t f');
    expect([unit, stacks]).toEqual(['bytes', ['malloc 1048576', 'malloc;f 524288']]);
  });

  it('says where children weigh more than their parent', async () => {
    const { stacks, issues } = await read('5 ms 100%\t0\t\ta', '9 ms 100%\t0\t\t b');
    expect([stacks, issues]).toEqual([['a;b 9000000'], ['children-over-total']]);
  });

  it('loses no line silently', async () => {
    const { issues } = await read('5 ms 100%\t0\t\ta', 'five\t\tb', '3 parsecs\t\tc');
    expect(issues).toEqual(['bad-line:3', 'bad-line:4']);
  });
});
