import { expect, test, type Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { mainThreadTasks, taskCategories } from '../support/main-thread-tasks.ts';
import { referencePage } from '../support/reference-page.ts';

/**
 * What a real browser fetches for one page before the reader has done anything, gzipped. The log of
 * progress comes when the reader begins, or has one.
 */
const budgets = { document: 60_000, script: 45_000, stylesheet: 20_000, font: 40_000 } as const;

type Kind = keyof typeof budgets;

// A phone: what is far below its window is not fetched.
test.use({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 2 });

async function weightsOf(page: Page, address: string): Promise<Record<Kind, number>> {
  const weights: Record<Kind, number> = { document: 0, script: 0, stylesheet: 0, font: 0 };
  const bodies: Promise<void>[] = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType() as Kind;
    if (!(kind in weights)) return;
    bodies.push(
      response.body().then((body) => {
        weights[kind] += gzipSync(body).length;
      }),
    );
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await Promise.all(bodies);
  return weights;
}

for (const address of [
  '/en/',
  '/zh/lessons/0-1-samples-to-flames/',
  '/en/lessons/1-1-overview/',
  '/en/lessons/2-2-system-calls/',
  '/zh/lessons/5-1-verify/',
  '/zh/practice/',
]) {
  test(`${address} fetches no more than its budget`, async ({ page }) => {
    const weights = await weightsOf(page, address);
    const over = (Object.keys(budgets) as Kind[])
      .filter((kind) => weights[kind] > budgets[kind])
      .map((kind) => `${kind}: ${weights[kind]} of ${budgets[kind]}`);
    expect(over).toEqual([]);
  });
}

/** The longest task of one load, in ms of the page's own thread: others on the machine do not count. */
async function longestTask(page: Page, address: string): Promise<number> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page is in no browser that can be traced.');
  await page.goto('about:blank');
  await browser.startTracing(page, { categories: taskCategories });
  await page.goto(address, { waitUntil: 'networkidle' });
  const tasks = mainThreadTasks(await browser.stopTracing());
  expect(tasks.length).toBeGreaterThan(10);
  return Math.max(...tasks);
}

/** The least of a few loads, or the first that is `enough`: a cold cache stretches a task, nothing shortens one. */
async function leastOf(loads: number, measure: () => Promise<number>, enough = 0): Promise<number> {
  let least = Infinity;
  for (let load = 0; load < loads && least > enough; load++)
    least = Math.min(least, await measure());
  return least;
}

/** The longest task of a load is a part of its first layout. How many times as long as the reference page's it may be. */
const longestTasks = [
  ['/en/', 1.5],
  ['/en/lessons/1-1-overview/', 1.9],
  ['/zh/lessons/2-2-system-calls/', 1.9],
  ['/zh/lessons/5-1-verify/', 2.4],
] as const;

for (const [address, bound] of longestTasks) {
  test(`${address} has no longer a task on load than it had, by a page that never changes`, async ({
    page,
  }) => {
    await page.route('**/reference-page', (route) =>
      route.fulfill({ contentType: 'text/html', body: referencePage() }),
    );
    const reference = await leastOf(4, () => longestTask(page, '/reference-page'));
    const own = await leastOf(10, () => longestTask(page, address), reference * bound);
    const measured = `${own.toFixed(1)} ms, the reference page ${reference.toFixed(1)} ms`;
    expect(own / reference, measured).toBeLessThanOrEqual(bound);
  });
}
