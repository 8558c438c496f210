import type { ViewState } from '../../../lib/flame/index.ts';

/** What the reader wrote at a frame. The frame is named by a path expression, so that it is found in every view. */
export interface Note {
  readonly id: string;
  /** A path expression: what `ViewState.selection` holds. */
  readonly frame: string;
  /** The frame's own name. */
  readonly name: string;
  readonly text: string;
}

/** What is remembered of a file, or of a bundled sample that the reader wrote notes at. */
export interface Session {
  /** Random for a file of the reader's own; `sample:<id>` for a bundled one. */
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** When it was last opened, in milliseconds since 1970. */
  readonly opened: number;
  /** Which profile of the file was shown. */
  readonly profile: number;
  /** How it was shown; `null` before the reader changed anything. */
  readonly view: ViewState | null;
  readonly notes: readonly Note[];
  /** How it was shown with another file; absent before it was. */
  readonly pair?: PairView;
  /** Whether the browser keeps the file itself, and if not, why. */
  readonly kept: Keeping;
}

/** The view of two profiles. */
export interface PairView {
  /** Which two: the query of the page that shows them. */
  readonly of: string;
  readonly view: ViewState;
}

/** `here`: only while this tab is open, since the browser lets the page keep nothing. */
export type Keeping = 'kept' | 'too-large' | 'here' | 'sample';

/** What a browser is asked to keep at most; said on the page. */
export const keepingLimits = {
  fileBytes: 64 * 1024 * 1024,
  allBytes: 256 * 1024 * 1024,
  sessions: 20,
} as const;

export function isOwnFile({ id }: Pick<Session, 'id'>): boolean {
  return !id.startsWith('sample:');
}

/** The sessions that have to go, so that all limits hold: the oldest first. */
export function sessionsToErase(sessions: readonly Session[]): Session[] {
  const latestFirst = [...sessions].sort((a, b) => b.opened - a.opened);
  let bytes = 0;
  return latestFirst.filter((session, place) => {
    bytes += session.kept === 'kept' ? session.bytes : 0;
    return place >= keepingLimits.sessions || bytes > keepingLimits.allBytes;
  });
}
