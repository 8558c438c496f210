import type { SmallFrame } from '../small-tree/paint-small-tree.ts';

/** What each function of the simulated server is, for its colour. */
const kinds: Readonly<Record<string, string>> = {
  accept: 'kernel',
  read_request: 'kernel',
  send: 'kernel',
  ask_event_queue: 'kernel',
  wait_for_event: 'idle',
};

/** The boxes of sampled stacks (`main;serve;send`: 3), each with the samples that pass through it. */
export function framesOfSamples(samples: ReadonlyMap<string, number>): SmallFrame[] {
  const frames = new Map<string, SmallFrame>();
  for (const [stack, count] of samples) {
    let onto: string | undefined;
    for (const name of stack.split(';')) {
      const id = onto === undefined ? name : `${onto};${name}`;
      frames.set(id, {
        id,
        name,
        weight: (frames.get(id)?.weight ?? 0) + count,
        kind: kinds[name] ?? 'application',
        ...(onto !== undefined && { onto }),
      });
      onto = id;
    }
  }
  return [...frames.values()];
}
