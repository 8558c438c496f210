import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findClaims } from '../../../../src/lib/site/claims.ts';
import { guideSections } from '../../../../src/lib/site/guide-outline.ts';

const judged = globSync('src/content/lessons/en/*.mdx').flatMap((file) =>
  findClaims(readFileSync(file, 'utf8')),
);

describe('the outline of the guide', () => {
  it('has a place for every claim that a lesson judges, and only one', () => {
    const placed = guideSections.flatMap(({ claims }) => claims);
    expect(placed.toSorted()).toEqual(judged.map(({ id }) => id).toSorted());
  });

  it('has a claim under every heading that the guide fills', () => {
    expect(guideSections.map(({ number }) => number ?? '')).toEqual([
      ...['', '1.1', '1.2', '1.3', '2.1', '2.2'],
      ...['3.1, Q1', '3.1, Q2', '3.2, Q3', '3.2, Q4', '4.1', '4.2', '5'],
    ]);
  });

  it('shows what the guide has right as well as what it has wrong', () => {
    const holds = judged.filter(({ verdict }) => verdict === 'holds');
    expect(holds.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['1.1-d', '1.3-d', '2.2-d', '3.1-d', '3.1-f', '4.2-4', '5-d']),
    );
  });
});
