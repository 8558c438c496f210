/** A frame whose place is to be found. `weight` is its total. */
export interface NestingFrame {
  readonly id: string;
  readonly weight: number;
}

/** Where frames stand: a frame's id to that of the frame below it. What has no entry is not placed. */
export type Places = ReadonlyMap<string, string>;

/** Why a frame cannot stand at a place. */
export type Refusal =
  /** The callees would need `sum` samples, and only `room` pass through the frame below them. */
  | {
      readonly kind: 'too-wide';
      readonly parts: readonly number[];
      readonly sum: number;
      readonly room: number;
    }
  /** The frame would stand on itself. */
  | { readonly kind: 'circle' };

/** What forbids putting `id` onto `onto`; nothing where the numbers allow it. */
export function findRefusal(
  frames: readonly NestingFrame[],
  places: Places,
  id: string,
  onto: string,
): Refusal | undefined {
  for (let at: string | undefined = onto; at !== undefined; at = places.get(at)) {
    if (at === id) return { kind: 'circle' };
  }
  const weightOf = (wanted: string) => frames.find((frame) => frame.id === wanted)?.weight ?? 0;
  const parts = frames
    .filter((frame) => frame.id === id || places.get(frame.id) === onto)
    .map(({ weight }) => weight)
    .sort((a, b) => a - b);
  const sum = parts.reduce((total, weight) => total + weight, 0);
  const room = weightOf(onto);
  return sum > room ? { kind: 'too-wide', parts, sum, room } : undefined;
}

/** The arithmetic of a refusal: `22 + 26 = 48 > 39`, or `26 > 22` for one callee alone. */
export function formatRefusal({
  parts,
  sum,
  room,
}: Extract<Refusal, { kind: 'too-wide' }>): string {
  const added = parts.length > 1 ? `${parts.join(' + ')} = ${sum}` : String(sum);
  return `${added} > ${room}`;
}

/** Frames that stand elsewhere than in the stacks, in the order of `stacks`. */
export function misplacedFrames(places: Places, stacks: Places): string[] {
  return [...stacks].filter(([id, onto]) => places.get(id) !== onto).map(([id]) => id);
}

/** Frames that reach the root by what is placed below them: these can be drawn. */
export function standingFrames(places: Places, root: string): Set<string> {
  const standing = new Set([root]);
  for (const id of places.keys()) {
    const way = [id];
    let below = places.get(id);
    while (below !== undefined && below !== root) {
      way.push(below);
      below = places.get(below);
    }
    if (below === root) for (const frame of way) standing.add(frame);
  }
  return standing;
}
