import { expect, it } from 'vitest';
import { importProfile } from '../../src/lib/flame/index.ts';
import { corpusFiles, describeCorpus, readCorpus, readReference } from './support/corpus.ts';
import { expectScaledMeasures, type SpeedscopeReference } from './support/expect-scaled.ts';

const outOfOrder = 'speedscope/invalid-out-of-order-events.speedscope.json';

describeCorpus('speedscope files of the corpus', () => {
  for (const file of corpusFiles('speedscope')) {
    if (file.path === outOfOrder) continue;
    it(file.path, async () => {
      const { profiles: references } = readReference<SpeedscopeReference>(file);
      const { format, profiles } = await importProfile(readCorpus(file.path));
      expect(format).toBe('speedscope');
      expect(profiles.map(({ name }) => name)).toEqual(references.map(({ name }) => name));
      references.forEach((reference, i) => expectScaledMeasures(profiles[i], reference));
    });
  }

  it('invalid-out-of-order-events: each frame keeps the stretch that its events give', async () => {
    const { profiles, issues } = await importProfile(readCorpus(outOfOrder));
    expect(profiles[0]!.totalWeight).toBe(1 + 3);
    expect(issues).toMatchObject([{ code: 'not-nested' }]);
  });

  it('brook-kernel: frames that are wrapped in one more list are said to be', async () => {
    const { issues } = await importProfile(
      readCorpus('speedscope/brook-kernel.speedscope.json.gz'),
    );
    expect(issues.filter(({ code }) => code === 'wrapped-frame')).toHaveLength(8);
  });

  it('a file that was cut says where', async () => {
    const cut = importProfile(readCorpus('speedscope/odd/truncated.speedscope.json'));
    await expect(cut).rejects.toMatchObject({ code: 'truncated', line: 27 });
  });

  it('an empty object is no profile', async () => {
    const empty = importProfile(readCorpus('speedscope/odd/empty-object.json'));
    await expect(empty).rejects.toMatchObject({ code: 'unknown-format' });
  });
});
