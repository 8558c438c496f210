import { describe, expect, it } from 'vitest';
import { benchRows } from '../../../../src/components/widgets/diff-bench/bench-rows.ts';
import { loadSample } from '../../../../src/lib/site/samples.ts';

const before = await loadSample('diff-before');
const after = await loadSample('diff-after');
const rowOf = (name: string, settings: { isNormalised: boolean; isSwapped: boolean }) =>
  benchRows(before, after, settings).find((row) => row.name === name);

describe('the drawing of two profiles', () => {
  it('has no width for what vanished, and has it when the two are swapped', () => {
    const one = rowOf('find_by_scanning', { isNormalised: false, isSwapped: false });
    expect(one).toMatchObject({ width: 0, status: 'vanished' });
    const mirror = rowOf('find_by_scanning', { isNormalised: false, isSwapped: true });
    expect(mirror).toMatchObject({ width: 1, status: 'appeared' });
  });

  it('makes unchanged code grow much more when it is normalised', () => {
    const counts = rowOf('parse_line', { isNormalised: false, isSwapped: false });
    const shares = rowOf('parse_line', { isNormalised: true, isSwapped: false });
    const growth = (row: typeof counts) => (row?.after ?? 0) - (row?.before ?? 0);
    expect(growth(shares)).toBeGreaterThan(3 * growth(counts));
  });
});
