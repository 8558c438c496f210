import { describe, expect, it } from 'vitest';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { issueCodes } from '../../../../support/issue-codes.ts';
import { stackLines } from '../../../../support/stack-lines.ts';

const frames = {
  '1': { name: 'main', file: 'a.rb', line: 1 },
  '2': { name: 'work' },
  '9': { name: '(garbage collection)' },
  ['__proto__']: { name: 'own' },
};

async function read(file: object) {
  const { format, profiles, issues } = await importProfile(
    JSON.stringify({ version: 1.2, interval: 1000, frames, ...file }),
  );
  expect(format).toBe('stackprof');
  return { unit: profiles[0]!.unit, stacks: stackLines(profiles[0]!), issues: issueCodes(issues) };
}

describe('a stackprof file', () => {
  const raw = [1, 1, 2, 2, 1, 2, 3];

  it('of wall time weighs by the measured gaps', async () => {
    const { unit, stacks } = await read({
      mode: 'wall',
      raw,
      raw_timestamp_deltas: [10, 20, 30, 40, 50],
    });
    expect([unit, stacks]).toEqual(['nanoseconds', ['main 30000', 'main;work 120000']]);
  });

  it('of CPU time weighs by the interval', async () => {
    const { stacks } = await read({ mode: 'cpu', raw });
    expect(stacks).toEqual(['main 2000000', 'main;work 3000000']);
  });

  it('of objects counts them', async () => {
    const { unit, stacks } = await read({ mode: 'object', raw });
    expect([unit, stacks]).toEqual(['count', ['main 2', 'main;work 3']]);
  });

  it('shows a collection on the stack before it', async () => {
    const { stacks, issues } = await read({ mode: 'object', raw: [2, 1, 2, 1, 1, 9, 4] });
    expect(stacks).toEqual(['main;work 1', 'main;work;(garbage collection) 4']);
    expect(issues).toEqual(['assumed-stack']);
  });

  it('whose list of runs breaks off is read so far', async () => {
    const { stacks, issues } = await read({ mode: 'object', raw: [1, 1, 2, 5, 1, 2] });
    expect([stacks, issues]).toEqual([['main 2'], ['truncated']]);
  });

  it('without stacks says how to record them', async () => {
    await expect(read({ mode: 'cpu' })).rejects.toThrow(/raw: true/);
  });

  it('names no frame by a key that every object has', async () => {
    const { stacks, issues } = await read({ mode: 'object', raw: [1, 'toString', 1, 1, 1, 1] });
    expect([stacks, issues]).toEqual([['main 1'], ['broken-stack']]);
  });
});
