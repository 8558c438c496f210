import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { importProfile } from '../../src/lib/flame/formats/import-profile.ts';
import { corpusFiles, describeCorpus, readCorpus, readReference } from './support/corpus.ts';
import { expectMeasures, measureProfile, type Measures } from './support/measure-profile.ts';
import { stackLines } from '../support/stack-lines.ts';

interface SvgReference extends Measures {
  /** Edges or titles are rounded: parents and self weights of narrow frames are a best fit. */
  readonly approximate: boolean;
}

/** Approximate references that we do not share; total, frames and depth are theirs all the same. */
const differs: Readonly<Record<string, string>> = {
  'flamegraph-svg/io-mysql.svg':
    'milliseconds are rounded, so one frame outweighs its parent by 1: we give it 82 of its 83',
  'flamegraph-svg/off-mysql-busy.svg':
    'milliseconds are rounded, so two frames outweigh their parent by 1: we take the 1 away',
  'inferno-svg/tonic-bench-http-server-macos.svg':
    'edges are whole pixels: the reference guesses by place, we also use the order of writing',
  'inferno-svg/flamegraph-rs-example.svg.gz':
    'the same; our nesting leaves no frame heavier than its parent, which a wrong guess would',
};
const hasNoFrames = 'inferno-svg/inferno-empty-empty.svg';

describeCorpus('flame graph SVGs of the corpus', () => {
  const files = [...corpusFiles('flamegraph-svg'), ...corpusFiles('inferno-svg')];
  for (const file of files.filter(({ path }) => path !== hasNoFrames)) {
    it(file.path, async () => {
      const { format, profiles, issues } = await importProfile(readCorpus(file.path));
      const reference = readReference<SvgReference>(file);
      expect(format).toBe('flamegraph-svg');
      expect(profiles).toHaveLength(1);
      if (differs[file.path] === undefined) expectMeasures(profiles[0]!, reference);
      else {
        expect(reference.approximate).toBe(true);
        const { top10ByTotal, top10BySelf } = measureProfile(profiles[0]!);
        expectMeasures(profiles[0]!, { ...reference, top10ByTotal, top10BySelf });
      }
      expect(issues.filter(({ code }) => code === 'no-parent' || code === 'truncated')).toEqual([]);
    });
  }

  it('flamegraph-rs-example: whole pixels nest with no frame outweighing the one below', async () => {
    const { issues } = await importProfile(readCorpus('inferno-svg/flamegraph-rs-example.svg.gz'));
    expect(issues.map(({ code }) => code)).not.toContain('rounded-weights');
  });

  it("share_these: the guide's graph gives exactly the stacks of our sample", async () => {
    const svg = await importProfile(readCorpus('inferno-svg/share_these-axum-macos.svg'));
    const sample = await importProfile(readFileSync('public/samples/share-these.folded'));
    expect(stackLines(svg.profiles[0]!)).toEqual(stackLines(sample.profiles[0]!));
  });

  for (const path of ['inferno-svg/odd/truncated.svg', 'flamegraph-svg/odd/truncated.svg']) {
    it(`${path}: a file that was cut gives what is there, and says so`, async () => {
      const { profiles, issues } = await importProfile(readCorpus(path));
      expect(profiles[0]!.totalWeight).toBeGreaterThan(0);
      expect(issues.map(({ code }) => code)).toContain('truncated');
    });
  }

  for (const path of [hasNoFrames, 'inferno-svg/odd/not-a-flamegraph.svg']) {
    it(`${path}: an SVG without frames is refused`, async () => {
      await expect(importProfile(readCorpus(path))).rejects.toMatchObject({
        name: 'ImportError',
        code: 'not-a-flame-graph',
      });
    });
  }
});
