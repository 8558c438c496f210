import { describe, expect, test } from 'vitest';
import {
  linesOf,
  newestRow,
  paintFoldStep,
  planFoldSteps,
} from '../../../src/components/widgets/stack-folder/fold-steps.ts';
import {
  firstSamples,
  stackFolderWords,
} from '../../../src/components/widgets/stack-folder/stack-folder-words.ts';
import { importFolded } from '../../../src/lib/flame/index.ts';

async function planOf(text: string) {
  const { profiles } = await importFolded(new TextEncoder().encode(text));
  return planFoldSteps(profiles[0]!); // an import never gives none
}

const linesOfSteps = async (text: string) => {
  const plan = await planOf(text);
  return plan.steps.map((step) => [step.kind, linesOf(plan, step)] as const);
};

/** x and width of every box, in weight units: `read@1+2`. */
const boxesOf = (svg: string) =>
  [...svg.matchAll(/data-x="([^"]*)" data-w="([^"]*)".*?<title>(\w+)/g)].map(
    ([, x, width, name]) => `${name}@${x}+${width}`,
  );

describe('the way from samples to boxes', () => {
  test('keeps the order of time until the lines are folded', async () => {
    const [samples, folded, sorted] = await linesOfSteps('m;read 1\nm;parse 1\nm;read 1\n');
    expect(samples).toEqual(['samples', ['m;read', 'm;parse', 'm;read']]);
    expect(folded).toEqual(['folded', ['m;read 2', 'm;parse 1']]);
    expect(sorted).toEqual(['sorted', ['m;parse 1', 'm;read 2']]);
  });

  test('merges one row a step, from the root', async () => {
    const plan = await planOf('m;read;copy 1\nm;parse 1\nm;read 1\n');
    const merging = plan.steps.filter(({ kind }) => kind === 'merged');
    expect(merging.map((step) => newestRow(plan, step))).toEqual([
      ['m 3'],
      ['parse 1', 'read 2'],
      ['copy 1'],
    ]);
  });

  test('draws a column for each sample at first, and one box for equal callers at last', async () => {
    const plan = await planOf('m;b 1\nm;a 1\nm;b 1\n');
    const [first] = plan.steps;
    const last = plan.steps.at(-1);
    expect(boxesOf(paintFoldStep(plan, first!))).toEqual([
      'm@0+1',
      'b@0+1',
      'm@1+1',
      'a@1+1',
      'm@2+1',
      'b@2+1',
    ]);
    expect(boxesOf(paintFoldStep(plan, last!))).toEqual(['m@0+3', 'a@0+1', 'b@1+2']);
  });

  test('never shows more or less than the samples that there are', async () => {
    const plan = await planOf(firstSamples);
    for (const { columns } of plan.steps) {
      expect(columns.reduce((sum, { weight }) => sum + weight, 0)).toBe(plan.tree.totalWeight);
    }
  });

  test('has first samples whose order in time, by name and by weight all differ', async () => {
    const plan = await planOf(firstSamples);
    const roots = newestRow(
      plan,
      plan.steps.find(({ mergedRows }) => mergedRows === 2)!,
    );
    expect(roots).toEqual(['parse 4', 'read 6', 'write 2']);
    expect(firstSamples.startsWith('main;read')).toBe(true);
  });

  test('says every step in both languages', async () => {
    const { steps } = await planOf(firstSamples);
    for (const { kind } of steps) {
      expect(stackFolderWords.en[kind]).not.toBe('');
      expect(stackFolderWords.zh[kind]).not.toBe('');
    }
  });
});
