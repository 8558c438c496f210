import { expect, test, type Locator, type Page } from '@playwright/test';

// One emptied context for all tests of the file: see playwright.config.ts.
test.use({ reuseContext: true });

async function openHome(page: Page, locale = 'en'): Promise<Locator> {
  await page.goto(`/${locale}/`);
  const graph = page.locator('opening-question flame-graph');
  await expect(graph).toHaveClass(/is-live/);
  return graph;
}

const frame = (graph: Locator, name: string) =>
  graph.getByRole('treeitem', { name: new RegExp(`^${name}`) }).first();
const reveal = (page: Page) => page.locator('opening-question [data-reveal]');

test('the answer is not there before the reader’s', async ({ page }) => {
  await openHome(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    'Where does the CPU time go?',
  );
  await expect(reveal(page)).toBeHidden();
});

test('a wide frame is shown for what it is, with figures of the profile', async ({ page }) => {
  const graph = await openHome(page);
  await frame(graph, 'share_these`tokio::runtime::task::UnownedTask').click();
  await expect(reveal(page)).toBeVisible();
  await expect(reveal(page)).toContainText('It is on the stack in 78% of the samples.');
  await expect(reveal(page)).toContainText('It was itself running in 0%.');
  await expect(reveal(page)).toContainText('wide because of what runs above it');
  await expect(reveal(page)).toContainText('__psynch_cvsignal, 16%');
});

test('who finds the hottest function is told so', async ({ page }) => {
  const graph = await openHome(page);
  await frame(graph, 'libsystem_kernel.dylib`__psynch_cvsignal').click();
  await expect(reveal(page)).toContainText('That is the one.');
});

test('another click is another answer, without a page load', async ({ page }) => {
  const graph = await openHome(page, 'zh');
  await frame(graph, 'libsystem_kernel.dylib`writev').click();
  await expect(reveal(page)).toContainText('writev');
  await expect(reveal(page)).toContainText('14%');
  await frame(graph, 'dyld`start').click();
  await expect(reveal(page)).toContainText('你点的是 start');
});

test('the question can be answered by keyboard alone', async ({ page }) => {
  const graph = await openHome(page);
  await graph.getByRole('treeitem').first().focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(reveal(page)).toBeVisible();
  await expect(page.locator('opening-question [data-status]')).not.toBeEmpty();
});

test('the answer leads to a lesson', async ({ page }) => {
  const graph = await openHome(page);
  await frame(graph, 'libsystem_kernel.dylib`writev').click();
  await page.getByRole('link', { name: 'See why' }).click();
  await expect(page).toHaveURL(/\/en\/lessons\/[\w-]+\/$/);
});

test('a wide screen shows the answer without moving the graph', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const graph = await openHome(page);
  const before = await graph.locator('.flame-picture').boundingBox();
  await frame(graph, 'libsystem_kernel.dylib`writev').click();
  await expect(reveal(page)).toBeInViewport({ ratio: 1 });
  expect((await graph.locator('.flame-picture').boundingBox())?.y).toBe(before?.y);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the graph is there, and the answer opens by itself', async ({ page }) => {
    await page.goto('/en/');
    await expect(page.locator('svg [role=treeitem]').first()).toBeVisible();
    const answer = page.locator('details').getByText('The largest is waking other threads');
    await expect(answer).toBeHidden();
    await page.getByText('Make up your mind').click();
    await expect(answer).toBeVisible();
  });
});

test('the course is listed in order, and a lesson that is written is a link', async ({ page }) => {
  await openHome(page);
  const sections = page.locator('.course [data-lesson] .section');
  await expect(sections).toHaveText([
    '0.1',
    '0.2',
    '1.1',
    '1.2',
    '1.3',
    '2.1',
    '2.2',
    '3.1',
    '3.2',
    '4.1',
    '4.2',
    '5',
  ]);
  await page.locator('[data-lesson="1-1-overview"] a').click();
  await expect(page).toHaveURL('/en/lessons/1-1-overview/');
});
