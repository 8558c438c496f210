// How a search engine comes to the pages: by links from the start, by the sitemap, and by what robots.txt allows.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { originOf, pathOf } from './path-of.mjs';

/** `listed`: files of the pages that the sitemap must name; `origin`: where the site lives. */
export function crawlProblems(pages, { dist, base, fileOf, origin, listed }) {
  return [
    ...orphans(pages, fileOf),
    ...sitemapProblems(listed, { dist, base, origin }),
    ...robotsProblems(dist, `${origin}${base}sitemap-index.xml`),
  ];
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

function* sitemapProblems(pages, { dist, base, origin }) {
  const maps = addressesIn(dist, 'sitemap-index.xml');
  if (maps.length === 0) yield 'sitemap-index.xml: names no sitemap';
  const listed = new Set();
  for (const map of maps) {
    const file = pathOf(map).slice(base.length);
    if (!existsSync(join(dist, file))) yield `sitemap-index.xml: "${map}" does not exist`;
    for (const address of [map, ...addressesIn(dist, file)]) {
      if (originOf(address) !== origin) yield `${file}: "${address}" is not of this site, ${origin}`;
      if (address !== map) listed.add(pathOf(address));
    }
  }
  const wanted = new Set(pages.map((page) => `${base}${page.replace(/index\.html$/, '')}`));
  for (const path of wanted) if (!listed.has(path)) yield `sitemap: lacks ${path}`;
  for (const path of listed) if (!wanted.has(path)) yield `sitemap: lists ${path}, which is no page`;
}

/** What a sitemap, or the list of them, names; nothing where there is no such file. */
function addressesIn(dist, file) {
  if (!existsSync(join(dist, file))) return [];
  const text = readFileSync(join(dist, file), 'utf8');
  return [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);
}

function* robotsProblems(dist, sitemap) {
  if (!existsSync(join(dist, 'robots.txt'))) return void (yield 'robots.txt: does not exist');
  const lines = readFileSync(join(dist, 'robots.txt'), 'utf8').split('\n').map((line) => line.trim());
  if (!lines.includes(`Sitemap: ${sitemap}`)) yield `robots.txt: does not name ${sitemap}`;
  const refused = lines.filter((line) => /^disallow:\s*\S/i.test(line));
  if (refused.length > 0) yield `robots.txt: refuses pages: "${refused.join('", "')}"`;
}
