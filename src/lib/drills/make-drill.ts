import { readProfile } from '../flame/index.ts';
import { askChange } from './ask-change.ts';
import { askDrill } from './ask-drill.ts';
import type { Confirmed } from './ask-drill.ts';
import { causeOfReading } from './cause-of-reading.ts';
import { Chance } from './chance.ts';
import { costumeIds, costumes } from './costumes.ts';
import type { Change, Drill, DrillAsk, DrillLevel } from './drill.ts';
import { canHave, causes, plantCause } from './plant-cause.ts';
import type { Cause } from './plant-cause.ts';
import { recordProfile } from './workload.ts';

export interface DrillWish {
  readonly level: DrillLevel;
  /** Only what can be answered at a glance: for the mode that trains speed. */
  readonly quick?: boolean;
}

const changes: readonly Change[] = ['regression', 'vanished', 'same-shares'];
/** Share of the cause, from and to, by level. */
const shares: Readonly<Record<DrillLevel, readonly [number, number]>> = {
  1: [0.4, 0.55],
  2: [0.28, 0.42],
  3: [0.22, 0.32],
};
const mostTries = 40;

/**
 * A profile with a planted cause, and a question about it that the library marks. It is asked only
 * if the library's own reading finds what was planted; otherwise the next profile of the same seed
 * is tried. The same seed and wish give the same drill.
 */
export function makeDrill(seed: string, wish: DrillWish): Drill {
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const drill = tryDrill(`${seed}/${attempt}`, seed, wish);
    if (drill !== undefined) return drill;
  }
  throw new Error(`no drill for the seed "${seed}" in ${mostTries} tries`);
}

function tryDrill(trySeed: string, seed: string, wish: DrillWish): Drill | undefined {
  const { level, quick = false } = wish;
  const chance = new Chance(`${trySeed}/${level}/${quick ? 'quick' : ''}`);
  const costume = costumes[chance.one(costumeIds)];
  const common = { seed, level, costume: costume.id };
  if (!quick && level > 1 && chance.between(0, 1) < 0.3) {
    const planted = chance.one(changes);
    const asked = askChange(chance, costume, level, planted);
    return asked && { ...common, planted, ...asked };
  }
  const planted = chance.one(causes.filter((cause) => canHave(costume, cause)));
  const confirmed = confirm(chance, { ...common, planted });
  if (confirmed === undefined) return undefined;
  const quickAsks: readonly DrillAsk[] = ['which-cause', 'largest-self'];
  const asked = askDrill(chance, confirmed, quick ? chance.one(quickAsks) : undefined);
  if (asked === undefined || (quick && !quickAsks.includes(asked.ask))) return undefined;
  return { ...confirmed, ...asked };
}

/** Plants a cause, records it, and has the library read it. */
function confirm(
  chance: Chance,
  plan: Pick<Drill, 'seed' | 'level' | 'costume'> & { planted: Cause },
): Confirmed | undefined {
  const [from, to] = shares[plan.level];
  const share = chance.between(from, to);
  const { stacks, culprit } = plantCause(chance, costumes[plan.costume], plan.planted, share);
  const profile = recordProfile(chance, stacks, chance.whole(300, 2500), plan.planted);
  const found = causeOfReading(readProfile(profile));
  if (found?.cause !== plan.planted || found.culprit !== culprit) return undefined;
  return { ...plan, culprit, profile };
}
