import { compareShares, functionTotals } from '../flame/index.ts';
import type { Profile } from '../flame/index.ts';
import type { Chance } from './chance.ts';
import type { Costume } from './costumes.ts';
import { frameOption } from './ask-drill.ts';
import type { Change, Drill, DrillAsk, DrillLevel } from './drill.ts';
import { planWorkload, recordProfile } from './workload.ts';
import type { PlannedStack } from './workload.ts';

type Changed = Pick<Drill, 'ask' | 'options' | 'key' | 'facts' | 'culprit' | 'profile' | 'after'>;

/** How often the planted function is called, or costs, after the change; by level. */
const growth: Readonly<Record<DrillLevel, number>> = { 1: 3, 2: 2.2, 3: 1.7 };
const sure = 0.001;
const doubtful = 0.25;

/**
 * Two recordings of one program, the second of another length: one leaf grew, one is gone, or
 * nothing but the number of samples differs. `undefined` where chance made it unclear.
 */
export function askChange(
  chance: Chance,
  costume: Costume,
  level: DrillLevel,
  change: Change,
): Changed | undefined {
  const { stacks } = planWorkload(chance, costume, 1);
  const culprit = chance.one([...leafNames(stacks, costume)]);
  const samples = chance.whole(600, 1500);
  const longer = chance.between(1.5, 2.6);
  const factor = change === 'regression' ? growth[level] : change === 'vanished' ? 0 : 1;
  const changed = stacks.map(({ frames, share }) => ({
    frames,
    share: frames.at(-1) === culprit ? share * factor : share,
  }));
  const profile = recordProfile(chance, stacks, samples, 'before');
  const after = recordProfile(chance, changed, Math.round(samples * longer), 'after');
  const asked = question(chance, change, culprit, profile, after);
  return asked && { ...asked, culprit, profile, after };
}

function leafNames(stacks: readonly PlannedStack[], { leaves }: Costume): Set<string> {
  const names = stacks.map(({ frames }) => frames.at(-1) ?? '');
  return new Set(names.filter((name) => leaves.includes(name)));
}

type Question = Pick<Drill, 'ask' | 'options' | 'key' | 'facts'>;

function question(
  chance: Chance,
  change: Change,
  culprit: string,
  before: Profile,
  after: Profile,
): Question | undefined {
  const changes = shareChanges(before, after);
  const own = changes.find(({ name }) => name === culprit);
  if (own === undefined) return undefined;
  const asksReality = change === 'same-shares' || chance.between(0, 1) < 0.4;
  if (change !== 'vanished' && asksReality) return askReality(own, before, after);
  const options = chance.some([own, ...rivals(chance, changes, own, change)], 3);
  if (options.length < 3) return undefined;
  const ask: DrillAsk = change === 'vanished' ? 'which-vanished' : 'which-grew';
  if (!isClear(ask, own, changes)) return undefined;
  return {
    ask,
    options: options.map(({ name, self, total }) => frameOption({ name, self, total })),
    key: { kind: 'choice', options: options.map(({ name }) => name), right: culprit },
    facts: { k1: own.before, n1: before.totalWeight, k2: own.self, n2: after.totalWeight },
  };
}

interface ShareChange {
  readonly name: string;
  /** Self weight in the first profile. */
  readonly before: number;
  /** Self and total weight in the second one. */
  readonly self: number;
  readonly total: number;
  readonly difference: number;
  readonly p: number;
}

function shareChanges(before: Profile, after: Profile): ShareChange[] {
  const later = new Map(functionTotals(after).map((one) => [one.name, one]));
  return functionTotals(before).map(({ name, self }) => {
    const found = later.get(name) ?? { self: 0, total: 0 };
    const { difference, p } = compareShares(
      found.self,
      after.totalWeight,
      self,
      before.totalWeight,
    );
    return { name, before: self, self: found.self, total: found.total, difference, p };
  });
}

/** Functions that were there and still are, of which none did what is asked. */
function rivals(
  chance: Chance,
  changes: readonly ShareChange[],
  own: ShareChange,
  change: Change,
): ShareChange[] {
  const others = changes.filter(
    ({ name, before, self }) => name !== own.name && before > 0 && self > 0,
  );
  // Grown in samples, since the second recording is longer: the tempting wrong answer.
  const more = others.filter(({ before, self }) => self > before);
  return chance.some(change === 'vanished' || more.length < 2 ? others : more, 2);
}

function isClear(ask: DrillAsk, own: ShareChange, changes: readonly ShareChange[]): boolean {
  if (ask === 'which-vanished') return own.self === 0 && own.before >= 10;
  const largest = changes.every(
    ({ name, difference }) => name === own.name || difference < 0.5 * own.difference,
  );
  return own.p < sure && own.difference > 0 && largest;
}

function askReality(own: ShareChange, before: Profile, after: Profile): Question | undefined {
  const isReal = own.p < sure && own.difference > 0;
  if (!isReal && own.p < doubtful) return undefined;
  // Without more samples nobody would suspect a growth.
  if (!isReal && own.self <= own.before) return undefined;
  const options = ['grew', 'longer-run', 'cannot-tell'].map((id) => ({ id }));
  return {
    ask: 'is-it-real',
    options,
    key: {
      kind: 'choice',
      options: options.map(({ id }) => id),
      right: isReal ? 'grew' : 'longer-run',
    },
    facts: {
      k1: own.before,
      n1: before.totalWeight,
      k2: own.self,
      n2: after.totalWeight,
      p: own.p,
    },
  };
}
