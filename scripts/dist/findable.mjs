// What search engines, link previews and readers need to find a page: words of its own, its address, its other
// languages, a picture that exists, data that can be read, and a link from somewhere.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isWhole } from '../../src/lib/i18n/locales.ts';

/** Pages that stand under no address of their own. */
const unlisted = new Set(['404.html', 'index.html']);

/**
 * Everything that is wrong with how the pages of a built site are found, as sentences. `pages` maps
 * a file to what `readPage` read from it; `fileOf` gives the file of a path.
 */
export function findableProblems(pages, { dist, base, fileOf }) {
  return [
    ...headProblems(pages, { dist, base }),
    ...orphans(pages, fileOf),
    ...sitemapProblems(pages, { dist, base }),
  ];
}

function* headProblems(pages, { dist, base }) {
  const seen = { title: new Map(), canonical: new Map() };
  for (const { file, head } of pages.values()) {
    if (head.title === '') yield `${file}: has no title`;
    if (unlisted.has(file)) continue;
    if ((head.description ?? '').length < 10) yield `${file}: has no description`;
    yield* addressProblems({ file, head }, pages, base);
    const image = pathOf(head.image)?.slice(base.length);
    if (image === undefined || !existsSync(join(dist, image))) {
      yield `${file}: its card "${head.image}" does not exist`;
    }
    for (const text of head.structured) {
      if (!isThing(text)) yield `${file}: its structured data cannot be read`;
    }
    if (isOwnPage({ file, head }, base)) yield* twiceProblems({ file, head }, seen);
  }
}

/** A title or an address that another page has. Not for a page that shows another one: it is the page that it names. */
function* twiceProblems({ file, head }, seen) {
  for (const kind of ['title', 'canonical']) {
    const other = seen[kind].get(head[kind]);
    seen[kind].set(head[kind], file);
    if (other === undefined || (kind === 'title' && isUnsaid(file, other))) continue;
    yield `${file}: has the ${kind} of ${other}: "${head[kind]}"`;
  }
}

/** Where a language may lack words, its page may have the title of the English one. */
function isUnsaid(file, other) {
  const [language, otherLanguage] = [file, other].map((path) => path.split('/')[0]);
  return language !== otherLanguage && !(isWhole(language) && isWhole(otherLanguage));
}

/** What is wrong with the page's own address, and those of its twins in other languages. */
function* addressProblems({ file, head }, pages, base) {
  if (!isOwnPage({ file, head }, base) && !isHome(head.canonical, pages, base)) {
    yield `${file}: its canonical address is "${head.canonical}"`;
  }
  // The chooser names every language of the site.
  for (const lang of pages.get('index.html').head.alternates.keys()) {
    const address = head.alternates.get(lang);
    if (address === undefined && !isUntranslated(file, lang, pages, base)) {
      yield `${file}: names no alternate for ${lang}`;
    }
    if (address !== undefined && lang !== 'x-default' && !isHome(address, pages, base)) {
      yield `${file}: "${address}" is no page in ${lang}`;
    }
  }
}

/** The page is the one that it names as its address, and not English shown under another language. */
function isOwnPage({ file, head }, base) {
  return pathOf(head.canonical) === `${base}${file.replace(/index\.html$/, '')}`;
}

/** The address is of a page that is its own. */
function isHome(address, pages, base) {
  const page = pages.get(`${pathOf(address)?.slice(base.length)}index.html`);
  return page !== undefined && isOwnPage(page, base);
}

/** The page's twin in a language, known by what the chooser calls it, is not translated. */
function isUntranslated(file, lang, pages, base) {
  const home = pathOf(pages.get('index.html').head.alternates.get(lang))?.slice(base.length);
  const twin = pages.get(file.replace(/^[^/]+\//, home));
  return twin !== undefined && !isOwnPage(twin, base);
}

function pathOf(address) {
  return URL.canParse(address) ? decodeURIComponent(new URL(address).pathname) : undefined;
}

function isThing(text) {
  try {
    const thing = JSON.parse(text);
    return thing['@context'] === 'https://schema.org' && typeof thing['@type'] === 'string';
  } catch {
    return false;
  }
}

/** Pages that nobody comes to by links from the start. */
function orphans(pages, fileOf) {
  const found = new Set(['404.html']);
  const waiting = ['index.html'];
  while (waiting.length > 0) {
    const file = waiting.pop();
    if (found.has(file) || !pages.has(file)) continue;
    found.add(file);
    for (const link of pages.get(file).anchors) {
      const path = link.split(/[?#]/)[0];
      const target = path.startsWith('/') ? fileOf(path) : undefined;
      if (target !== undefined) waiting.push(target);
    }
  }
  return [...pages.keys()]
    .filter((file) => !found.has(file))
    .map((file) => `${file}: no page links to it`);
}

function sitemapProblems(pages, { dist, base }) {
  const file = join(dist, 'sitemap-0.xml');
  if (!existsSync(file)) return ['sitemap-0.xml: does not exist'];
  const listed = new Set(
    [...readFileSync(file, 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) =>
      pathOf(address),
    ),
  );
  const wanted = [...pages.keys()]
    .filter((page) => !unlisted.has(page) && isOwnPage(pages.get(page), base))
    .map((page) => `${base}${page.replace(/index\.html$/, '')}`);
  return [
    ...wanted.filter((path) => !listed.has(path)).map((path) => `sitemap-0.xml: lacks ${path}`),
    ...[...listed]
      .filter((path) => !wanted.includes(path))
      .map((path) => `sitemap-0.xml: lists ${path}, which is no page`),
  ];
}
