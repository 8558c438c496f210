import type { ViewState } from '../../../lib/flame/index.ts';
import { queryOf } from '../open/lab-address.ts';
import type { OpenedSide } from '../open/opened-side.ts';
import { isOwnFile } from '../session/session.ts';
import type { SessionShelf } from '../session/session-shelf.ts';

/**
 * How two profiles were shown together is kept with the one of them that is the reader's own: no
 * address may tell it, since it names frames. Two samples have their address.
 */
function keeperOf(before: OpenedSide, after: OpenedSide): OpenedSide | undefined {
  return [before, after].find(({ session }) => isOwnFile(session));
}

function pairOf(before: OpenedSide, after: OpenedSide): string {
  return queryOf({ before: before.place, after: after.place }, '');
}

/** The view that was left; `null` where these two were not shown together before. */
export function keptPairView(before: OpenedSide, after: OpenedSide): ViewState | null {
  const pair = keeperOf(before, after)?.session.pair;
  return pair?.of === pairOf(before, after) ? pair.view : null;
}

export async function keepPairView(
  shelf: SessionShelf,
  before: OpenedSide,
  after: OpenedSide,
  view: ViewState,
): Promise<void> {
  const id = keeperOf(before, after)?.session.id;
  const session = id === undefined ? undefined : shelf.get(id); // it may have been erased meanwhile
  if (session === undefined) return;
  await shelf.update(session, { pair: { of: pairOf(before, after), view } });
}
