import { expect, test, type Page } from '@playwright/test';

const folder = (page: Page) => page.locator('stack-folder');
const step = (page: Page) => folder(page).locator('[data-part="step"]');
const lines = (page: Page) => folder(page).locator('.needs-js .folder-lines li');

test.beforeEach(async ({ page }) => {
  await page.goto('/en/lessons/0-1-samples-to-flames/');
  await expect(lines(page)).toHaveCount(12);
});

test('a reader steps from twelve samples to merged boxes and back, by keyboard', async ({
  page,
}) => {
  const next = folder(page).getByRole('button', { name: 'Next' });
  await next.focus();
  await page.keyboard.press('Enter');
  await expect(step(page)).toHaveText('Step 2 of 6');
  await expect(lines(page).first()).toHaveText('main;read 2');
  for (let i = 0; i < 6; i++) await page.keyboard.press('Enter');
  await expect(step(page)).toHaveText('Step 6 of 6');
  await expect(next).toBeFocused();
  await folder(page).getByRole('button', { name: 'Back', exact: true }).click();
  await expect(step(page)).toHaveText('Step 5 of 6');
  await expect(folder(page)).toContainText('parse 4 · read 6 · write 2');
});

test('plays, and pauses', async ({ page }) => {
  await folder(page).getByRole('button', { name: 'Play', exact: true }).click();
  await expect(step(page)).toHaveText('Step 2 of 6');
  await folder(page).getByRole('button', { name: 'Pause' }).click();
  await expect(folder(page).getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});

test('folds the reader’s own samples, and says what it cannot read', async ({ page }) => {
  await folder(page).getByText('Change the samples').click();
  const samples = folder(page).getByRole('textbox');
  await samples.fill('a;b 3\na;c');
  await folder(page).getByRole('button', { name: 'Fold these' }).click();
  await expect(folder(page)).toContainText('Line 2: No weight at the end of the line.');
  await expect(lines(page)).toHaveText(['a;b 3']);
  await samples.fill('nothing of use');
  await folder(page).getByRole('button', { name: 'Fold these' }).click();
  await expect(folder(page)).toContainText('The picture still shows the samples before.');
  await expect(lines(page)).toHaveText(['a;b 3']);
});
