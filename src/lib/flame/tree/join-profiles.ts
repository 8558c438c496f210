import type { FrameDetail, FrameTable, Profile, StackTable } from '../model/profile.ts';

/** Two profiles on one frame table and one stack table; samples are those of the first, then the second. */
export interface JoinedProfiles {
  readonly profile: Profile;
  /** How many of the samples are the first's. */
  readonly firstSamples: number;
}

/** Puts two profiles behind one another. Stacks are not merged: `mergeStacks` does that. */
export function joinProfiles(first: Profile, second: Profile): JoinedProfiles {
  const { frames, frameOf } = joinFrames(first.frames, second.frames);
  const stacks = joinStacks(first.stacks, second.stacks, frameOf);
  const offset = first.stacks.length;
  const stack = joined(
    Int32Array,
    first.samples.stack,
    second.samples.stack.map((at) => (at < 0 ? -1 : at + offset)),
  );
  const weight = joined(Float64Array, first.samples.weight, second.samples.weight);
  return {
    firstSamples: first.samples.length,
    profile: {
      name: second.name,
      unit: second.unit,
      frames,
      stacks,
      samples: { length: stack.length, stack, weight },
      totalWeight: first.totalWeight + second.totalWeight,
    },
  };
}

/** Frames of the second that the first has too are the first's; details tell them apart. */
function joinFrames(first: FrameTable, second: FrameTable) {
  const names = [...first.names];
  const details: (FrameDetail | undefined)[] = first.names.map((_, i) => first.details[i]);
  const known = new Map(names.map((name, i) => [frameKey(name, details[i]), i]));
  const frameOf = new Int32Array(second.length);
  for (let i = 0; i < second.length; i++) {
    const name = second.names[i] ?? '';
    const key = frameKey(name, second.details[i]);
    let frame = known.get(key);
    if (frame === undefined) {
      frame = names.push(name) - 1;
      details.push(second.details[i]);
      known.set(key, frame);
    }
    frameOf[i] = frame;
  }
  return { frames: { length: names.length, names, details }, frameOf };
}

function frameKey(name: string, detail: FrameDetail | undefined): string {
  if (detail === undefined) return name;
  const { file, line, library, address, inlined, mark } = detail;
  return `${name}\u0000${JSON.stringify([file, line, library, address, inlined, mark])}`;
}

function joinStacks(first: StackTable, second: StackTable, frameOf: Int32Array): StackTable {
  const offset = first.length;
  const prefix = second.prefix.map((at) => (at < 0 ? -1 : at + offset));
  const frame = second.frame.map((at) => frameOf[at] ?? 0);
  return {
    length: first.length + second.length,
    prefix: joined(Int32Array, first.prefix, prefix),
    frame: joined(Int32Array, first.frame, frame),
  };
}

function joined<Column extends Int32Array | Float64Array>(
  Kind: new (length: number) => Column,
  first: Column,
  second: Column,
): Column {
  const column = new Kind(first.length + second.length);
  column.set(first);
  column.set(second, first.length);
  return column;
}
