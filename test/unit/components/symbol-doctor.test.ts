import { describe, expect, test } from 'vitest';
import { figuresCited, patients } from '../../../src/components/widgets/symbol-doctor/patients.ts';
import { evaluateQuery } from '../../../src/lib/query/index.ts';
import { loadSample } from '../../../src/lib/site/samples.ts';

describe.each(patients)('the patient without $id', ({ figures, remedies }) => {
  test('has a remedy that cures, and one that changes nothing', () => {
    const [first, second] = remedies;
    expect(second?.sample).toBe(first?.sample);
    expect(remedies.map(({ helps }) => helps)).toContain('yes');
  });

  test.each(remedies)(
    'cites figures that the recording of $id has, the same in both languages',
    async ({ sample, says }) => {
      const cited = figuresCited(says.en);
      expect(figuresCited(says.zh).sort()).toEqual([...cited].sort());
      const profile = await loadSample(sample);
      for (const name of cited) {
        const figure = figures[name];
        expect(figure && evaluateQuery(profile, figure.query), name).toBeDefined();
      }
    },
  );
});
