import type { FrameDetail, FrameTable } from '../model/profile.ts';

/**
 * Two frame tables as one, which begins with the first; `frameOf` is the frame in it by frame of the second.
 * What both have is the first's; details tell frames of one name apart.
 */
export function joinFrames(
  first: FrameTable,
  second: FrameTable,
): { readonly frames: FrameTable; readonly frameOf: Int32Array } {
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
