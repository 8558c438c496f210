import { describe, expect, it } from 'vitest';
import {
  outcomesOf,
  toolQuestions,
} from '../../../src/components/widgets/tool-sort/tool-questions.ts';
import { tools } from '../../../src/components/widgets/tool-sort/tools.ts';
import { evaluateQuery } from '../../../src/lib/query/index.ts';
import { loadSample } from '../../../src/lib/site/samples.ts';

describe.each(toolQuestions)('the question “$id”', (question) => {
  const outcomes = outcomesOf(question);

  it('belongs to exactly one tool', () => {
    expect(outcomes.filter(({ fit }) => fit === 'right')).toHaveLength(1);
  });

  it('has something to say about every tool, in both languages', () => {
    expect(outcomes.map(({ tool }) => tool)).toEqual(tools.map(({ id }) => id));
    for (const { why } of outcomes) {
      expect(why.en).toMatch(/^\p{Lu}.*\.$/u);
      expect(why.zh).toMatch(/\p{Script=Han}.*。$/u);
    }
  });

  it('cites the same figures in both languages, and each is in its recording', async () => {
    const cited = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    for (const { why } of outcomes) {
      expect(cited(why.zh).toSorted()).toEqual(cited(why.en).toSorted());
      for (const name of cited(why.en)) {
        const figure = question.figures[name];
        if (figure === undefined) throw new Error(`no figure {${name}}`);
        const result = evaluateQuery(await loadSample(figure.sample), figure.query);
        expect(result, name).toHaveProperty('value');
      }
    }
  });

  it('shows of a wrong tool what that tool recorded of the same program', () => {
    const recorded = outcomes.filter(({ sample }) => sample !== undefined);
    if (recorded.length === 0) return; // A single request and a packet are in no flame graph.
    expect(recorded.map(({ fit }) => fit)).toEqual(expect.arrayContaining(['right', 'wrong']));
  });
});

it('no tool answers everything: each is right for one question', () => {
  const right = toolQuestions.map((q) => outcomesOf(q).find(({ fit }) => fit === 'right')?.tool);
  expect(right.toSorted()).toEqual(tools.map(({ id }) => id).toSorted());
});
