import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../../src/content/schemas/sample.ts';
import { comparisonsOf, galleryOf, pairsOf } from '../../../../src/lib/site/gallery.ts';

function sampleOf(id: string, more: Partial<Sample> = {}): Sample {
  return { id, ...more } as Sample;
}

const inSet = (role: 'before' | 'after', run?: number) => ({
  partOf: { set: 'chunks', role, ...(run === undefined ? {} : { run }) },
});

describe('the gallery', () => {
  const samples = [
    sampleOf('chunks-a-1', inSet('before', 1)),
    sampleOf('chunks-a-2', inSet('before', 2)),
    sampleOf('chunks-b-1', inSet('after', 1)),
    sampleOf('chunks-b-2', inSet('after', 2)),
    sampleOf('heap', { view: 'heap' }),
    sampleOf('share-these'),
  ];

  it('begins with the guide’s own profile, and puts what counts other things apart', () => {
    const shown = galleryOf(samples).map(({ view, entries }) => [
      view,
      entries.map(({ sample }) => sample.id),
    ]);
    expect(shown).toEqual([
      ['on-cpu', ['share-these', 'chunks-a-1', 'chunks-b-1']],
      ['heap', ['heap']],
    ]);
  });

  it('folds repeated recordings into the first', () => {
    const [part] = galleryOf(samples);
    const chunks = part?.entries.find(({ sample }) => sample.id === 'chunks-a-1');
    expect(chunks?.repeats.map(({ id }) => id)).toEqual(['chunks-a-2']);
  });

  it('compares a recording with the same run of the other role', () => {
    const [, second] = samples;
    expect(comparisonsOf(second as Sample, samples).map(({ id }) => id)).toEqual(['chunks-b-2']);
    expect(comparisonsOf(sampleOf('alone'), samples)).toEqual([]);
  });
});

describe('pairs of the same work', () => {
  const inLocks = (role: 'before' | 'after' | 'variant') => ({ partOf: { set: 'locks', role } });
  const [one, sharded, readers] = [
    sampleOf('one', inLocks('before')),
    sampleOf('sharded', inLocks('after')),
    sampleOf('readers', inLocks('variant')),
  ];
  const idsOf = (sample: Sample, all: readonly Sample[]) =>
    pairsOf(sample, all).map(({ before, after }) => `${before.id} → ${after.id}`);

  it('always begin with the unchanged program', () => {
    const all = [one, sharded, readers];
    expect(idsOf(one, all)).toEqual(['one → sharded', 'one → readers']);
    expect(idsOf(sharded, all)).toEqual(['one → sharded']);
    expect(idsOf(readers, all)).toEqual(['one → readers']);
  });

  it('are not made of recordings that differ in more than the program', () => {
    const symbols = { set: 'symbols', role: 'before' } as const;
    const all = [
      sampleOf('a', { partOf: symbols }),
      sampleOf('b', { partOf: { ...symbols, role: 'after' } }),
    ];
    expect(idsOf(all[0] as Sample, all)).toEqual([]);
  });
});
