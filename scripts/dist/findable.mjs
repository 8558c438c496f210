// What search engines, link previews and readers need to find a page: words of its own, its address, its other
// languages, a picture that exists, data that can be read, and a link from somewhere (crawlable.mjs).
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isWhole } from '../../src/lib/i18n/locales.ts';
import { crawlProblems } from './crawlable.mjs';
import { originOf, pathOf } from './path-of.mjs';

/** Pages that stand under no address of their own. */
const unlisted = new Set(['404.html', 'index.html']);

/** Pages that say of themselves as data what they are. */
const things = /^[^/]+\/(?:lessons|questions)\/[^/]+\/index\.html$/;

/**
 * Everything that is wrong with how the pages of a built site are found, as sentences. `pages` maps
 * a file to what `readPage` read from it; `fileOf` gives the file of a path.
 */
export function findableProblems(pages, { dist, base, fileOf }) {
  const lacking = [...unlisted].filter((file) => !pages.has(file));
  if (lacking.length > 0) return lacking.map((file) => `${file}: does not exist`);
  const listed = [...pages.keys()].filter(
    (page) => !unlisted.has(page) && isOwnPage(pages.get(page), base),
  );
  const origin = originOf(pages.get('index.html').head.canonical);
  return [
    ...headProblems(pages, { dist, base, origin }),
    ...crawlProblems(pages, { dist, base, fileOf, origin, listed }),
  ];
}

function* headProblems(pages, { dist, base, origin }) {
  const seen = { title: new Map(), canonical: new Map(), description: new Map() };
  for (const { file, head } of pages.values()) {
    if (head.title === '') yield `${file}: has no title`;
    // The page of a wrong address has one for each language.
    if (head.headings !== 1 && file !== '404.html') yield `${file}: has ${head.headings} headings of the first level`;
    if (unlisted.has(file)) continue;
    if ((head.description ?? '').length < 10) yield `${file}: has no description`;
    if (/noindex/.test(head.robots)) yield `${file}: asks not to be found`;
    yield* addressProblems({ file, head }, pages, base);
    yield* previewProblems({ file, head }, { dist, base, origin });
    for (const text of head.structured) {
      if (!isThing(text)) yield `${file}: its structured data cannot be read`;
    }
    if (things.test(file) && head.structured.length === 0) yield `${file}: has no structured data`;
    if (isOwnPage({ file, head }, base)) yield* twiceProblems({ file, head }, seen);
  }
}

/** What a link to the page is shown with, and that all its addresses are of this site. */
function* previewProblems({ file, head }, { dist, base, origin }) {
  for (const name of ['og:title', 'og:description']) {
    if (!head.preview.get(name)) yield `${file}: has no ${name}`;
  }
  const own = head.preview.get('og:url');
  if (own !== head.canonical) yield `${file}: its og:url is "${own}"`;
  const card = head.preview.get('og:image');
  const image = pathOf(card)?.slice(base.length);
  if (image === undefined || !existsSync(join(dist, image))) {
    yield `${file}: its card "${card}" does not exist`;
  }
  for (const address of [head.canonical, card, ...head.alternates.values()]) {
    if (originOf(address) !== origin) yield `${file}: "${address}" is not of this site, ${origin}`;
  }
}

/** A title, a description or an address that another page has. Not for a page that shows another one: it is the page that it names. */
function* twiceProblems({ file, head }, seen) {
  for (const kind of Object.keys(seen)) {
    const other = seen[kind].get(head[kind]);
    seen[kind].set(head[kind], file);
    if (other === undefined || (kind !== 'canonical' && isUnsaid(file, other))) continue;
    yield `${file}: has the ${kind} of ${other}: "${head[kind]}"`;
  }
}

/** Where a language may lack words, its page may have the title and the description of the English one. */
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
  const homes = pages.get('index.html').head.alternates;
  if (!isUnder(file, homes.get(head.lang), base)) yield `${file}: says that it is in "${head.lang}"`;
  for (const lang of homes.keys()) {
    const address = head.alternates.get(lang);
    if (address === undefined && !isUntranslated(file, lang, pages, base)) {
      yield `${file}: names no alternate for ${lang}`;
    }
    if (address === undefined) continue;
    const twin = lang === 'x-default' ? pathOf(homes.get(lang)) : twinOf(file, homes.get(lang));
    if (pathOf(address) !== twin || (lang !== 'x-default' && !isHome(address, pages, base))) {
      yield `${file}: "${address}" is not this page in ${lang}`;
    }
  }
}

/** Path of the same page in the language whose home page has this address. */
function twinOf(file, home) {
  return pathOf(home) + file.replace(/^[^/]+\//, '').replace(/index\.html$/, '');
}

/** The file is one of the language whose home page has this address. */
function isUnder(file, home, base) {
  return home !== undefined && `${base}${file}`.startsWith(pathOf(home));
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

function isThing(text) {
  try {
    const thing = JSON.parse(text);
    return thing['@context'] === 'https://schema.org' && typeof thing['@type'] === 'string';
  } catch {
    return false;
  }
}
