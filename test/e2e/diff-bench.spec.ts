import { expect, test, type Page } from '@playwright/test';

const bench = (page: Page) => page.locator('diff-bench');

test.describe('the comparison, taken apart', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/en/lessons/4-1-differential/');
    await expect(bench(page)).toBeVisible();
  });

  test('ends, as printed, with two files that are the same', async ({ page }) => {
    const next = bench(page).getByRole('button', { name: 'Next' });
    for (let step = 1; step < 5; step++) await next.press('Enter');
    await expect(next).toBeDisabled();
    await expect(bench(page).getByText('the same, byte for byte')).toBeVisible();
  });

  test('starts again with another pipeline', async ({ page }) => {
    await bench(page).getByRole('button', { name: 'Next' }).click();
    await bench(page).getByLabel('Commands').selectOption('own-files');
    await expect(bench(page).locator('p:visible', { hasText: 'Step 1 of 5' })).toBeVisible();
    await expect(bench(page).getByRole('button', { name: 'Back' })).toBeDisabled();
  });

  test('shows what vanished only when the two are swapped', async ({ page }) => {
    const withoutWidth = bench(page).locator('p:visible', { hasText: 'Without a width here' });
    await expect(withoutWidth).toContainText('find_by_scanning');
    await bench(page).getByLabel('Swap').check();
    await expect(withoutWidth).toContainText('find_by_hash');
  });
});
