import { expect, test } from '@playwright/test';

const claims = '.annotation';

test('the guide shows each claim in its own place with verdict, evidence and lesson', async ({
  page,
}) => {
  await page.goto('/en/guide/');
  const rows = page.getByRole('region', { name: /Key features/ });
  const claim = rows.locator(claims).filter({ hasText: 'System calls take about 30%' });
  await expect(claim.locator('.verdict')).toContainText('Wrong');
  await expect(claim.locator('.evidence')).toContainText('66%');
  await expect(claim.getByRole('group', { name: 'Sources' })).toContainText('flamegraph.svg');
  await claim.getByRole('link', { name: /In lesson 1\.1/ }).click();
  await expect(page).toHaveURL(/\/en\/lessons\/1-1-overview\/#claim-1\.1-c$/);
});

test('the evidence says the same as in the lesson', async ({ page }) => {
  const evidence = async (address: string) => {
    await page.goto(address);
    // For some frames what is far below waits to be laid out, and has no inner text.
    const waiting = page.locator('[data-pieces] > :not([data-pieces], [data-laid-out])');
    await expect(waiting).toHaveCount(0);
    return page.locator('[id="claim-2.2-a"] .evidence').innerText();
  };
  const inLesson = await evidence('/zh/lessons/2-2-system-calls/');
  expect(await evidence('/zh/guide/')).toBe(inLesson);
});

test('a reader filters by verdict with the keyboard, and the counts agree', async ({ page }) => {
  await page.goto('/en/guide/');
  const all = page.getByRole('radio', { name: /^All claims/ });
  await expect(page.locator(claims)).toHaveCount(
    Number(((await all.locator('..').textContent()) ?? '').replace(/\D/g, '')),
  );
  await all.focus();
  await page.keyboard.press('ArrowRight');
  const holds = page.getByRole('radio', { name: /^Holds/ });
  await expect(holds).toBeChecked();
  const count = Number((await holds.locator('..').innerText()).replace(/\D/g, ''));
  expect(count).toBeGreaterThan(5);
  await expect(page.locator(claims).filter({ visible: true })).toHaveCount(count);
  await expect(page.getByRole('heading', { name: /^1\.2/ })).toBeHidden();
  await expect(page.locator('.overview .mark').filter({ visible: true })).toHaveCount(count);
});

test('the overview leads to a claim, without a script as well', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/en/guide/');
  await page.getByRole('link', { name: /Wrong: Network layer: pprof/ }).click();
  await expect(page).toHaveURL(/#claim-4\.2-3$/);
  await expect(page.locator('[id="claim-4.2-3"]')).toBeInViewport();
  await context.close();
});
