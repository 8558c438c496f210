import { beforeAll, describe, expect, test } from 'vitest';
import { diffProfiles, findNode, functionTotals } from '../../../../src/lib/flame/index.ts';
import type { Profile } from '../../../../src/lib/flame/index.ts';
import { compareProfiles } from '../../../../src/lib/lab/index.ts';
import type { SaidComparison } from '../../../../src/lib/lab/index.ts';
import { fisherExact } from '../../../../src/lib/lab/compare/fisher-exact.ts';
import { profileOf } from '../../../support/profile-of.ts';
import { publicSamples } from '../../../support/public-samples.ts';
import { linesOf, sectionOf, statementsOf } from './said-lines.ts';

const ids = (said: SaidComparison) => sectionOf(said, 'comparable').statements.map(({ id }) => id);

describe('two profiles that can be compared', () => {
  const before = profileOf('main;serve;read 300\nmain;serve;write 700');
  const after = profileOf('main;serve;read 600\nmain;serve;write 400');

  test('each change with its interval, and that chance does not explain it', () => {
    const said = compareProfiles(before, after, 'en');
    expect(linesOf(sectionOf(said, 'self-changes'))[0]).toBe(
      '`read`: 30% → 60%, +30 points (300 samples → 600 samples). 95% interval of the change: +25.8 to +34.1. More than chance explains.',
    );
    expect(linesOf(sectionOf(said, 'comparable'))).toContain(
      'Of 2 functions compared by self, 2 changed more than chance explains; all the others could be noise.',
    );
  });

  test('the same in Chinese', () => {
    const said = compareProfiles(before, after, 'zh');
    expect(linesOf(sectionOf(said, 'self-changes'))[0]).toBe(
      '`read`：30% → 60%，+30 个百分点（300 个样本 → 600 个样本）。变化的 95% 区间：+25.8 到 +34.1。超出偶然。',
    );
  });

  test('22 of 50 against 15 of 50, the dossier’s example, could be noise', () => {
    const said = compareProfiles(
      profileOf('main;a 22\nmain;b 28'),
      profileOf('main;a 15\nmain;b 35'),
      'en',
    );
    const line = linesOf(sectionOf(said, 'self-changes')).find((each) => each.startsWith('`a`'));
    expect(line).toContain('−14 points');
    expect(line).toContain('Could be noise. To show a change like this, take about');
    expect(ids(said)).toContain('compare:few-samples');
  });

  test('a profile compared with itself has no changes', () => {
    const said = compareProfiles(before, before, 'en');
    expect(said.sections.map(({ id }) => id)).toEqual(['comparable']);
    expect(linesOf(sectionOf(said, 'comparable'))).toContain(
      'Of 2 functions compared by self, none changed more than chance explains.',
    );
  });

  test('a profile that merely lasted longer has no changes, and the difference in size is said', () => {
    const longer = profileOf('main;serve;read 3000\nmain;serve;write 7000');
    const said = compareProfiles(before, longer, 'en');
    expect(said.sections.map(({ id }) => id)).toEqual(['comparable']);
    expect(ids(said)).toContain('compare:sample-counts');
    expect(said.normalize).toBe('total');
  });

  test('what appeared and what vanished', () => {
    const said = compareProfiles(
      profileOf('main;old 400\nmain;same 600'),
      profileOf('main;new 400\nmain;same 600'),
      'en',
    );
    expect(linesOf(sectionOf(said, 'appeared'))).toEqual([
      '`new`: 400 samples, 40% (37.0–43.1%), with nothing before.',
    ]);
    expect(linesOf(sectionOf(said, 'vanished'))).toEqual([
      '`old`: 400 samples, 40% (37.0–43.1%) before, and nothing after.',
    ]);
  });

  test('of a chain whose totals change together one frame is named', () => {
    const said = compareProfiles(
      profileOf('m;a;b;c 100\nm;other 900'),
      profileOf('m;a;b;c 500\nm;other 500'),
      'en',
    );
    expect(sectionOf(said, 'total-changes').statements.map(({ id }) => id)).toEqual([
      'total-change:c',
      'total-change:other',
    ]);
  });

  test('with many functions the one that stands out by chance alone is not called clear', () => {
    const lines = (special: number) =>
      Array.from({ length: 200 }, (_, i) => `main;f${i} ${i === 0 ? special : 100}`).join('\n');
    const said = compareProfiles(profileOf(lines(100)), profileOf(lines(135)), 'en');
    const [change] = sectionOf(said, 'self-changes').statements;
    expect(change?.id).toBe('self-change:f0');
    expect((change?.change?.interval?.[0] ?? 0) > 0).toBe(true); // alone it would stand out
    expect(change?.judgement).toBe('could-be-noise');
  });
});

describe('over many pairs of recordings', () => {
  /** A recording of 1,000 samples of 40 functions; `hot` is the first one's share. */
  const recording = (seed: number, hot: number): Profile => {
    let state = seed;
    const chance = () => {
      state = (state + 0x6d2b79f5) | 0; // mulberry32
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
    };
    const counts = new Array<number>(40).fill(0);
    for (let i = 0; i < 1000; i++) {
      const at = chance() < hot ? 0 : 1 + Math.floor(chance() * 39);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    return profileOf(counts.map((count, i) => `main;f${i} ${count}`).join('\n'));
  };
  const clearOf = (before: Profile, after: Profile) =>
    sectionOf(compareProfiles(before, after, 'en'), 'self-changes')
      .statements.filter(({ judgement }) => judgement === 'clear')
      .map(({ id }) => id);

  test('of one program, at most about one pair in twenty has anything called clear', () => {
    const pairs = Array.from({ length: 100 }, (_, i) =>
      clearOf(recording(2 * i, 0.1), recording(2 * i + 1, 0.1)),
    );
    expect(pairs.filter((clear) => clear.length > 0).length).toBeLessThanOrEqual(9);
  });

  test('a share that doubled is called clear in nearly all of them', () => {
    const pairs = Array.from({ length: 50 }, (_, i) =>
      clearOf(recording(2 * i, 0.1), recording(2 * i + 1, 0.2)),
    );
    const found = pairs.filter((clear) => clear.includes('self-change:f0'));
    expect(found.length).toBeGreaterThan(47);
  });
});

describe('two profiles that cannot, or hardly', () => {
  const a = profileOf('main;x 500');

  test('different units: said, and nothing is compared', () => {
    const said = compareProfiles(a, profileOf('main;x 500', { unit: 'bytes' }), 'zh');
    expect(said.isComparable).toBe(false);
    expect(linesOf(sectionOf(said, 'comparable'))).toEqual([
      '这两份不能比：之前计的是样本，之后计的是字节。请用同样的方式录制两份。',
    ]);
    expect(said.sections).toHaveLength(1);
  });

  test('one without weight', () => {
    expect(compareProfiles(profileOf(''), a, 'en').isComparable).toBe(false);
    expect(linesOf(sectionOf(compareProfiles(a, profileOf(''), 'en'), 'comparable'))).toEqual([
      'There is nothing to compare: after has no weight.',
    ]);
  });

  test('no common root, as when the root is the program’s name', () => {
    expect(
      ids(compareProfiles(profileOf('before;x 500'), profileOf('after;x 500'), 'en')),
    ).toContain('compare:roots');
  });

  test('different events, and durations far apart', () => {
    const short = { ...profileOf('main;x 9\nmain;y 9', { time: true }), name: 'cycles' };
    const long = { ...profileOf('main;x 90\nmain;y 90', { time: true }), name: 'cpu-clock:u' };
    expect(ids(compareProfiles(short, long, 'en'))).toEqual(
      expect.arrayContaining(['compare:events', 'compare:durations']),
    );
  });

  test('bytes: changes without interval, and nobody is told what is noise', () => {
    const unit = { unit: 'bytes' } as const;
    const said = compareProfiles(
      profileOf('m;a 1024\nm;b 1024', unit),
      profileOf('m;a 3072\nm;b 1024', unit),
      'en',
    );
    const [change] = sectionOf(said, 'self-changes').statements;
    expect(linesOf(sectionOf(said, 'self-changes'))[0]).toBe(
      '`a`: 50% → 75%, +25 points (1 KiB → 3 KiB).',
    );
    expect(change?.judgement).toBe('not-tested');
    expect(ids(said)).toContain('compare:not-samples');
  });
});

describe('real pairs', () => {
  let samples: Map<string, Profile>;
  beforeAll(async () => {
    const all = await publicSamples();
    samples = new Map(all.map(({ file, profile }) => [file, profile]));
  }, 60_000);
  const compared = (before: string, after: string) => {
    const a = samples.get(before);
    const b = samples.get(after);
    if (a === undefined || b === undefined) throw new Error('there is no such sample');
    return { a, b, said: compareProfiles(a, b, 'en') };
  };

  test('two runs of the same server: nothing is clear', () => {
    const { said } = compared('chunks-8k-1.folded.gz', 'chunks-8k-2.folded.gz');
    const judged = sectionOf(said, 'self-changes').statements.map(({ judgement }) => judgement);
    expect(new Set(judged)).toEqual(new Set(['could-be-noise']));
  });

  test('chunks of 8 KiB and of 1 MiB: copying grew and switching tasks shrank, clearly', () => {
    const { said } = compared('chunks-8k-1.folded.gz', 'chunks-1m-1.folded.gz');
    const changes = sectionOf(said, 'self-changes').statements;
    const clear = changes.filter(({ judgement }) => judgement === 'clear').map(({ id }) => id);
    expect(clear.some((id) => id.includes('finish_task_switch'))).toBe(true);
    expect(clear.some((id) => id.includes('_copy_from_iter'))).toBe(true);
  });

  test.each([
    ['chunks-8k-1.folded.gz', 'chunks-1m-1.folded.gz'],
    ['diff-before.folded', 'diff-after.folded'],
    ['writes-unbuffered.folded', 'writes-buffered.folded'],
    ['locks-one-off-cpu.pb.gz', 'locks-sharded-off-cpu.pb.gz'],
    ['heap-peak.pb.gz', 'heap-leaked.pb.gz'],
  ])('%s and %s: evidence is in the diff, and figures are the library’s', (before, after) => {
    const { a, b, said } = compared(before, after);
    const tree = diffProfiles(a, b, { normalize: said.normalize });
    const selfOf = (profile: Profile) =>
      new Map(functionTotals(profile).map(({ name, self }) => [name, self]));
    const [was, is] = [selfOf(a), selfOf(b)];
    for (const { id, evidence, change } of statementsOf(said)) {
      expect(evidence.view.view, id).toBe('diff');
      for (const expression of [evidence.view.highlight ?? []].flat()) {
        expect(evidence.rows, id).toContain(findNode(tree, expression));
      }
      if (!id.startsWith('self-change:')) continue;
      const name = id.slice('self-change:'.length);
      expect(change?.before.weight, id).toBe(was.get(name) ?? 0);
      expect(change?.after.weight, id).toBe(is.get(name) ?? 0);
      expect(change?.interval === undefined, id).toBe(a.unit !== 'samples');
    }
  });
});

describe('Fisher’s exact test', () => {
  test('the tea that it was made for', () => {
    expect(fisherExact(4, 4, 0, 4)).toBeCloseTo(2 / 70, 10);
    expect(fisherExact(3, 4, 1, 4)).toBeCloseTo(34 / 70, 10);
  });

  test('the dossier’s example, and sides do not matter', () => {
    expect(fisherExact(22, 50, 15, 50)).toBeCloseTo(0.21, 2);
    expect(fisherExact(15, 50, 22, 50)).toBeCloseTo(fisherExact(22, 50, 15, 50), 10);
    expect(fisherExact(28, 50, 35, 50)).toBeCloseTo(fisherExact(22, 50, 15, 50), 10);
  });

  test('nothing on either side says nothing', () => {
    expect(fisherExact(0, 10, 0, 20)).toBe(1);
  });
});
