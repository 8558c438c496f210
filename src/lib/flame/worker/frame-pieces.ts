import type { FrameDetail, FrameTable } from '../model/profile.ts';

/** A piece of a frame table: at most so many names, and so many characters unless it is one name. */
const namesOfPiece = 4096;
const charactersOfPiece = 1 << 18;

/** A frame table in pieces that each can be sent to another thread in a short task. */
export function* framePieces({ names, details }: Pick<FrameTable, 'names' | 'details'>): Generator<{
  readonly names: readonly string[];
  readonly details: readonly (FrameDetail | undefined)[];
}> {
  for (let from = 0; from < names.length;) {
    let to = from;
    let characters = 0;
    do characters += names[to++]?.length ?? 0;
    while (to < names.length && to - from < namesOfPiece && characters < charactersOfPiece);
    yield { names: names.slice(from, to), details: details.slice(from, to) };
    from = to;
  }
}
