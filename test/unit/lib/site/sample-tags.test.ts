import { describe, expect, it } from 'vitest';
import { causeGroups, causeName, toolOf } from '../../../../src/lib/site/sample-tags.ts';
import { textsNaming } from '../../../../src/lib/site/sample-uses.ts';
import { loadManifest } from '../../../../src/lib/site/samples.ts';

const samples = await loadManifest();

describe('the tags of samples', () => {
  it.each(samples.map((sample) => [sample.id, sample] as const))('%s can be found', (_, sample) => {
    expect(toolOf(sample).name.en).not.toBe('');
    expect(sample.causes ?? []).not.toEqual([]);
    for (const cause of sample.causes ?? []) expect(causeName(cause).zh).not.toBe('');
  });

  it('names no cause that no sample has', () => {
    const used = new Set(samples.flatMap(({ causes = [] }) => causes));
    const named = causeGroups.flatMap(({ causes }) => Object.keys(causes));
    expect(named.filter((cause) => !used.has(cause))).toEqual([]);
  });

  it('refuses what has no name yet', () => {
    expect(() => causeName('bad-luck')).toThrow('bad-luck');
    expect(() => toolOf({ id: 'x', tool: 'abacus 1.0' })).toThrow('abacus');
  });
});

describe('where a sample is used', () => {
  const texts = [
    { id: 'one', text: '<FlameGraph sample="locks-one" />' },
    { id: 'two', text: 'sample: locks-one-off-cpu' },
  ];

  it('goes by whole ids', () => {
    expect(textsNaming('locks-one', texts)).toEqual(['one']);
    expect(textsNaming('locks-one-off-cpu', texts)).toEqual(['two']);
    expect(textsNaming('off-cpu', texts)).toEqual([]);
  });
});
