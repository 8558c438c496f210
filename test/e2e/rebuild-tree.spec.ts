import { expect, test, type Page } from '@playwright/test';

const widget = (page: Page) => page.locator('rebuild-tree');
const place = (page: Page, frame: RegExp) =>
  widget(page).getByRole('combobox', { description: frame });
const says = (page: Page) => widget(page).getByRole('status');

/** By the words of the option, which hold the samples. */
async function put(page: Page, frame: RegExp, onto: RegExp): Promise<void> {
  const select = place(page, frame);
  const option = select.locator('option').filter({ hasText: onto });
  await select.selectOption((await option.getAttribute('value')) ?? '');
}

test.beforeEach(async ({ page }) => {
  await page.goto('/en/lessons/1-3-call-chains/');
});

test('the tree of the guide is refused with its sum, and the frame stays where it was', async ({
  page,
}) => {
  await put(page, /run_task/, /UnownedTask/);
  await put(page, /UpgradeableConnection/, /UnownedTask/);
  await expect(says(page)).toContainText('22 + 26 = 48 > 39');
  await expect(place(page, /UpgradeableConnection/)).toHaveValue('');
});

test('a tree that the numbers allow is told from that of the stacks', async ({ page }) => {
  await put(page, /poll · 37/, /UnownedTask/);
  await put(page, /run_task/, /poll · 37/);
  await put(page, /poll · 24/, /run_task/);
  await put(page, /UpgradeableConnection/, /poll · 24/);
  await put(page, /park_timeout/, /UpgradeableConnection/);
  await expect(says(page)).toContainText('the stacks have another one');
  await put(page, /park_timeout/, /poll · 37/);
  await expect(says(page)).toContainText('This is the tree of the stacks');
});

test('works by keyboard, shows the answer, and starts again', async ({ page }) => {
  await widget(page).getByRole('button', { name: 'Show how the stacks have it' }).press('Enter');
  await expect(says(page)).toContainText('This is the tree of the stacks');
  await expect(widget(page).locator('.needs-js .flame-box')).toHaveCount(6);
  await widget(page).getByRole('button', { name: 'Start again' }).press('Enter');
  await expect(widget(page).locator('.needs-js .flame-box')).toHaveCount(1);
});

test('nothing covers the rows while there is nothing to say', async ({ page }) => {
  const isFree = await widget(page)
    .getByRole('listitem')
    .first()
    .evaluate((row) => {
      scrollBy(0, row.getBoundingClientRect().bottom - innerHeight);
      const { left, bottom } = row.getBoundingClientRect();
      return row.contains(document.elementFromPoint(left + 20, bottom - 6));
    });
  expect(isFree).toBe(true);
});
