/** What is read on a desk: the one profile, or the change from one to another; or one of two alone. */
export const deskSides = ['main', 'before', 'after'] as const;
export type DeskSide = (typeof deskSides)[number];

/** The key in the page's address; without it the main thing is read. */
const sideKey = 'read';

/** Never throws: what it does not understand is the main thing. */
export function readSide(search: string): DeskSide {
  const said = new URLSearchParams(search).get(sideKey);
  return deskSides.find((side) => side === said) ?? 'main';
}

/** The query of the page that reads this side. */
export function queryWithSide(search: string, side: DeskSide): string {
  const params = new URLSearchParams(search);
  params.delete(sideKey);
  if (side !== 'main') params.set(sideKey, side);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
