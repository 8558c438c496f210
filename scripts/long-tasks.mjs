// Lists the long tasks of a page's load on a processor a quarter as fast: `npm run build && npm run long-tasks`.
//
//   npm run long-tasks -- --loads 9 --pages en/,zh/lessons/5-1-verify/
//
// It reads the browser's own trace of the page's main thread under the throttling of its developer tools, each load in
// a context of its own. (The Long Tasks API leaves out the first layout where the page's script does not run before
// it: it had said "none" of pages whose first layout took 100 ms.) The clock is the one on the wall, so only a machine
// that does nothing else gives a verdict; a page of one word says what the machine itself takes. CI holds what it can hold by a ratio,
// in test/e2e/budgets.spec.ts. The figures that were seen stand in docs/performance.md.
import { spawn } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findBrowser } from './setup/find-browser.mjs';

const { values } = parseArgs({
  options: {
    loads: { type: 'string', default: '7' },
    port: { type: 'string', default: '4399' },
    pages: {
      type: 'string',
      default: 'en/,en/lessons/1-1-overview/,zh/lessons/2-2-system-calls/,zh/practice/,en/lab/',
    },
  },
});
/** How long a task of a load may take, in ms. */
const bound = 50;
const slowDown = 4;

/** The tasks of one load that are longer than the bound, in ms and in order. */
async function longTasksOf(browser, address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  const events = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  // "toplevel" has the tasks alone: a fuller trace makes them longer.
  await client.send('Tracing.start', { categories: 'toplevel', transferMode: 'ReportEvents' });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForTimeout(300);
  const complete = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.end');
  await complete;
  await context.close();
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return events
    .filter(({ name, pid, tid }) => /RunTask$/.test(name) && threads.has(`${pid} ${tid}`))
    .filter(({ dur = 0 }) => dur > bound * 1000)
    .toSorted((one, other) => one.ts - other.ts)
    .map(({ dur }) => Math.round(dur / 1000));
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const server = spawn(process.execPath, ['scripts/serve.mjs', '--port', values.port], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--no-sandbox'],
});
let failed = false;
console.log(
  `Long tasks at ${slowDown} x slow-down, ${cpus().length} CPUs; [] is a load without one`,
);
const oneWord = 'data:text/html,<title>a</title><p>one word';
for (const page of ['', ...values.pages.split(',')]) {
  const address = page === '' ? oneWord : `http://127.0.0.1:${values.port}/${page}`;
  const cold = await longTasksOf(browser, address);
  const loads = [];
  while (loads.length < Number(values.loads)) loads.push(await longTasksOf(browser, address));
  const longest = median(loads.map((tasks) => Math.max(0, ...tasks)));
  if (longest > bound && page !== '') failed = true;
  console.log(
    `${page === '' ? 'a page of one word' : `/${page}`}: ${longest > bound ? 'misses' : 'holds'} ${bound} ms in the median of ${loads.length} loads; load average ${loadavg()[0].toFixed(1)}`,
  );
  console.log(
    `  first ${JSON.stringify(cold)}, then ${loads.map((l) => JSON.stringify(l)).join(' ')}`,
  );
}
await browser.close();
server.kill();
process.exit(failed ? 1 : 0);
