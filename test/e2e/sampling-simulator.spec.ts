import { expect, test, type Page } from '@playwright/test';

const address = '/en/lessons/0-2-how-sure/';
const simulator = (page: Page) => page.locator('sampling-simulator');
const results = (page: Page) => simulator(page).locator('tbody');

test('a reader records again and gets other samples, and a link repeats them', async ({ page }) => {
  await page.goto(address);
  // What is far below the window has no text yet while the page is laid out.
  await simulator(page).scrollIntoViewIfNeeded();
  await expect(results(page)).toBeVisible();
  const before = await results(page).innerText();
  await simulator(page).getByRole('button', { name: 'Record again' }).click();
  // Not by the locator's own text, which has no line ends and so is never the same.
  await expect.poll(() => results(page).innerText()).not.toBe(before);
  const after = await results(page).innerText();
  const link = simulator(page).getByRole('link', { name: 'Link to this recording' });
  await page.goto(`${address}${await link.getAttribute('href')}`);
  // It is read from the link when the simulator is: near the screen.
  await simulator(page).scrollIntoViewIfNeeded();
  await expect.poll(() => results(page).innerText()).toBe(after);
});

test('lockstep at 100 Hz is never right, and 99 Hz is, by keyboard', async ({ page }) => {
  await page.goto(address);
  await simulator(page).getByLabel('The program works').selectOption('periodic');
  await simulator(page).getByLabel('Looks a second').selectOption('100');
  await simulator(page).getByRole('button', { name: 'Record 200 times' }).press('Enter');
  await expect(results(page).locator('tr').first()).toContainText('0 of 200');
  await simulator(page).getByLabel('Looks a second').selectOption('99');
  await simulator(page).getByRole('button', { name: 'Record 200 times' }).press('Enter');
  await expect(results(page).locator('tr').first()).toContainText('200 of 200');
});
