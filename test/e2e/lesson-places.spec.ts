import { expect, test, type Page } from '@playwright/test';

/** A lesson whose questions hold graphs: what is laid out late there is tall. */
const address = '/en/lessons/1-2-hot-frames/';
const last = 'q-hot-shutdown-ticket';

const topOf = (page: Page, id: string) =>
  page.evaluate(
    (name) => document.getElementById(name)?.getBoundingClientRect().top ?? Infinity,
    id,
  );

/** Stands still: a place that moves while the page settles is not where a reader was led to. */
async function settledTop(page: Page, id: string): Promise<number> {
  let before = await topOf(page, id);
  await expect(async () => {
    const now = await topOf(page, id);
    const moved = Math.abs(now - before);
    before = now;
    expect(moved).toBeLessThan(1);
  }).toPass({ intervals: [400] });
  return before;
}

for (const [screen, viewport] of [
  ['wide', { width: 1280, height: 800 }],
  ['phone', { width: 390, height: 800 }],
] as const) {
  test.describe(`on a ${screen} screen`, () => {
    test.use({ viewport });

    test('a link from elsewhere leads to a question far below', async ({ page }) => {
      await page.goto(`${address}#${last}`, { waitUntil: 'networkidle' });
      expect(await settledTop(page, last)).toBeLessThan(viewport.height * 0.75);
      expect(await settledTop(page, last)).toBeGreaterThanOrEqual(0);
    });

    test('a link on the page does, too', async ({ page }) => {
      await page.goto(address, { waitUntil: 'networkidle' });
      await page.evaluate((id) => {
        location.hash = id;
      }, last);
      expect(await settledTop(page, last)).toBeLessThan(viewport.height * 0.75);
      expect(await settledTop(page, last)).toBeGreaterThanOrEqual(0);
    });

    test('a reload, and the way back, lead to where the reader was', async ({ page }) => {
      await page.goto(address, { waitUntil: 'networkidle' });
      await page.locator(`#${last}`).scrollIntoViewIfNeeded();
      const before = await settledTop(page, last);
      await page.reload({ waitUntil: 'networkidle' });
      expect(Math.abs((await settledTop(page, last)) - before)).toBeLessThan(100);
      await page.goto('/en/glossary/');
      await page.goBack({ waitUntil: 'networkidle' });
      expect(Math.abs((await settledTop(page, last)) - before)).toBeLessThan(100);
    });
  });
}
