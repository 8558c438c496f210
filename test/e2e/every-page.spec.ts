import { expect, test, type Page } from '@playwright/test';
import { violationsOf } from '../support/axe.ts';
import { PageWatch, wakeAllParts } from '../support/page-watch.ts';
import { languages, pageTypes } from '../support/site-pages.ts';

/** How far a page may move while it loads: what rounding to whole pixels makes of nothing. */
const mostShift = 0.001;

/**
 * What holds for a page of every type, in every language. A page is opened once, and looked at in all ways: each
 * check is a step that says by itself what is wrong, and the ones after it are made all the same.
 */
for (const locale of languages) {
  for (const path of pageTypes) {
    const address = `/${locale}/${path}`;

    test(`${address} holds what every page must`, async ({ page }) => {
      const watch = await PageWatch.over(page);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(address, { waitUntil: 'networkidle' });

      await test.step('it reports no error, and moves nothing', async () => {
        expect.soft(await watch.shift(), 'layout shift').toBeLessThan(mostShift);
        expect.soft(watch.takeComplaints(), 'errors while it loads').toEqual([]);
      });
      await test.step('its policy allows nothing inline', () => expectPolicy(page));
      await test.step('it names itself, and its other language', () =>
        expectNames(page, locale, path));
      await test.step('axe finds nothing, in either theme', async () => {
        expect.soft(await violationsOf(page), 'axe, light').toEqual([]);
        // Nothing but the colours differs.
        await page.emulateMedia({ colorScheme: 'dark' });
        expect.soft(await violationsOf(page, { onlyContrast: true }), 'axe, dark').toEqual([]);
      });
      await test.step('with forced colours every button has an edge', async () => {
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
        expect.soft(await buttonsWithoutEdge(page), 'forced colours').toEqual([]);
        await page.emulateMedia({ forcedColors: 'none' });
      });
      await test.step('its policy refuses nothing that it asks for, all its parts live', async () => {
        await wakeAllParts(page);
        await page.emulateMedia({ media: 'print' });
        expect.soft(watch.takeComplaints(), 'refused, or an error').toEqual([]);
        await page.emulateMedia({ media: 'screen' });
      });
      await test.step('it fits 320 pixels', async () => {
        await page.setViewportSize({ width: 320, height: 640 });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect.soft(overflow, 'pixels too wide at 320').toBeLessThanOrEqual(0);
      });
      await test.step('text at 200% in a window of 640 pixels is not cut off', async () => {
        await page.setViewportSize({ width: 640, height: 800 });
        await page.evaluate(() => {
          document.documentElement.style.fontSize = '200%';
        });
        expect.soft(await cutOff(page), 'cut off at 200%').toEqual([]);
      });
    });
  }
}

async function expectPolicy(page: Page): Promise<void> {
  const meta = page.locator('meta[http-equiv="content-security-policy"]');
  const policy = await meta.getAttribute('content');
  expect.soft(policy).toContain("default-src 'self'");
  expect.soft(policy).not.toContain('unsafe-inline');
}

async function expectNames(page: Page, locale: string, path: string): Promise<void> {
  await expect.soft(page).toHaveTitle(locale === 'zh' ? /火眼/ : /Flamewise/);
  const description = page.locator('meta[name=description]');
  expect.soft((await description.getAttribute('content'))?.length).toBeGreaterThan(10);
  await expect
    .soft(page.locator('link[rel=canonical]'))
    .toHaveAttribute('href', new RegExp(`/${locale}/${path}$`));
  for (const [lang, target] of [
    ['en', `/en/${path}`],
    ['zh-Hans', `/zh/${path}`],
    ['x-default', '/'],
  ] as const) {
    await expect
      .soft(page.locator(`link[rel=alternate][hreflang="${lang}"]`))
      .toHaveAttribute('href', new RegExp(`^https?://[^/]+${target}$`));
  }
  await expect.soft(page.getByRole('heading', { level: 1 })).toHaveCount(1);
}

function buttonsWithoutEdge(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.button')]
      .filter((button) => button.checkVisibility())
      .filter((button) => getComputedStyle(button).borderTopStyle === 'none')
      .map((button) => button.outerHTML.slice(0, 90)),
  );
}

/** What stands outside a window that cannot be scrolled sideways, or inside a box that cuts it off. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    return [...document.querySelectorAll('h1, h2, h3, p, label, button, a, summary, legend')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter(
        (element) =>
          element.closest('.visually-hidden, .skip-link, pre, table, .flame-graph') === null,
      )
      .filter((element) => element.getBoundingClientRect().right > wide + 1)
      .map((element) => element.outerHTML.slice(0, 90));
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  for (const locale of languages) {
    test(`nothing moves while a page of any type loads (${locale})`, async ({ page }) => {
      const watch = await PageWatch.over(page);
      for (const path of [...pageTypes, 'search/?q=writev']) {
        const address = `/${locale}/${path}`;
        await page.goto(address, { waitUntil: 'networkidle' });
        expect.soft(await watch.shift(), address).toBeLessThan(mostShift);
      }
    });
  }
});

for (const [width, height] of [
  [320, 640],
  [390, 844],
  [768, 1024],
  [1440, 900],
] as const) {
  test.describe(`in a window of ${width} pixels`, () => {
    test.use({ viewport: { width, height } });
    for (const locale of languages) {
      test(`what a link to the lab shows does not move (${locale})`, async ({ page }) => {
        const watch = await PageWatch.over(page);
        for (const linked of ['share-these', 'chunks-8k-1&after=chunks-1m-1']) {
          await page.goto(`/${locale}/lab/?sample=${linked}`, { waitUntil: 'networkidle' });
          // The reading comes when it is worked out, and its list of parts above it.
          await expect(page.locator('.lab-contents')).toBeVisible();
          await expect(page.locator('.lab-section').first()).toBeVisible();
          expect.soft(await watch.shift(), linked).toBeLessThan(0.01);
        }
      });
    }
  });
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });
  for (const locale of languages) {
    test(`a page of every type can be read (${locale})`, async ({ page }) => {
      for (const path of pageTypes) {
        const address = `/${locale}/${path}`;
        await page.goto(address);
        await expect.soft(page.getByRole('heading', { level: 1 }), address).toBeVisible();
        const text = await page.locator('main').innerText();
        expect.soft(text.length, address).toBeGreaterThan(40);
      }
    });
  }
});
