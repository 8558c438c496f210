import { expect, test } from '@playwright/test';

test('the line that drops its guard is found by keyboard, and the corrected program opens', async ({
  page,
}) => {
  await page.goto('/en/lessons/3-2-practice/');
  const widget = page.locator('code-review');
  const row = widget.locator('li', { hasText: /lock\.lock\(\);/ }).first();
  await row.getByRole('checkbox').press('Space');
  await row.getByRole('combobox').selectOption({ label: 'The lock is not held after it' });
  await widget.getByRole('button', { name: 'Compare' }).press('Enter');
  await expect(widget.getByRole('status').first()).toContainText('1 of 9 wrong lines found, 1 of');
  await expect(row).toContainText('dropped at the semicolon');
  await expect(widget.getByText('fn acquire<')).toBeVisible();
  await expect(widget.locator('flame-graph')).toBeVisible();
});

test('nothing is judged before a line is ticked', async ({ page }) => {
  await page.goto('/zh/lessons/3-2-practice/');
  const widget = page.locator('code-review');
  await widget.getByRole('button', { name: '对照' }).click();
  await expect(widget.getByRole('status').first()).toHaveText('请先勾选至少一行。');
});
