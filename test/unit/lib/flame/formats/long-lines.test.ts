import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import { expectSoundImport } from '../../../../support/expect-sound-import.ts';

/**
 * Regular expressions and scanners that look at a line again from each of its places take hours for
 * a long one. The fuzzer's files are too small to show it: here is a line of 40,000 characters.
 */
const parts = ['<', '0', 'a ', '(', ' (a', '; ', '::', '[', '"', '1:', '+0x1', '\\'];
const length = 40_000;

const fixtures = globSync('test/fixtures/formats/*/*')
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.endsWith('.expected') && !/\.(?:jfr|pb|gz)$/.test(path))
  .sort();

describe('one long line takes no longer than many short ones', () => {
  it.each(fixtures)(
    '%s',
    async (path) => {
      const format = path.split('/').at(-2) ?? '';
      const lines = readFileSync(path, 'utf8').split('\n');
      const middle = lines.length >> 1;
      for (const part of parts) {
        const long = `${lines[middle] ?? ''}${part.repeat(length / part.length)}!`;
        const text = [...lines.slice(0, middle), long, ...lines.slice(middle)].join('\n');
        await expectSoundImport(text, { format });
      }
    },
    60_000,
  );
});

describe('a number too long for any weight is a bad weight, not a crash', () => {
  it.each(fixtures)('%s', async (path) => {
    const format = path.split('/').at(-2) ?? '';
    const text = readFileSync(path, 'utf8');
    for (const { index, 0: digits } of [...text.matchAll(/\d+/g)].slice(0, 200)) {
      const long = text.slice(0, index) + '9'.repeat(400) + text.slice(index + digits.length);
      await expectSoundImport(long, { format });
    }
  });
});
