import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countVerdicts, findClaims } from '../../../../src/lib/site/claims.ts';

describe('the claims of a lesson', () => {
  it('are read off its text in order', () => {
    const text =
      'Text.\n\n<Claim id="1.1-a" verdict="holds" says="50 samples">\n\nSo it is.\n\n</Claim>\n' +
      '<Claim\n  id="1.1-b"\n  verdict="wrong"\n  says="It is > 44%"\n>\n\nNo.\n\n</Claim>\n';
    expect(findClaims(text)).toEqual([
      { id: '1.1-a', verdict: 'holds', says: '50 samples' },
      { id: '1.1-b', verdict: 'wrong', says: 'It is > 44%' },
    ]);
  });

  it('stop the build where a verdict is missing', () => {
    expect(() => findClaims('<Claim id="1.1-a" says="x">\n')).toThrow('verdict');
  });

  it('are the same in both languages, with the same verdicts', () => {
    for (const file of globSync('src/content/lessons/en/*.mdx')) {
      const keysOf = (path: string) =>
        findClaims(readFileSync(path, 'utf8')).map(({ id, verdict }) => `${id} ${verdict}`);
      expect(keysOf(file.replace('/en/', '/zh/')), file).toEqual(keysOf(file));
    }
  });
});

it('verdicts are counted, the most frequent first', () => {
  const claim = (verdict: string) => ({ id: verdict, verdict, says: '' });
  expect(countVerdicts(['wrong', 'holds', 'wrong'].map(claim))).toEqual([
    ['wrong', 2],
    ['holds', 1],
  ]);
});
