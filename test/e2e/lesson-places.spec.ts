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

test.describe('the first layout, in pieces', () => {
  const waiting = '[data-pieces] > :not([data-pieces], [data-laid-out])';
  const isInPieces = (page: Page) =>
    page.evaluate(() => document.documentElement.hasAttribute('data-in-pieces'));

  for (const page of ['/en/', '/zh/lessons/1-2-hot-frames/']) {
    test(`of ${page} ends by itself, and moves nothing in sight`, async ({ page: tab }) => {
      await tab.addInitScript(() => {
        const shifts: number[] = [];
        Object.assign(globalThis, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            shifts.push((entry as PerformanceEntry & { readonly value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await tab.goto(page, { waitUntil: 'networkidle' });
      expect(await isInPieces(tab)).toBe(true);
      await expect(tab.locator(waiting)).toHaveCount(0);
      const { skipped, shifted } = await tab.evaluate(() => {
        const all = [...document.querySelectorAll('[data-pieces] > :not(script)')];
        const { shifts } = globalThis as unknown as { shifts: number[] };
        return {
          skipped: all.filter((piece) => getComputedStyle(piece).contentVisibility !== 'visible'),
          shifted: shifts.reduce((sum, value) => sum + value, 0),
        };
      });
      expect(skipped).toEqual([]);
      expect(shifted).toBeLessThanOrEqual(0.005);
    });
  }

  test('of a large picture has some of its boxes in each frame', async ({ page }) => {
    await page.addInitScript(() => {
      const counts: number[] = [];
      Object.assign(globalThis, { counts });
      const isShown = (rect: Element) => getComputedStyle(rect).display !== 'none';
      const count = () => {
        // Until its own frames come, nothing in the picture has a style.
        if (!document.documentElement.hasAttribute('data-text-first')) {
          const picture = document.querySelector('.flame-picture > .flame-svg');
          const rects = [...(picture?.querySelectorAll(':scope > g > rect, svg > rect') ?? [])];
          counts.push(rects.filter(isShown).length);
        }
        if (document.documentElement.hasAttribute('data-picture-first'))
          requestAnimationFrame(count);
      };
      document.addEventListener('readystatechange', () => requestAnimationFrame(count), {
        once: true,
      });
    });
    await page.goto('/zh/lessons/5-1-verify/');
    await expect(page.locator('html')).not.toHaveAttribute('data-picture-first');
    const counts = await page.evaluate(
      () => (globalThis as unknown as { counts: number[] }).counts,
    );
    const steps = counts.map((shown, frame) => shown - (counts[frame - 1] ?? 0));
    expect(Math.max(...counts)).toBeGreaterThan(300);
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...steps)).toBeLessThanOrEqual(150);
  });

  test('is left out for who comes to a place in the page, and who comes back', async ({ page }) => {
    await page.goto(`${address}#${last}`);
    expect(await isInPieces(page)).toBe(false);
    await page.goto(address);
    await page.reload();
    expect(await isInPieces(page)).toBe(false);
  });

  test('never keeps anything from a printer', async ({ page }) => {
    // A window that draws no frame: the first layout waits as long as it likes.
    await page.addInitScript(() => {
      globalThis.requestAnimationFrame = () => 0;
    });
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    const kept = () =>
      page
        .locator(`${waiting}, .flame-svg`)
        .evaluateAll(
          (all) =>
            all.filter((part) => getComputedStyle(part).contentVisibility !== 'visible').length,
        );
    expect(await kept()).toBeGreaterThan(10);
    await page.emulateMedia({ media: 'print' });
    expect(await kept()).toBe(0);
  });

  test('of a link to any section ends with its heading in place', async ({ page }) => {
    await page.goto(address);
    const ids = await page.locator('.heading h2').evaluateAll((all) => all.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(5);
    const tops: number[] = [];
    for (const id of ids.slice(0, -1)) {
      await page.goto('about:blank');
      await page.goto(`${address}#${id}`, { waitUntil: 'networkidle' });
      tops.push(await settledTop(page, id));
    }
    // Below the header that is pinned at the top, with the same room everywhere.
    expect(Math.min(...tops)).toBeGreaterThan(0);
    expect(Math.max(...tops)).toBeLessThan(120);
  });
});
