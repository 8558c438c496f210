import type { Chance } from './chance.ts';
import type { Costume } from './costumes.ts';
import { planWorkload } from './workload.ts';
import type { Place, PlannedStack } from './workload.ts';

/** What is wrong in a single profile of a drill. */
export const causes = [
  'lock-convoy',
  'wake-storm',
  'busy-poll',
  'allocation-churn',
  'small-writes',
  'many-callers',
  'deep-recursion',
  'missing-symbols',
  'misleading-name',
] as const;
export type Cause = (typeof causes)[number];

export interface Planted {
  readonly stacks: readonly PlannedStack[];
  /** Function that is the cause, or shows it. */
  readonly culprit: string;
}

/** Whether a program in this costume can have this cause. */
export function canHave(costume: Costume, cause: Cause): boolean {
  if (cause === 'lock-convoy') return costume.lock !== undefined;
  if (cause === 'wake-storm') return costume.wake !== undefined;
  return true;
}

/** A workload with a cause in it that has this share of the samples. */
export function plantCause(chance: Chance, costume: Costume, cause: Cause, share: number): Planted {
  const { stacks, places } = planWorkload(chance, costume, 1 - share);
  const at = (path: readonly string[], count: number): Planted => ({
    stacks: [...stacks, ...spread(chance, places, path, count, share)],
    culprit: path.at(-1) ?? '',
  });
  switch (cause) {
    case 'lock-convoy':
      return at(costume.lock ?? [], chance.whole(1, 3));
    case 'wake-storm':
      return at(costume.wake ?? [], chance.whole(1, 3));
    case 'busy-poll':
      return { ...at([costume.poll], 1), culprit: costume.poll };
    case 'allocation-churn':
      return at(costume.allocate, chance.whole(1, 3));
    case 'small-writes':
      return at(costume.write, chance.whole(1, 3));
    case 'many-callers':
      return at([costume.shared], Math.max(5, Math.min(places.length, chance.whole(6, 9))));
    case 'deep-recursion':
      return {
        stacks: [...stacks, ...tower(chance, costume, places, share)],
        culprit: costume.recursive,
      };
    case 'missing-symbols':
      return { stacks: [...stacks, ...nameless(chance, costume, share)], culprit: '[unknown]' };
    case 'misleading-name':
      return wrapped(chance, costume);
  }
}

/** The same path under some places, its weight shared out over them. */
function spread(
  chance: Chance,
  places: readonly Place[],
  path: readonly string[],
  count: number,
  share: number,
): PlannedStack[] {
  const chosen = chance.some(places, count);
  const parts = chance.parts(share, chosen.length);
  return chosen.map((place, index) => ({
    frames: [...place, ...path],
    share: parts[index] ?? 0,
  }));
}

/** A function that calls itself: shallower and deeper, with work on every level. */
function tower(
  chance: Chance,
  { recursive, leaves }: Costume,
  places: readonly Place[],
  share: number,
): PlannedStack[] {
  const place = chance.one(places);
  const depths = chance.whole(6, 12);
  const leaf = chance.one(leaves);
  return chance.parts(share, depths).map((part, index) => {
    const calls = Array.from({ length: index + 2 }, () => recursive);
    return { frames: [...place, ...calls, ...(index % 2 === 0 ? [leaf] : [])], share: part };
  });
}

/** Stacks without names: a library without symbols. */
function nameless(chance: Chance, { entry }: Costume, share: number): PlannedStack[] {
  return chance.parts(share, chance.whole(2, 4)).map((part, index) => {
    const address = `0x${(0x7f3a00000000 + chance.whole(1, 0xffffff)).toString(16)}`;
    const frames = index === 0 ? [...entry, '[unknown]'] : [...entry, '[unknown]', address];
    return { frames, share: part };
  });
}

/** Everything inside a wrapper that does nothing itself; its name sounds like the cause. */
function wrapped(chance: Chance, costume: Costume): Planted {
  const { stacks } = planWorkload(chance, costume, 1);
  const from = costume.entry.length;
  // One leaf is what really costs: the question is whether the reader looks for it.
  const hot = chance.one(stacks.map(({ frames }) => frames.at(-1) ?? ''));
  const inside = stacks.map(({ frames, share }) => ({
    frames: [...frames.slice(0, from), costume.wrapper, ...frames.slice(from)],
    share: frames.at(-1) === hot && costume.leaves.includes(hot) ? 3 * share : share,
  }));
  return { stacks: inside, culprit: costume.wrapper };
}
