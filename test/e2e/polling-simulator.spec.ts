import { expect, test, type Page } from '@playwright/test';

const simulator = (page: Page) => page.locator('polling-simulator');

/** Samples of one of the two servers, as its caption says. */
async function samplesOf(page: Page, way: 'polling' | 'events'): Promise<number> {
  const text = await simulator(page).locator(`[data-way="${way}"] .simulated-count`).textContent();
  return Number.parseInt(text ?? '', 10);
}

test('without requests only the server that polls is busy', async ({ page }) => {
  await page.goto('/en/lessons/2-1-cpu-bound/');
  await simulator(page).getByRole('radio', { name: '0', exact: true }).check();
  await expect(simulator(page).getByRole('status')).toContainText('0 requests a second');
  expect(await samplesOf(page, 'polling')).toBeGreaterThan(2800);
  expect(await samplesOf(page, 'events')).toBeLessThan(3);
});

test('with more requests the server that waits has more samples', async ({ page }) => {
  await page.goto('/en/lessons/2-1-cpu-bound/');
  const few = await samplesOf(page, 'events');
  await simulator(page).getByRole('radio', { name: '1000' }).check();
  await expect.poll(() => samplesOf(page, 'events')).toBeGreaterThan(few * 5);
});

test('playing shows the samples come in, up to the same end', async ({ page }) => {
  await page.goto('/en/lessons/2-1-cpu-bound/');
  const atTheEnd = await samplesOf(page, 'polling');
  await simulator(page).getByRole('button', { name: 'Play the three seconds' }).click();
  await expect.poll(() => samplesOf(page, 'polling')).toBeLessThan(atTheEnd);
  await expect.poll(() => samplesOf(page, 'polling')).toBe(atTheEnd);
});

test('without a script one finished run is shown', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/zh/lessons/2-1-cpu-bound/');
  expect(await samplesOf(page, 'polling')).toBeGreaterThan(2800);
  await expect(simulator(page).locator('.small-tree-picture > svg')).toHaveCount(2);
  await context.close();
});
