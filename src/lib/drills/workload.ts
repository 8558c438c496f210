import { ProfileBuilder } from '../flame/index.ts';
import type { Profile } from '../flame/index.ts';
import type { Chance } from './chance.ts';
import type { Costume } from './costumes.ts';

/** A stack from the root, and how much of the whole it has: not yet samples. */
export interface PlannedStack {
  readonly frames: readonly string[];
  readonly share: number;
}

/** A place in the program where a cause can sit: from the root to a step of a handler. */
export type Place = readonly string[];

export interface Workload {
  readonly stacks: readonly PlannedStack[];
  readonly places: readonly Place[];
}

/** A program at work: handlers that call steps that call leaves; no leaf stands out. */
export function planWorkload(chance: Chance, costume: Costume, share: number): Workload {
  const handlers = chance.some(costume.handlers, chance.whole(3, 5));
  const stacks: PlannedStack[] = [];
  const places: Place[] = [];
  chance.parts(share, handlers.length).forEach((weight, index) => {
    const steps = chance.some(costume.steps, chance.whole(2, 4));
    chance.parts(weight, steps.length).forEach((part, place) => {
      const frames = [...costume.entry, handlers[index] ?? '', steps[place] ?? ''];
      places.push(frames);
      const leaves = chance.some(costume.leaves, chance.whole(1, 3));
      const [own = 0, ...rest] = chance.parts(part, leaves.length + 1);
      stacks.push({ frames, share: own * 0.5 });
      stacks.push({ frames: frames.slice(0, -1), share: own * 0.5 });
      rest.forEach((inside, leaf) => {
        stacks.push({ frames: [...frames, leaves[leaf] ?? ''], share: inside });
      });
    });
  });
  return { stacks, places };
}

/** A profile of about `samples` samples of the planned stacks, with the noise of sampling. */
export function recordProfile(
  chance: Chance,
  stacks: readonly PlannedStack[],
  samples: number,
  name: string,
): Profile {
  const builder = new ProfileBuilder();
  const sum = stacks.reduce((total, { share }) => total + share, 0);
  for (const { frames, share } of stacks) {
    const weight = chance.sampled(samples, share / sum);
    if (weight > 0) builder.sample(builder.stackOfNames([...frames]), weight);
  }
  return builder.build(name, 'samples');
}
