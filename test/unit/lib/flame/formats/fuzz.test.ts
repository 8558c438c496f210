import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { formats } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { expectSoundImport } from '../../../../support/expect-sound-import.ts';
import { mutated, mutations } from '../../../../support/mutations.ts';
import { Outcomes } from '../../../../support/outcomes.ts';

/**
 * Damaged files: cut, flipped, repeated, moved, from a small file of every format. `npm test` runs
 * some 2,000 with a fixed seed; `npm run fuzz` runs FUZZ_CASES (100,000) with a seed of the day,
 * which a failure prints. Wrong values inside sound JSON: see json-mutations.property.test.ts.
 */
const cases = Number(process.env['FUZZ_CASES'] ?? 2000);
const seed =
  process.env['FUZZ_CASES'] === undefined ? 20 : Number(process.env['FUZZ_SEED'] ?? Date.now());

const fixtures = globSync('test/fixtures/formats/*/*')
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.endsWith('.expected'))
  .sort();
const runsOfEach = Math.ceil(cases / fixtures.length);

it('has a fixture of every format', () => {
  const ids = new Set(fixtures.map((path) => path.split('/').at(-2)));
  expect(formats.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([]);
});

describe(`a damaged file gives sound profiles or an ImportError (${cases} cases)`, () => {
  const outcomes = new Outcomes();
  afterAll(() => {
    if (process.env['FUZZ_CASES'] !== undefined) console.log(`Fixtures, damaged:\n${outcomes}`);
  });

  it.each(fixtures)(
    '%s',
    async (path) => {
      const whole = readFileSync(path);
      const format = path.split('/').at(-2) ?? '';
      const how = fc.record({ mutations, isDetected: fc.boolean() });
      await fc.assert(
        fc.asyncProperty(how, async ({ mutations, isDetected }) => {
          const bytes = mutated(whole, mutations);
          outcomes.add(await expectSoundImport(bytes, isDetected ? {} : { format }));
        }),
        { seed, numRuns: runsOfEach },
      );
    },
    cases * 20 + 10_000,
  );
});

describe('a damaged gzip file', () => {
  const packed = gzipSync(readFileSync('test/fixtures/formats/folded/mixed.folded'));

  it('gives what can be unpacked or an ImportError', async () => {
    await fc.assert(
      fc.asyncProperty(mutations, async (mutations) => {
        await expectSoundImport(mutated(packed, mutations));
      }),
      { seed, numRuns: runsOfEach },
    );
  });
});

describe('bytes without any sense', () => {
  it('are refused, whatever format is asked for', async () => {
    const id = fc.constantFrom(...formats.map((format) => format.id));
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), id, async (bytes, format) => {
        await expectSoundImport(bytes, { format });
      }),
      { seed, numRuns: runsOfEach * 4 },
    );
  });
});
