import { expect, test, type Page } from '@playwright/test';

/** The scripts of a page that are fetched, by name, in order. */
function scriptsOf(page: Page): string[] {
  const names: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') names.push(new URL(request.url()).pathname);
  });
  return names;
}

const isDefined = (page: Page, tag: string) =>
  page.evaluate((name) => customElements.get(name) !== undefined, tag);

test.describe('what lies far below a lesson’s beginning', () => {
  test.use({ viewport: { width: 390, height: 700 } });

  test('is loaded when the reader comes near', async ({ page }) => {
    const scripts = scriptsOf(page);
    await page.goto('/en/lessons/5-1-verify/', { waitUntil: 'networkidle' });
    expect(await isDefined(page, 'is-it-real')).toBe(false);
    const before = scripts.length;
    await page.locator('is-it-real').scrollIntoViewIfNeeded();
    await expect.poll(() => isDefined(page, 'is-it-real')).toBe(true);
    expect(scripts.length).toBeGreaterThan(before);
  });

  test('is loaded where a link leads to it', async ({ page }) => {
    await page.goto('/en/lessons/1-1-overview/');
    const id = await page.locator('flame-quiz').last().getAttribute('id');
    await page.goto(`/en/lessons/1-1-overview/?again#${id}`);
    await expect.poll(() => isDefined(page, 'flame-quiz')).toBe(true);
  });
});

test('what is done to a question before its code is there counts', async ({ page }) => {
  let release: () => void = () => undefined;
  const gate = new Promise<void>((open) => (release = open));
  await page.route(/_astro\/define\..*\.js$/, async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto('/en/questions/weight-of-one-sample/');
  await page.getByLabel('Your answer').fill('2%');
  await page.keyboard.press('Enter');
  await expect(page.locator('flame-quiz')).not.toHaveAttribute('data-state', 'answered');
  expect(page.url()).toMatch(/\/weight-of-one-sample\/$/);
  release();
  await expect(page.locator('flame-quiz')).toHaveAttribute('data-state', 'answered');
  await expect(page.locator('.quiz-status')).toHaveText('Right.');
});

test('a part whose code cannot be had is tried again at the next touch', async ({ page }) => {
  await page.route(/_astro\/is-it-real-element.*\.js/, (route) => route.abort());
  await page.goto('/en/lessons/5-1-verify/');
  const part = page.locator('is-it-real');
  await part.scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  expect(await isDefined(page, 'is-it-real')).toBe(false);
  await page.unroute(/_astro\/is-it-real-element.*\.js/);
  await part.locator('input').first().focus();
  await expect.poll(() => isDefined(page, 'is-it-real')).toBe(true);
});
