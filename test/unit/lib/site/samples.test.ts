import { describe, expect, it } from 'vitest';
import { findSample, loadManifest, loadSample } from '../../../../src/lib/site/samples.ts';
import { buildCallTree, functionTotals } from '../../../../src/lib/flame/index.ts';

describe('the manifest', () => {
  it('is valid, and sorted by id so that two people adding samples do not collide', async () => {
    const ids = (await loadManifest()).map(({ id }) => id);
    expect(ids).toContain('share-these');
    expect(ids).toEqual([...ids].sort());
  });

  it('names the samples that there are when asked for one that there is not', async () => {
    await expect(findSample('no-such')).rejects.toThrow(/no sample "no-such".*share-these/);
  });
});

describe('every sample', async () => {
  for (const sample of await loadManifest()) {
    it(`${sample.id} is read without issues and is what its entry says`, async () => {
      const profile = await loadSample(sample.id);
      const [hottest] = functionTotals(profile);
      const { maxDepth } = buildCallTree(profile);
      expect(profile.unit).toBe(sample.unit);
      expect({
        totalWeight: profile.totalWeight,
        maxDepth,
        hottestSelf: { name: hottest?.name, self: hottest?.self },
      }).toEqual({
        totalWeight: sample.facts.totalWeight,
        maxDepth: sample.facts.maxDepth,
        hottestSelf: sample.facts.hottestSelf,
      });
    });
  }
});
