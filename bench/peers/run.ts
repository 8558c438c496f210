/*
 * npm run bench:peers [-- --sizes 10k,100k,1m --only flamewise,flamebearer --rounds 3]
 *
 * Ours and the peers', in real Chromium, in one run: see README.md for the method.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { writeInputs, writePair } from './inputs.ts';
import type { Facts } from './inputs.ts';
import { Bench } from './measure.ts';
import type { Interactions, Loaded } from './measure.ts';
import { buildPage, cache, installPeers, site } from './pages.ts';
import { printReport } from './report.ts';
import type { Result } from './report.ts';
import { viewers } from './viewers.ts';
import type { Viewer } from './viewers.ts';

const sizes: Readonly<Record<string, number>> = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 };

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10k,100k,1m' },
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '3' },
    shuffled: { type: 'boolean', default: false },
  },
});

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  wasm: 'application/wasm',
};

/** What the page asked for, each file packed by itself. */
function gzippedBytes(files: ReadonlySet<string>): number {
  let bytes = 0;
  for (const file of files) bytes += gzipSync(readFileSync(file), { level: 9 }).length;
  return bytes;
}

/** Serves the pages and the inputs; gives the address. */
async function serve(): Promise<{ origin: string; scripts: Set<string>; close(): void }> {
  const scripts = new Set<string>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    // A page's worker is named by its source; bundled it is JavaScript.
    const name = path.endsWith('/') ? `${path}index.html` : path.replace(/\.ts$/, '.js');
    const file = name.startsWith('/input/') ? join(cache, name) : join(site, name);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    if (file.endsWith('.js')) scripts.add(file);
    const type = types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, scripts, close: () => server.close() };
}

async function measure(
  viewer: Viewer,
  size: string,
  facts: Facts,
  origin: string,
): Promise<{ loads: Loaded[]; interactions?: Interactions }> {
  const loads: Loaded[] = [];
  let interactions: Interactions | undefined;
  const rounds = Number(values.rounds);
  for (let round = 0; round < rounds; round++) {
    const executablePath = process.env['FLAMEWISE_BROWSER'];
    const browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ['--no-sandbox', '--disable-background-networking', '--enable-precise-memory-info'],
    });
    try {
      const bench = await Bench.open(browser, origin, viewer);
      loads.push(await bench.load(`${origin}/input/${size}/${viewer.input}`));
      const isLast = round === rounds - 1;
      if (isLast && viewer.loadOnly !== true) interactions = await bench.interact(viewer, facts);
      await bench.close();
    } finally {
      await browser.close();
    }
  }
  return { loads, ...(interactions === undefined ? {} : { interactions }) };
}

installPeers();
const wanted = values.only.split(',').filter((part) => part !== '');
const chosen = viewers.filter(
  ({ id }) => wanted.length === 0 || wanted.some((part) => id.includes(part)),
);
for (const adapter of new Set(chosen.map((viewer) => viewer.adapter))) await buildPage(adapter);
const server = await serve();
const results: Result[] = [];
for (const size of values.sizes.split(',')) {
  const nodes = sizes[size];
  if (nodes === undefined) throw new Error(`unknown size "${size}": 10k, 100k or 1m`);
  const name = values.shuffled ? `${size}-shuffled` : size;
  console.log(`Preparing ${name}…`);
  const facts = await writeInputs(join(cache, 'input', name), nodes, values.shuffled);
  for (const viewer of chosen) {
    if (nodes > (viewer.mostNodes ?? Infinity)) continue;
    if (values.shuffled && viewer.input !== 'folded') continue;
    try {
      server.scripts.clear();
      const ofViewer =
        viewer.input === 'pair' ? await writePair(join(cache, 'input', name), nodes) : facts;
      const measured = await measure(viewer, name, ofViewer, server.origin);
      const scriptBytes = gzippedBytes(server.scripts);
      results.push({ viewer: viewer.id, size: name, scriptBytes, ...measured });
      console.log(
        `  ${viewer.id}: ${measured.loads.map(({ load }) => Math.round(load.painted))} ms`,
      );
    } catch (error) {
      console.log(
        `  ${viewer.id}: did not finish (${error instanceof Error ? error.message.split('\n')[0] : error})`,
      );
    }
  }
}
server.close();
writeFileSync(join(cache, 'results.json'), JSON.stringify(results, undefined, 1));
printReport(results);
