import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  causeOfReading,
  drillId,
  drillLevelOf,
  makeDrill,
} from '../../../../src/lib/drills/index.ts';
import type { Drill, DrillLevel } from '../../../../src/lib/drills/index.ts';
import { compareShares, functionTotals, readProfile } from '../../../../src/lib/flame/index.ts';
import type { AnswerEvent } from '../../../../src/lib/progress/index.ts';
import { scoreAttempt } from '../../../../src/lib/quiz/index.ts';
import { profileOf } from '../../../support/profile-of.ts';

const levels = [1, 2, 3] as const;
/** Causes that stand between two profiles: the reading of one cannot find them. */
const changes: readonly string[] = ['regression', 'vanished', 'same-shares'];

/** What the reader of a generated profile may rely on, drill by drill. */
function complaintsOn(drill: Drill): string[] {
  return [...promisesOf(drill), ...promisesOfKey(drill)]
    .filter(([holds]) => !holds)
    .map(([, complaint]) => complaint);
}

/** Whether something holds, and what to say if it does not. */
type Promised = readonly [boolean, string];

function* promisesOf(drill: Drill): Generator<Promised> {
  const { ask, profile, key, planted, culprit, facts } = drill;
  if (!changes.includes(planted)) {
    const found = causeOfReading(readProfile(profile));
    const agrees = found?.cause === planted && found.culprit === culprit;
    yield [agrees, 'the reading finds something else'];
  }
  if (ask === 'largest-self') {
    const isLargest = key.kind === 'choice' && functionTotals(profile)[0]?.name === key.right;
    yield [isLargest, 'not the largest'];
  }
  if (ask === 'is-it-real') {
    const { k1 = 0, n1 = 1, k2 = 0, n2 = 1 } = facts;
    const { p } = compareShares(k2, n2, k1, n1);
    const isClear = key.kind === 'choice' && (key.right === 'grew' ? p < 0.001 : p > 0.25);
    yield [isClear, `p is ${p}`];
  }
}

function* promisesOfKey({ key, options }: Drill): Generator<Promised> {
  if (key.kind === 'choice') {
    yield [new Set(key.options).size === 3, 'not three different options'];
    yield [key.options.includes(key.right), 'the right option is none of them'];
    yield [options.every(({ id }) => key.options.includes(id)), 'an option is not shown'];
  }
  if (key.kind === 'numeric') {
    const text = key.as === 'share' ? `${key.value}%` : String(key.value);
    const { outcome } = scoreAttempt(key, { kind: 'numeric', text });
    yield [outcome === 'right', 'the right number is not right'];
    const { near, value, tolerance } = key;
    yield [near.every((miss) => Math.abs(miss.value - value) > tolerance), 'near is right'];
  }
  if (key.kind === 'click-frame') yield [key.right.length > 0, 'nothing to click'];
}

describe('drills', () => {
  it('plant what the library’s own reading finds, over 10,000 seeds', () => {
    for (let seed = 0; seed < 10_000; seed++) {
      const level = levels[seed % 3] ?? 1;
      const drill = makeDrill(`seed-${seed}`, { level, quick: seed % 7 === 0 });
      expect(complaintsOn(drill), `seed-${seed} ${drillId(drill)}`).toEqual([]);
    }
  }, 120_000);

  it('come again by their seed, and are never two alike', () => {
    const text = (drill: Drill) => JSON.stringify({ ...drill, seed: '' });
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...levels), (seed, level) => {
        expect(text(makeDrill(seed, { level }))).toBe(text(makeDrill(seed, { level })));
        expect(text(makeDrill(seed, { level }))).not.toBe(text(makeDrill(`${seed}!`, { level })));
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('have every cause, costume and question among them', () => {
    const drills = Array.from({ length: 900 }, (_, i) =>
      makeDrill(`variety-${i}`, { level: levels[i % 3] ?? 1 }),
    );
    expect(new Set(drills.map(({ planted }) => planted)).size).toBe(12);
    expect(new Set(drills.map(({ costume }) => costume)).size).toBe(5);
    expect(new Set(drills.map(({ ask }) => ask)).size).toBe(8);
    for (const place of [0, 1, 2]) {
      const choices = drills.filter(({ ask }) => ask === 'which-cause');
      const there = choices.filter(
        ({ key }) => key.kind === 'choice' && key.options.indexOf(key.right) === place,
      );
      expect(there.length / choices.length).toBeGreaterThan(0.2);
    }
  });

  it('ask at a glance when speed is trained', () => {
    const asks = Array.from(
      { length: 100 },
      (_, i) => makeDrill(`q${i}`, { level: 2, quick: true }).ask,
    );
    expect(new Set(asks)).toEqual(new Set(['which-cause', 'largest-self']));
  });

  it('say nothing of a profile in which nothing stands out', () => {
    const flat = profileOf('main;a 10\nmain;b 11\nmain;c 10\nmain;d 9');
    expect(causeOfReading(readProfile(flat))).toBeUndefined();
  });
});

describe('the level of drills', () => {
  const answers = (outcomes: string): AnswerEvent[] =>
    [...outcomes].map((letter, at) => ({
      schema: 1,
      id: String(at),
      at,
      type: 'answer',
      question: 'drill:wake-storm:which-cause',
      version: 1,
      attempt: { kind: 'choice', option: 'a' },
      outcome: letter === '+' ? 'right' : 'wrong',
      earned: 0,
      of: 1,
      ms: 0,
      hints: 0,
      mode: 'drill',
    }));

  it.each<[string, DrillLevel]>([
    ['', 1],
    ['++++', 1],
    ['+++++', 2],
    ['+++++-', 2],
    ['++++++++++', 3],
    ['+++++----', 1],
    ['-------', 1],
  ])('after %j it is %d', (outcomes, level) => {
    expect(drillLevelOf(answers(outcomes))).toBe(level);
  });
});
