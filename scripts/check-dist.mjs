// Reads the built site as a visitor's browser would meet it: every link and anchor leads somewhere, no id stands
// twice, no Markdown is left over in the text, nothing inline that the content security policy would block, and no
// page is heavier than its budget, nor the graph of a lesson (dist/graph-weight.mjs). And that each page can be found:
// dist/findable.mjs.
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { findableProblems } from './dist/findable.mjs';
import { graphWeight } from './dist/graph-weight.mjs';
import { readPage } from './dist/read-page.mjs';
import { say } from './setup/say.mjs';

const dist = resolve(process.argv[2] ?? 'dist');
const base = (process.env.FLAMEWISE_BASE ?? '/').replace(/\/?$/, '/');
const kB = 1000;
/** Gzipped bytes of one page, of all scripts that it loads at once, and of all its styles. */
const budgets = { html: 60 * kB, js: 45 * kB, css: 20 * kB };

/** The page that shows every option of the graph, each on a graph of its own, is for authors. */
const unweighed = /^[a-z]+\/embed\//;

const problems = [];
const gzippedSizes = new Map();
function gzipped(file) {
  if (!gzippedSizes.has(file)) gzippedSizes.set(file, gzipSync(readFileSync(file)).length);
  return gzippedSizes.get(file);
}

/** The file that a path of the site stands for; undefined where there is none. */
function fileOf(path) {
  const inside = decodeURIComponent(path).slice(base.length);
  const candidates = path.endsWith('/')
    ? [`${inside}index.html`]
    : [inside, `${inside}.html`, `${inside}/index.html`];
  return candidates.find(
    (file) => existsSync(join(dist, file)) && statSync(join(dist, file)).isFile(),
  );
}

function checkLink(page, link, pages) {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(link)) return;
  const from = `${base}${page.file.replace(/index\.html$/, '')}`;
  const [pathAndQuery, hash = ''] = link.split('#', 2);
  const path = pathAndQuery.split('?')[0];
  const target =
    path === ''
      ? page.file
      : fileOf(path.startsWith('/') ? path : posix.join(posix.dirname(`${from}x`), path));
  if (target === undefined || (path.startsWith('/') && !path.startsWith(base))) {
    problems.push(`${page.file}: "${link}" leads nowhere`);
    return;
  }
  const anchor = decodeURIComponent(hash);
  if (anchor === '' || anchor.includes('=')) return; // a view state, read leniently
  const known = pages.get(target)?.ids;
  if (known !== undefined && !known.has(anchor))
    problems.push(`${page.file}: "${link}": no such anchor`);
}

/** A module's own imports count too: the browser fetches them before the page is live. */
function scriptsOf(page) {
  return withImports(page.scripts.map((link) => fileOf(link)).filter(Boolean));
}

function withImports(files) {
  const found = new Set();
  const waiting = [...files];
  while (waiting.length > 0) {
    const file = waiting.pop();
    if (found.has(file)) continue;
    found.add(file);
    const source = readFileSync(join(dist, file), 'utf8');
    for (const [, specifier] of source.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g)) {
      waiting.push(posix.join(posix.dirname(file), specifier));
    }
  }
  return found;
}

if (!existsSync(dist)) {
  say(`${dist} does not exist: run "npm run build" first.`);
  process.exit(1);
}
const files = globSync('**/*.html', { cwd: dist })
  .map((file) => file.replaceAll('\\', '/'))
  .sort();
const pages = new Map(
  files.map((file) => [file, { file, ...readPage(readFileSync(join(dist, file), 'utf8')) }]),
);
const heaviest = { html: [0, ''], js: [0, ''], css: [0, ''] };
for (const page of pages.values()) {
  for (const fault of page.faults) problems.push(`${page.file}: ${fault}`);
  for (const link of page.links) checkLink(page, link, pages);
  const sum = (list) => [...list].reduce((total, file) => total + gzipped(join(dist, file)), 0);
  const sizes = {
    html: gzipped(join(dist, page.file)),
    js: sum(scriptsOf(page)),
    css: sum(new Set(page.styles.map((link) => fileOf(link)).filter(Boolean))),
  };
  for (const kind of Object.keys(budgets)) {
    if (sizes[kind] > heaviest[kind][0] && !unweighed.test(page.file)) {
      heaviest[kind] = [sizes[kind], page.file];
    }
    if (sizes[kind] > budgets[kind] && !unweighed.test(page.file)) {
      problems.push(
        `${page.file}: ${kind} is ${(sizes[kind] / kB).toFixed(1)} kB gzipped, over ${budgets[kind] / kB} kB`,
      );
    }
  }
}

problems.push(...findableProblems(pages, { dist, base, fileOf }));
const graph = graphWeight(dist, withImports);
problems.push(...graph.problems);

say(`${files.length} pages; heaviest, gzipped:`);
for (const [kind, [size, file]] of Object.entries(heaviest)) {
  say(
    `  ${kind.padEnd(4)} ${(size / kB).toFixed(1).padStart(6)} kB of ${budgets[kind] / kB}  ${file}`,
  );
}
say(`  graph of a lesson: ${graph.bytes} bytes of ${graph.most}`);
for (const problem of problems) say(`✗ ${problem}`);
say(problems.length === 0 ? 'No problems.' : `${problems.length} problems.`);
process.exit(problems.length === 0 ? 0 : 1);
