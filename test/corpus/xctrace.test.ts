import { expect, it } from 'vitest';
import { importProfile } from '../../src/lib/flame/formats/import-profile.ts';
import { corpusFiles, describeCorpus, readCorpus, readReference } from './support/corpus.ts';
import { expectMeasures, type Measures } from './support/measure-profile.ts';

/** inferno, which made the reference, demangles Rust's old names; we keep them as the file has them. */
const demangled = (name: string): string =>
  name
    .replace(/::h[0-9a-f]{16}$/, '')
    .replace(/^_(?=\$LT\$)/, '')
    .replace(/\$u([0-9a-f]+)\$/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replaceAll('$LT$', '<')
    .replaceAll('$GT$', '>')
    .replaceAll('..', '::');

describeCorpus('xctrace exports of the corpus', () => {
  for (const file of corpusFiles('xctrace')) {
    it(file.path, async () => {
      const { format, profiles, issues } = await importProfile(readCorpus(file.path));
      expect(format).toBe('xctrace');
      expect(issues).toEqual([]);
      expect(profiles).toHaveLength(1);
      expectMeasures(profiles[0]!, readReference<Measures>(file), { rename: demangled });
      expect(profiles[0]!.samples.time?.at(-1)).toBeGreaterThan(9e9);
    });
  }

  it('odd/truncated: a file that was cut gives what is there, and says so', async () => {
    const { profiles, issues } = await importProfile(readCorpus('xctrace/odd/truncated.xml.gz'));
    expect(profiles[0]!.totalWeight).toBe(2058);
    expect(issues.map(({ code }) => code)).toEqual(['truncated']);
  });
});
