import { expect, test } from '@playwright/test';

test('of the box that the guide calls hot nothing is left, of a leaf everything is', async ({
  page,
}) => {
  await page.goto('/en/lessons/1-2-hot-frames/');
  const widget = page.locator('peel-frame');
  const says = widget.getByRole('status');
  await widget.getByRole('checkbox').first().press('Space');
  await expect(says).toContainText('22 − 22 = 0. Nothing is on it any more');
  await expect(widget.locator('.flame-box')).toHaveCount(0);
  await widget.getByRole('button', { name: 'Put all back' }).press('Enter');
  await expect(widget.locator('.flame-box')).toHaveCount(2);
  await widget.getByRole('combobox').selectOption({ label: 'writev · 7' });
  await expect(says).toContainText('all of its samples are its self weight: 7');
});

test('callees can be taken off one by one and put back', async ({ page }) => {
  await page.goto('/en/lessons/1-2-hot-frames/');
  const widget = page.locator('peel-frame');
  await widget.getByRole('combobox').selectOption({ label: 'UpgradeableConnection::poll · 22' });
  const body = widget.getByRole('checkbox', { name: 'poll_frame' });
  await body.uncheck();
  await expect(widget.getByRole('status')).toContainText('22 − 8 = 14');
  await body.check();
  await expect(widget.getByRole('status')).toContainText('every callee is on it');
});
