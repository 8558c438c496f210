import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importProfile, toDifferentialFolded } from '../../src/lib/flame/index.ts';

const corpus = '../shared/corpus/folded-diff';

async function profileIn(file: string) {
  const { profiles } = await importProfile(readFileSync(`${corpus}/${file}`), { format: 'folded' });
  const [profile] = profiles;
  if (profile === undefined) throw new Error(`${file} holds no profile`);
  return profile;
}

/** Tools differ in the order of the lines. */
const lines = (text: string) => text.trim().split('\n').sort();
const expected = (file: string) => lines(readFileSync(`${corpus}/expected/${file}`, 'utf8'));

describe('difffolded.pl’s two columns, from dd before and after', () => {
  test('are the same', async () => {
    const text = toDifferentialFolded(
      await profileIn('dd-before.txt'),
      await profileIn('dd-after.txt'),
      {
        normalize: 'none',
      },
    );
    expect(lines(text)).toEqual(expected('dd-diff-default.txt'));
  });

  test('normalised they are the same once fractions are cut off as there', async () => {
    const text = toDifferentialFolded(
      await profileIn('dd-before.txt'),
      await profileIn('dd-after.txt'),
      {
        normalize: 'total',
        truncate: true,
      },
    );
    expect(lines(text)).toEqual(expected('dd-diff-normalize.txt'));
  });
});
