import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildCallTree,
  formatWeight,
  findNode,
  functionTotals,
  readProfile,
  searchFrames,
} from '../../../../src/lib/flame/index.ts';
import type { CallTree, Profile, ViewSketch } from '../../../../src/lib/flame/index.ts';
import { sayReading } from '../../../../src/lib/lab/index.ts';
import type { SaidReading, Statement } from '../../../../src/lib/lab/index.ts';
import { profileOf } from '../../../support/profile-of.ts';
import { publicSamples } from '../../../support/public-samples.ts';
import { shareThese } from '../../../support/share-these.ts';
import { linesOf, sectionOf, shown, statementsOf } from './said-lines.ts';

describe('the guide’s profile, said as the dossier says it', () => {
  let en: SaidReading;
  let zh: SaidReading;
  beforeAll(async () => {
    const profile = await shareThese();
    en = sayReading(profile, 'en');
    zh = sayReading(profile, 'zh');
  });

  test('1.1: 66% in system calls, and what a single sample is worth', () => {
    const lines = linesOf(sectionOf(en, 'features'));
    expect(lines).toContain('33 samples, 66% (52.2–77.6%) end in a system call.');
    expect(lines).toContain(
      'One sample is 2%. What was seen once has a true share somewhere in 0.4–10.5%; what was never seen can still have 0.0–7.1%.',
    );
    expect(linesOf(sectionOf(zh, 'features'))).toContain(
      '止于系统调用的有 33 个样本，66%（52.2%–77.6%）。',
    );
  });

  test('1.2: the largest self is __psynch_cvsignal, and who is behind it', () => {
    expect(linesOf(sectionOf(en, 'self'))[0]).toBe(
      '`__psynch_cvsignal`: 8 samples, 16% (8.3–28.5%), in 4 places. Always by way of `UnparkHandle::unpark`; behind it are `Spawner::spawn_task` 5, `Context::run_task` 2, `schedule_task::{{closure}}` 1.',
    );
  });

  test('1.2: the frame that the guide calls the hot spot has nothing of its own; nine are wider', () => {
    expect(linesOf(sectionOf(en, 'total'))).toContain(
      '`into_future::{{closure}}::{{closure}}`: 22 samples, 44% (31.2–57.7%); none of that its own. 9 frames are wider.',
    );
    expect(linesOf(sectionOf(zh, 'total'))).toContain(
      '`into_future::{{closure}}::{{closure}}`：22 个样本，44%（31.2%–57.7%）；没有一点是自身的。比它更宽的栈帧有 9 个。',
    );
  });

  test('1.3: 39 holds 37 holds 26 holds 24 holds 22, as a nesting', () => {
    const lines = linesOf(sectionOf(en, 'chains'));
    const weights = lines.slice(0, 6).map((line) => /` (\d+) samples/.exec(line)?.[1]);
    expect(weights).toEqual(['45', '39', '37', '26', '24', '22']);
    expect(lines[5]).toMatch(/^ {10}`into_future::/);
  });

  test('1.3: what the guide draws as neighbours is asked, and answered with the proof', () => {
    const asked = linesOf(sectionOf(en, 'questions'));
    const at = asked.findIndex((line) => line.includes('side by side'));
    expect(asked[at]).toContain(
      '`UpgradeableConnection::poll` has 22 samples, and `Context::run_task` has 26 samples.',
    );
    expect(asked[at + 1]).toContain('Inside: `UpgradeableConnection::poll` is called below');
    expect(asked[at + 1]).toContain('Side by side they would need 48 samples');
  });

  test('2.2: hand-off 17, bytes 10; waiting is that of idle threads', () => {
    const calls = linesOf(sectionOf(zh, 'calls'));
    expect(calls[0]).toContain('17 个样本，34%（22.4%–47.8%）用于“线程交接：唤醒、等待、加锁”：');
    expect(calls).toContain(
      '  `__psynch_cvwait`：6 个样本，12%（5.6%–23.8%）。调用者：`Condvar::wait_until_internal` 3、`ThreadParker::park` 3。',
    );
    const unproven = linesOf(sectionOf(en, 'unproven')).join('\n');
    expect(unproven).toContain('does not prove that threads fight over a lock');
    expect(unproven).toContain('The word “GracefulShutdown” in');
  });
});

describe('small profiles, whole', () => {
  test('no system calls: said, and nothing is asked about them', () => {
    const said = sayReading(profileOf('main;parse 3\nmain;send 1'), 'en');
    expect(linesOf(sectionOf(said, 'features'))).toContain('No frame is known as a system call.');
    expect(said.sections.map(({ id }) => id)).not.toContain('calls');
  });

  test('a hot function has callers with weights', () => {
    const said = sayReading(profileOf('main;a;hash 6\nmain;b;hash 4'), 'zh');
    expect(linesOf(sectionOf(said, 'self'))[0]).toBe(
      '`hash`：10 个样本，100%（72.2%–100.0%），分布在 2 处。调用者：`a` 6、`b` 4。',
    );
  });

  test('bytes: no interval, no Amdahl, and no word about calls being time', () => {
    const said = sayReading(profileOf('main;load 3072\nmain;keep 1024', { unit: 'bytes' }), 'en');
    const text = said.sections.flatMap(linesOf).join('\n');
    expect(text).toContain('`load`: 3 KiB, 75%. Called by `main`.');
    expect(text).toContain('nor that the bytes were leaked');
    expect(text).not.toMatch(/\d–\d|Amdahl|times as fast/);
  });

  test('an empty profile says how little there is', () => {
    const said = sayReading(profileOf(''), 'en');
    expect(linesOf(sectionOf(said, 'features'))[0]).toBe(
      '0 samples in all, in 0 functions; the deepest stack has 0 frames.',
    );
  });

  test('a name that looks like markup stays a name', () => {
    const name = '<img src=x onerror=alert(1)>';
    const said = sayReading(profileOf(`main;${name} 5`), 'en');
    const parts = statementsOf(said).flatMap(({ text }) => text);
    expect(parts.some((part) => typeof part === 'object' && part.frame === name)).toBe(true);
    expect(parts.some((part) => typeof part === 'string' && part.includes('onerror'))).toBe(false);
  });

  test('a reading is plain data', () => {
    const said = sayReading(profileOf('main;a 2\nmain;b 1'), 'en');
    expect(structuredClone(said)).toEqual(said);
  });
});

describe('every statement about every sample', () => {
  let samples: { file: string; profile: Profile; en: Statement[]; zh: Statement[] }[];
  beforeAll(async () => {
    samples = (await publicSamples()).map(({ file, profile }) => {
      const known = { reading: readProfile(profile), tree: buildCallTree(profile) };
      const [en, zh] = (['en', 'zh'] as const).map((locale) =>
        statementsOf(sayReading(profile, locale, known)),
      );
      return { file, profile, en: en ?? [], zh: zh ?? [] };
    });
  }, 60_000);

  test('has evidence that the graph can show', () => {
    for (const { file, profile, en } of samples) {
      const trees = new Trees(profile);
      for (const statement of en) {
        expect(problemOf(statement, profile, trees), `${file} ${statement.id}`).toBe('');
      }
    }
  });

  test('has the library’s own figures in its text, and an interval only where samples are counted', () => {
    for (const locale of ['en', 'zh'] as const) {
      for (const { file, profile, ...said } of samples) {
        for (const { id, text, measured } of said[locale]) {
          const where = `${file} ${id}`;
          if (profile.unit !== 'samples') {
            expect(measured?.interval, where).toBeUndefined();
            expect(shown(text).replace(/`[^`]*`/g, ''), where).not.toMatch(/\d%?–\d/);
          }
          if (measured !== undefined && showsWeight.test(id)) {
            expect(shown(text), where).toContain(
              formatWeight(measured.weight, profile.unit, locale),
            );
          }
        }
      }
    }
  });

  test('says the same in both languages: the same statements, on the same evidence', () => {
    for (const { file, en, zh } of samples) {
      expect(new Set(en.map(({ id }) => id)).size, file).toBe(en.length);
      expect(zh.map(({ id, evidence }) => [id, evidence])).toEqual(
        en.map(({ id, evidence }) => [id, evidence]),
      );
    }
  });

  test('is Chinese in Chinese: no half-width punctuation between Chinese characters', () => {
    for (const { zh } of samples) {
      for (const { text } of zh) {
        const words = text.map((part) => (typeof part === 'string' ? part : 'x')).join('');
        expect(words).not.toMatch(/[\u4e00-\u9fff][,;:()?]/);
        expect(words).not.toMatch(/[a-z] {2}|[\u4e00-\u9fff] [\u4e00-\u9fff]/);
      }
    }
  });
});

/** Statements that say their weight in words; answers and limits say other figures of theirs. */
const showsWeight =
  /^(?:feature:(?:widest|largest-self|calls)|kind|self|total|group|call|call-kind|chain|unproven:(?:calls|total|wait|kernel)):?/;

class Trees {
  readonly #profile: Profile;
  readonly #trees = new Map<boolean, CallTree>();

  constructor(profile: Profile) {
    this.#profile = profile;
  }

  of(view: ViewSketch['view']): CallTree {
    const inverted = view === 'leaf-first';
    const known = this.#trees.get(inverted) ?? buildCallTree(this.#profile, { inverted });
    this.#trees.set(inverted, known);
    return known;
  }
}

/** What is wrong with a statement's evidence; empty where nothing is. */
function problemOf(statement: Statement, profile: Profile, trees: Trees): string {
  const { view, rows } = statement.evidence;
  const { size } = trees.of('merged');
  if (rows.some((row) => !(row >= 0 && row < size))) return 'a row is not in the tree';
  if (new Set(rows).size !== rows.length) return 'a row twice';
  const isSeen = [view.highlight, view.search, view.function].some((part) => part !== undefined);
  if (rows.length > 0 && !isSeen) return 'rows unseen';
  const isFunction = functionTotals(profile).some(({ name }) => name === view.function);
  if (view.function !== undefined && !isFunction) return 'no such function';
  return problemOfPlaces(statement, trees) || problemOfSearch(statement, trees);
}

function problemOfPlaces({ evidence: { view, rows, shownOf } }: Statement, trees: Trees): string {
  const places = [view.highlight ?? []].flat().filter((text) => !text.startsWith('kind:'));
  for (const expression of [...places, view.selection ?? '', view.root ?? '']) {
    const row = findNode(trees.of(view.view), expression);
    if (row === undefined) return `no frame for ${expression}`;
    const isOther = view.view === undefined && row >= 0 && !rows.includes(row);
    if (isOther) return `${expression} is another frame`;
  }
  const isWhole = view.view !== undefined || shownOf !== undefined || places.length === 0;
  return isWhole || places.length === rows.length ? '' : 'rows are missing';
}

function problemOfSearch({ evidence: { view }, measured }: Statement, trees: Trees): string {
  if (view.search === undefined) return '';
  const { matchedWeight, error } = searchFrames(trees.of(view.view), view.search);
  if (error !== undefined) return error;
  const isSame =
    measured !== undefined && Math.abs(matchedWeight - measured.weight) <= 1e-6 * matchedWeight;
  return isSame ? '' : `the search counts ${matchedWeight}, the statement another weight`;
}
