// Measures the built site as a phone on a slow network meets it: `npm run build && npm run lighthouse`.
//
//   npm run lighthouse -- --runs 5 --pages en/,zh/practice/
//
// Lighthouse is large and is needed seldom, so it is not among the project's packages: npx fetches it once. The figures
// that were seen, and on what machine, stand in docs/performance.md.
import { spawn } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus, loadavg } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { findBrowser } from './setup/find-browser.mjs';

const version = '13.5.0';
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    dist: { type: 'string', default: 'dist' },
    pages: { type: 'string', default: 'en/,en/lessons/1-2-hot-frames/,zh/practice/,en/lab/' },
  },
});
const dist = resolve(values.dist);
/** What a page must reach, in the median of its runs. */
const least = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 };
const categories = Object.keys(least);

const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

/** As a static host sends it: compressed, and kept where the name has a hash. */
const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
  const wanted = join(dist, path.endsWith('/') ? `${path}index.html` : path);
  const found = existsSync(wanted) && statSync(wanted).isFile();
  const file = found ? wanted : join(dist, '404.html');
  const type = types[extname(file)];
  response.writeHead(found ? 200 : 404, {
    'Content-Type': type ?? 'application/octet-stream',
    'Cache-Control': path.startsWith('/_astro/') ? 'max-age=31536000, immutable' : 'no-cache',
    ...(type && type !== 'image/png' ? { 'Content-Encoding': 'gzip' } : {}),
  });
  const bytes = createReadStream(file);
  if (type && type !== 'image/png') bytes.pipe(createGzip()).pipe(response);
  else bytes.pipe(response);
});

function measure(address, output, browser) {
  const words = [
    '--yes',
    `lighthouse@${version}`,
    address,
    '--quiet',
    '--output=json',
    `--output-path=${output}`,
    `--only-categories=${categories.join(',')}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage',
  ];
  return new Promise((done, fail) => {
    const env = { ...process.env, CHROME_PATH: browser };
    const run = spawn('npx', words, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    run.on('error', fail);
    run.on('exit', (code) => {
      if (code !== 0) return fail(new Error(`Lighthouse ended with ${code} on ${address}.`));
      done(JSON.parse(readFileSync(output, 'utf8')));
    });
  });
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const pages = values.pages.split(',').filter((page) => existsSync(join(dist, page, 'index.html')));
if (pages.length === 0) {
  console.error(`None of these pages is in ${dist}. Run "npm run build" first.`);
  process.exit(1);
}
const folder = resolve('.cache/lighthouse');
mkdirSync(folder, { recursive: true });
const browser = await findBrowser();
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
let failed = false;
console.log(
  `Lighthouse ${version}, mobile preset, median of ${values.runs} runs, ${cpus().length} CPUs`,
);
for (const page of pages) {
  const reports = [];
  for (let run = 1; run <= Number(values.runs); run++) {
    const output = join(folder, `${page.replaceAll('/', '-')}${run}.json`);
    const address = `http://127.0.0.1:${server.address().port}/${page}`;
    reports.push(await measure(address, output, browser));
  }
  const scores = categories.map((category) => {
    const score = Math.round(100 * median(reports.map((r) => r.categories[category].score)));
    if (score < least[category]) failed = true;
    return `${category} ${score}`;
  });
  const each = reports.map((r) => Math.round(100 * r.categories.performance.score)).join(' ');
  const timing = (id) => Math.round(median(reports.map((r) => r.audits[id].numericValue)));
  console.log(
    [
      `/${page}: ${scores.join(', ')}`,
      `  performance of each run ${each}; load average ${loadavg()[0].toFixed(1)}`,
      `  FCP ${timing('first-contentful-paint')} ms, LCP ${timing('largest-contentful-paint')} ms, ` +
        `TBT ${timing('total-blocking-time')} ms, CLS ${median(reports.map((r) => r.audits['cumulative-layout-shift'].numericValue)).toFixed(3)}`,
    ].join('\n'),
  );
  const missed = new Set(
    reports.flatMap((r) =>
      categories
        .filter((c) => c !== 'performance')
        .flatMap((c) => r.categories[c].auditRefs)
        .filter(({ id, weight }) => weight > 0 && (r.audits[id].score ?? 1) < 1)
        .map(({ id }) => id),
    ),
  );
  if (missed.size > 0) console.log(`  not passed: ${[...missed].join(', ')}`);
}
server.close();
process.exit(failed ? 1 : 0);
