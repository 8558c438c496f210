// Lists the long tasks of a page's load on a processor a quarter as fast: `npm run build && npm run long-tasks`.
//
//   npm run long-tasks -- --loads 9 --pages en/,zh/lessons/5-1-verify/
//
// It asks the browser itself (Long Tasks API, under the throttling of its developer tools), each load in a context of
// its own. The clock is the one on the wall, so only a machine that does nothing else gives a verdict; CI holds what it
// can hold by a ratio, in test/e2e/budgets.spec.ts. The figures that were seen stand in docs/performance.md.
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
/** What a load may take at a time, in ms. */
const bound = 50;
const slowDown = 4;

/** The long tasks of one load, in ms. The browser lists none below 50. */
async function longTasksOf(browser, address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  await page.addInitScript(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longTasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForTimeout(300);
  const tasks = await page.evaluate(() => globalThis.longTasks);
  await context.close();
  return tasks.map(Math.round);
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
for (const page of values.pages.split(',')) {
  const address = `http://127.0.0.1:${values.port}/${page}`;
  const cold = await longTasksOf(browser, address);
  const loads = [];
  while (loads.length < Number(values.loads)) loads.push(await longTasksOf(browser, address));
  const longest = median(loads.map((tasks) => Math.max(0, ...tasks)));
  if (longest > bound) failed = true;
  console.log(
    `/${page}: ${longest > bound ? 'misses' : 'holds'} ${bound} ms in the median of ${loads.length} loads; load average ${loadavg()[0].toFixed(1)}`,
  );
  console.log(
    `  first ${JSON.stringify(cold)}, then ${loads.map((l) => JSON.stringify(l)).join(' ')}`,
  );
}
await browser.close();
server.kill();
process.exit(failed ? 1 : 0);
