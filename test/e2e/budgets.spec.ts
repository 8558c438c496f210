import { expect, test, type Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';

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

/**
 * The longest task of a load, in ms, on a processor a quarter as fast. A busy machine stretches
 * a task, nothing shortens one: the least of a few loads is the page's own.
 */
async function longestTask(page: Page, address: string): Promise<number> {
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    const tasks: number[] = [];
    (window as unknown as { tasks: number[] }).tasks = tasks;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  let least = Infinity;
  for (let load = 0; load < 5 && least > 50; load++) {
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.waitForTimeout(200);
    const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
    least = Math.min(least, Math.max(0, ...tasks));
  }
  return least;
}

for (const address of ['/en/', '/en/lessons/1-1-overview/', '/zh/lessons/2-2-system-calls/']) {
  // Not met, or not measurable, on the machine of the day (load 20 on two cores): see the issue.
  test.fixme(`${address} loads without a long task, at a quarter of the processor’s speed`, async ({
    page,
  }) => {
    expect(await longestTask(page, address)).toBeLessThanOrEqual(50);
  });
}
