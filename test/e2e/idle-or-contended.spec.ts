import { expect, test } from '@playwright/test';

test('a reader says by keyboard what each thread waits for, and sees why', async ({ page }) => {
  await page.goto('/en/lessons/2-2-system-calls/');
  const widget = page.locator('idle-or-contended');
  const [contended, idle] = ['wants a lock', 'has nothing to do'];

  const first = widget.locator('[data-wait]').first();
  await first.getByRole('radio', { name: idle }).focus();
  await page.keyboard.press('Space');
  await expect(first.getByRole('status')).toHaveText('Look at the callers again.');
  await page.keyboard.press('ArrowDown');
  await expect(first.getByRole('radio', { name: contended })).toBeChecked();
  await expect(first.getByRole('status')).toContainText('looks a session up');

  for (const [place, answer] of [idle, idle, contended].entries()) {
    const wait = widget.locator('[data-wait]').nth(place + 1);
    await wait.getByRole('radio', { name: answer }).check();
    await expect(wait).toHaveAttribute('data-verdict', 'right');
  }
  await expect(widget.locator('.wait-sum')).toContainText('4 of 4 right');
});

test('each wait tells a screen reader its callers', async ({ page }) => {
  await page.goto('/zh/lessons/2-2-system-calls/');
  const towers = page.locator('idle-or-contended').getByRole('img');
  await expect(towers).toHaveCount(4);
  await expect(towers.first()).toHaveAccessibleName(/serve_requests → .* → futex_wait$/);
});

test('without a script the answers can be opened', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/en/lessons/2-2-system-calls/');
  const first = page.locator('idle-or-contended [data-wait]').first();
  await first.getByText('Answer').click();
  await expect(first.getByText('looks a session up')).toBeVisible();
  await context.close();
});
