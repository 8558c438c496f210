import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { chooseFiles, expectOpen, openLab } from '../support/lab-page.ts';

const noSideways = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    await page.evaluate(() => innerWidth),
  );

for (const locale of ['en', 'zh'] as const) {
  test.describe(`the lab for everybody (${locale})`, () => {
    test('the way in passes axe, also on a phone', async ({ page }) => {
      await openLab(page, locale);
      await expectAccessible(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await noSideways(page);
      await expectAccessible(page);
    });

    test('an open profile passes axe, in the dark and on a phone', async ({ page }) => {
      await openLab(page, locale, '?sample=share-these');
      await expectOpen(page, /.+/);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.locator('.lab-statement').nth(3).click();
      await expectAccessible(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await noSideways(page);
    });

    test('tabs, a comparison and a failure pass axe', async ({ page }) => {
      await openLab(page, locale, '?sample=go-cpu');
      await expectOpen(page, /.+/);
      await page.locator('.lab-buttons button[aria-expanded]').click();
      await chooseFiles(page, { name: 'bad.txt', text: 'hello' });
      await expect(page.locator('.lab-failure h2')).toBeFocused();
      await expectAccessible(page);
      await openLab(page, locale, '?sample=diff-before&after=diff-after');
      await expectOpen(page, /→/);
      await expectAccessible(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await noSideways(page);
    });
  });
}

test('on a phone the graph stays in sight above the reading, and can be folded away', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openLab(page, 'en', '?sample=share-these');
  const graph = await expectOpen(page, /file server/);
  const statement = page.locator('[data-section="calls"] .lab-statement').first();
  await statement.scrollIntoViewIfNeeded();
  await statement.click();
  await expect(graph).toBeInViewport();
  await page.getByRole('button', { name: 'Fold the graph away' }).click();
  await expect(graph).toBeHidden();
  await page.locator('[data-section="self"] .lab-statement').first().click();
  await expect(graph).toBeVisible();
});
