import { expect, test } from 'vitest';
import { keepPairView, keptPairView } from '../../../../src/components/lab/desk/pair-view.ts';
import type { OpenedSide } from '../../../../src/components/lab/open/opened-side.ts';
import { SessionShelf } from '../../../../src/components/lab/session/session-shelf.ts';
import { defaultView } from '../../../../src/lib/flame/index.ts';

// Node has no IndexedDB: what is put on the shelf stays for as long as the test.
const shelf = await SessionShelf.open();
const file = new Blob(['main 1\n']);

async function ownFile(name: string): Promise<OpenedSide> {
  const session = await shelf.add(file, name);
  return { place: { kind: 'session', id: session.id }, title: name, session } as OpenedSide;
}

function sample(id: string): OpenedSide {
  const session = shelf.ofSample(id, id);
  return { place: { kind: 'sample', id }, title: id, session } as OpenedSide;
}

/** The side as it is when it is opened again. */
const again = (side: OpenedSide): OpenedSide => ({
  ...side,
  session: shelf.get(side.session.id) ?? side.session,
});

const merged = { ...defaultView, search: 'mine' };

test('the view of a pair is kept with the file of one’s own, whichever side that is', async () => {
  const [mine, theirs] = [await ownFile('mine.folded'), sample('locks-one')];
  await keepPairView(shelf, theirs, mine, merged);
  expect(keptPairView(theirs, again(mine))).toEqual(merged);
  expect(shelf.get(theirs.session.id)).toBeUndefined(); // nothing of it is listed
});

test('it is of these two in this order', async () => {
  const [mine, other] = [await ownFile('mine.folded'), await ownFile('other.folded')];
  await keepPairView(shelf, mine, other, merged);
  expect(keptPairView(again(mine), again(other))).toEqual(merged);
  expect(keptPairView(again(other), again(mine))).toBeNull();
  expect(keptPairView(again(mine), sample('locks-one'))).toBeNull();
});

test('two samples have their address: nothing is kept', async () => {
  const [before, after] = [sample('a'), sample('b')];
  await keepPairView(shelf, before, after, merged);
  expect(keptPairView(again(before), again(after))).toBeNull();
});

test('a file that was erased meanwhile is not brought back', async () => {
  const mine = await ownFile('mine.folded');
  await shelf.erase(mine.session.id);
  await keepPairView(shelf, mine, sample('a'), merged);
  expect(shelf.get(mine.session.id)).toBeUndefined();
});
