import { describe, expect, it } from 'vitest';
import { judgeRuns } from '../../../../src/components/widgets/is-it-real/judge-runs.ts';
import type { RecordedRun } from '../../../../src/components/widgets/is-it-real/recorded-runs.ts';

function runOf(samples: number, count: number): RecordedRun {
  return { id: 'run', role: 'before', run: 1, samples, milliseconds: 1, counts: [0, count] };
}

describe('a judgement on runs', () => {
  it('adds a function up over the runs, for the share and for the samples of a run', () => {
    const judged = judgeRuns([runOf(100, 20), runOf(300, 60)], [runOf(50, 25)], 1);
    expect(judged?.before).toEqual({ samples: 80, of: 400, perRun: 40 });
    expect(judged?.shares.difference).toBeCloseTo(0.3, 12);
  });

  it('tells a share that grew while its samples fell', () => {
    const judged = judgeRuns([runOf(5957, 555)], [runOf(409, 248)], 1);
    expect(judged?.shares.difference).toBeGreaterThan(0.5);
    expect(judged?.after.perRun).toBeLessThan(judged?.before.perRun ?? 0);
  });

  it('is none while a group is empty', () => {
    expect(judgeRuns([], [runOf(1, 1)], 1)).toBeUndefined();
  });
});
