import { expect, test, type Page } from '@playwright/test';

const bench = (page: Page) => page.locator('is-it-real');
const says = (page: Page, what: string) => bench(page).locator(`[data-says="${what}"]`);

test.describe('repeated runs', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/en/lessons/5-1-verify/');
    await expect(bench(page)).toBeVisible();
  });

  test('of two versions differ by more than chance', async ({ page }) => {
    await expect(says(page, 'runs')).toContainText('p = 0.008');
    await expect(says(page, 'runs')).toContainText('More than the runs of one version differ by.');
  });

  test('are too few when one stands against one, and say so', async ({ page }) => {
    for (const side of ['before', 'after']) {
      const boxes = bench(page).locator(`[data-side="${side}"]`).getByRole('checkbox');
      for (let run = 1; run < 5; run++) await boxes.nth(run).press('Space');
    }
    await expect(says(page, 'runs')).toContainText('too few runs');
  });

  test('of one version do not differ, and none stands in both groups', async ({ page }) => {
    await bench(page).getByLabel('Compare with').selectOption('before');
    await expect(bench(page).getByRole('group').nth(1)).toContainText('8 KiB again');
    const first = bench(page).locator('[data-side="before"]').getByRole('checkbox').first();
    const again = bench(page).locator('[data-side="after"]').getByRole('checkbox').first();
    await again.check();
    await expect(first).not.toBeChecked();
  });

  test('tell the share of the function that is chosen', async ({ page }) => {
    const before = await says(page, 'shares').textContent();
    await bench(page).getByLabel('Share of the function').selectOption({ index: 3 });
    await expect(says(page, 'shares')).not.toHaveText(before ?? '');
  });
});
