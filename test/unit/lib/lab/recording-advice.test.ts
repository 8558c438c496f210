import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { importProfile, readProfile } from '../../../../src/lib/flame/index.ts';
import type { CautionCode, Reading } from '../../../../src/lib/flame/index.ts';
import { guessPlatform, platforms, recordingAdvice } from '../../../../src/lib/lab/index.ts';
import { wishOfCaution } from '../../../../src/lib/lab/advice/recipe-data.ts';
import { profileOf } from '../../../support/profile-of.ts';
import { shareThese } from '../../../support/share-these.ts';

/** A reading with these cautions, as far as advice looks at it. */
function warnedOf(...codes: CautionCode[]): Pick<Reading, 'cautions'> {
  return {
    cautions: codes.map((code) => ({
      code,
      weight: 1,
      share: 1,
      frames: [],
      rows: [],
      values: {},
    })),
  };
}

describe('advice for the guide’s profile', () => {
  let reading: Reading;
  beforeAll(async () => {
    reading = readProfile(await shareThese());
  });

  test('asks for more samples first, and says which cautions that answers', () => {
    const { recipes } = recordingAdvice(reading, 'cargo-flamegraph', 'en');
    expect(recipes[0]).toMatchObject({
      id: 'more-samples',
      answers: ['too-few-samples', 'rank-undecided'],
      commands: ['cargo flamegraph -F 1999 -o out.svg -- <arguments of a longer run>'],
    });
    expect(recipes.map(({ id }) => id)).toEqual([
      'more-samples',
      'waiting',
      'generics',
      'whole-stacks',
    ]);
  });

  test('does not ask for symbols, since linker stubs miss none', () => {
    const ids = recordingAdvice(reading, 'macos', 'zh').recipes.map(({ id }) => id);
    expect(ids).not.toContain('symbols');
  });
});

describe('every recipe', () => {
  const all = Object.keys(wishOfCaution) as CautionCode[];
  const recipes = platforms.flatMap((platform) =>
    (['en', 'zh'] as const).flatMap((locale) => {
      const advice = recordingAdvice(warnedOf(...all), platform, locale);
      return advice.recipes.map((recipe) => ({ platform, locale, recipe }));
    }),
  );

  test('has commands, a reason in the language, and primary sources', () => {
    expect(recipes.length).toBeGreaterThan(40);
    for (const { platform, locale, recipe } of recipes) {
      const where = `${platform} ${recipe.id}`;
      expect(recipe.commands.length, where).toBeGreaterThan(0);
      expect(recipe.sources.length, where).toBeGreaterThan(0);
      for (const source of recipe.sources) expect(source, where).toMatch(/^https:\/\//);
      const words = [recipe.title, ...recipe.why, ...recipe.notes.flat()].join(' ');
      if (locale === 'zh') expect(words, where).toMatch(/\p{Script=Han}/u);
      else expect(words, where).not.toMatch(/\p{Script=Han}/u);
    }
  });

  test('says what of it was run and what was only looked up, and when', () => {
    for (const { platform, recipe } of recipes) {
      const where = `${platform} ${recipe.id}`;
      expect([recipe.ranWith, recipe.lookedUp].join(''), where).not.toBe('');
    }
    expect(recordingAdvice(warnedOf(), 'go', 'en').checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test('never passes for run where the tool is a Mac’s or was not had', () => {
    const tools = /\b(?:asprof|xcrun|sample|dsymutil|offcputime|cargo flamegraph)\b/;
    for (const { platform, recipe } of recipes) {
      const isOdd = recipe.commands.some((command) => tools.test(command));
      expect(recipe.lookedUp !== undefined || !isOdd, `${platform} ${recipe.id}`).toBe(true);
    }
  });

  test('counts the time that a lock is waited for, not how often: --total of asprof', () => {
    const { recipes: found } = recordingAdvice(warnedOf('on-cpu-only'), 'jvm', 'en');
    const locks = found[0]?.commands.find((command) => command.includes('-e lock'));
    expect(locks).toContain(' --total ');
  });

  test('has commands that a shell can read: quotes come in pairs, and there is no other language in them', () => {
    for (const { platform, recipe } of recipes) {
      for (const command of recipe.commands) {
        for (const quote of [`'`, '"']) {
          expect(command.split(quote).length % 2, `${platform}: ${command}`).toBe(1);
        }
        expect(command).toMatch(/^[\x20-\x7e]+$/);
      }
    }
  });

  test.each(platforms)('%s can be told how to get more samples, and symbols', (platform) => {
    const { recipes: found } = recordingAdvice(
      warnedOf('too-few-samples', 'missing-symbols'),
      platform,
      'en',
    );
    expect(found.map(({ id }) => id)).toEqual(['more-samples', 'symbols']);
  });

  test('is given once, though several cautions ask for it', () => {
    const { recipes: found } = recordingAdvice(
      warnedOf('few-samples', 'rank-undecided'),
      'go',
      'en',
    );
    expect(found.map(({ answers }) => answers)).toEqual([['few-samples', 'rank-undecided']]);
  });
});

test('a profile that warns of nothing is told so', () => {
  const { recipes, intro } = recordingAdvice(warnedOf('recursion'), 'node', 'zh');
  expect(recipes).toEqual([]);
  expect(intro).toEqual(['在这个平台上，这份剖析没有需要重新录制的地方。']);
});

test('allocations neither run nor wait: nobody is sent to look for waiting', () => {
  const bytes = readProfile(profileOf('main;load 5000', { unit: 'count' }));
  expect(recordingAdvice(bytes, 'linux-perf', 'en').recipes).toEqual([]);
});

describe('the platform of a profile', () => {
  test.each([
    ['share-these.folded', 'cargo-flamegraph'],
    ['chunks-8k-1.folded.gz', 'cargo-flamegraph'],
    ['go-cpu.pb.gz', 'go'],
    ['node-json.cpuprofile.gz', 'node'],
    ['node-json-perf.folded.gz', 'node'],
    ['java-jfr.folded', 'jvm'],
    ['java-perf.folded.gz', 'jvm'],
    ['hash-callers.folded', 'linux-perf'],
    ['alloc-churn.folded', 'linux-perf'],
    ['heap-peak.pb.gz', 'linux-perf'],
  ])('%s: %s', async (file, platform) => {
    const { format, profiles } = await importProfile(readFileSync(`public/samples/${file}`), {
      fileName: file,
    });
    const [profile] = profiles;
    expect(profile && guessPlatform(profile, format)).toBe(platform);
  });

  test('py-spy’s frames are Python’s, and a report of sample is from a Mac', () => {
    expect(guessPlatform(profileOf('<module> (app.py:1);work (app.py:9) 5'), 'folded')).toBe(
      'python',
    );
    expect(guessPlatform(profileOf('main 5'), 'sample')).toBe('macos');
  });
});
