const link = /<link rel="stylesheet" href="([^"]+)">/g;

/** Of so many pages a sheet is one that "nearly every" page links. */
const nearlyEvery = 0.95;

/** The addresses of a page's style sheets, in its order. */
export function linkedSheets(html: string): string[] {
  return [...html.matchAll(link)].map(([, address]) => address ?? '');
}

/**
 * The sheets that nearly every page links, in the order of the first page that links them.
 *
 * @param pages the sheets of each page
 */
export function sharedSheets(pages: readonly (readonly string[])[]): string[] {
  const uses = new Map<string, number>();
  for (const address of pages.flat()) uses.set(address, (uses.get(address) ?? 0) + 1);
  const isShared = (address: string) => (uses.get(address) ?? 0) >= nearlyEvery * pages.length;
  const shared = [...uses.keys()].filter(isShared);
  // The sheet that puts the layers in order is the first on every page, and must stay the first.
  const first = shared.filter((address) => pages.every(([head]) => head === address));
  return [...first, ...shared.filter((address) => !first.includes(address))];
}

/** The page with one link to the joined sheet, where its first sheet was, in place of all joined ones. */
export function joinLinks(html: string, shared: readonly string[], joined: string): string {
  let isLinked = false;
  return html.replace(link, (whole, address: string) => {
    if (!shared.includes(address)) return whole;
    if (isLinked) return '';
    isLinked = true;
    return `<link rel="stylesheet" href="${joined}">`;
  });
}
