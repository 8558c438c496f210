import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { stackLines } from '../../../../support/stack-lines.ts';

/** Few names, so that prefixes are shared; some are prefixes of others, of 1 to 40 bytes. */
const name = fc.constantFrom(
  'a',
  'ab',
  'a b',
  'main',
  'mainloop',
  'µ',
  '火焰',
  'x'.repeat(40),
  '<T as U>::f',
);
const line = fc.tuple(fc.array(name, { maxLength: 12 }), fc.nat({ max: 1000 }));

describe('the scanner, which compares each line with the one before', () => {
  it('reads what splitting every line by itself reads, in any order of lines', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 60 }), async (lines) => {
        const text = lines.map(([names, weight]) => `${names.join(';')} ${weight}`).join('\n');
        const { profiles } = await importProfile(text, { format: 'folded' });
        const weights = new Map<string, number>();
        for (const [names, weight] of lines) {
          const key = names.join(';');
          weights.set(key, (weights.get(key) ?? 0) + weight);
        }
        const expected = [...weights].map(([stack, weight]) => `${stack} ${weight}`).sort();
        expect(stackLines(profiles[0]!)).toEqual(expected);
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  it('gives each stack and each name once, with every prefix before its stack', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 60 }), async (lines) => {
        const text = lines.map(([names, weight]) => `${names.join(';')} ${weight}\n`).join('');
        const { frames, stacks } = (await importProfile(text, { format: 'folded' })).profiles[0]!;
        expect(new Set(frames.names).size).toBe(frames.length);
        const rows = [...stacks.prefix].map((prefix, index) => `${prefix} ${stacks.frame[index]}`);
        expect(new Set(rows).size).toBe(stacks.length);
        stacks.prefix.forEach((prefix, index) => expect(prefix).toBeLessThan(index));
      }),
      { seed: 2, numRuns: 200 },
    );
  });
});
