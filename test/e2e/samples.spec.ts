import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';

// One emptied context for all tests of the file: see playwright.config.ts.
test.use({ reuseContext: true });

const cards = (page: Page) => page.locator('[data-gallery] li:visible .sample-card');
const status = (page: Page) => page.locator('sample-filter [role="status"]');

test.describe('the gallery’s filters', () => {
  test('leave what has everything that is chosen, say how many, and stand in the address', async ({
    page,
  }) => {
    await page.goto('/en/samples/');
    await expect(status(page)).toHaveText(/^All \d+ samples$/);
    const all = await cards(page).count();
    await page.getByLabel('Cause').selectOption('a contended lock');
    await expect(page).toHaveURL(/\?cause=lock-contention$/);
    expect(await cards(page).count()).toBeLessThan(all);
    await page.getByLabel('Counts').selectOption('off-CPU time');
    await expect(page).toHaveURL(/view=off-cpu/);
    for (const card of await cards(page).all()) await expect(card).toContainText('off-CPU time');
    await expect(page.locator('#on-cpu')).toBeHidden();
    await page.reload();
    await expect(status(page)).toHaveText(/^2 of \d+ samples$/);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(page).toHaveURL('/en/samples/');
    expect(await cards(page).count()).toBe(all);
  });

  test('say so when no sample is all of it', async ({ page }) => {
    await page.goto('/zh/samples/?language=Go&tool=perf');
    await expect(status(page)).toHaveText('没有同时符合这些条件的样本。');
    await expect(cards(page)).toHaveCount(0);
    await page.getByRole('button', { name: '显示全部' }).click();
    await expect(cards(page).first()).toBeVisible();
  });

  test('read nonsense in the address as nothing', async ({ page }) => {
    await page.goto('/en/samples/?cause=%3Cimg%3E&view=heap');
    await expect(page.getByLabel('Cause')).toHaveValue('');
    await expect(page.locator('#heap')).toBeVisible();
    await expect(page.locator('#off-cpu')).toBeHidden();
  });

  test('are not there without a script, and every sample is', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/en/samples/?cause=recursion');
    await expect(page.getByLabel('Cause')).toBeHidden();
    await expect(page.locator('#heap .sample-card').first()).toBeVisible();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`have no violation (${colorScheme})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto('/zh/samples/?cause=lock-contention');
      await expectAccessible(page, { onlyContrast: colorScheme === 'dark' });
    });
  }
});

test('a card leads to the lessons that use its sample', async ({ page }) => {
  await page.goto('/en/samples/');
  const card = page.locator('[data-sample="locks-one-off-cpu"]');
  await card.getByRole('link', { name: /^2\.2 / }).click();
  await expect(page).toHaveURL('/en/lessons/2-2-system-calls/');
});

test.describe('a sample’s own page', () => {
  test('shows what changed between it and its counterpart', async ({ page }) => {
    await page.goto('/en/samples/alloc-reuse/#compare');
    const graph = page.locator('#compare flame-graph');
    await expect(graph).toHaveClass(/is-live/);
    await expect(graph.locator('.flame-legend')).toContainText('less');
    await expect(graph.getByRole('treeitem', { name: /count_words/ }).first()).toBeVisible();
  });

  test('puts what is not comparable side by side, and says why', async ({ page }) => {
    await page.goto('/zh/samples/node-perf/');
    await expect(page.locator('#compare')).toHaveCount(0);
    await expect(page.locator('#beside')).toContainText('并不都出自程序本身');
    await expect(page.locator('#beside flame-graph')).toHaveCount(1);
  });

  test('does not tell what it is about before the reader has looked', async ({ page }) => {
    await page.goto('/en/samples/bound-memory/');
    const story = page.locator('.story');
    await expect(page.getByText('Read the graph first')).toBeVisible();
    await expect(story.getByText('no cache')).toBeHidden();
    await story.locator('summary').click();
    await expect(story.getByText('no cache')).toBeVisible();
    await expect(story.getByRole('heading', { name: 'What to look for' })).toBeVisible();
  });

  test('leads to the lessons and the questions about it', async ({ page }) => {
    await page.goto('/en/samples/locks-one/');
    await expect(page.getByRole('link', { name: '2.2 The cost of system calls' })).toBeVisible();
    await page.getByRole('link', { name: 'Prove that threads fight for a lock' }).click();
    await expect(page.locator('flame-quiz')).toBeVisible();
  });

  test('keeps a very deep graph as high as a screen, scrolled to its root', async ({ page }) => {
    await page.goto('/en/samples/locks-sharded/');
    const graph = page.locator('flame-graph').first();
    await expect(graph).toHaveClass(/is-live/);
    await graph.locator('.flame-picture').scrollIntoViewIfNeeded();
    const picture = await graph.locator('.flame-picture').boundingBox();
    expect(picture?.height).toBeLessThanOrEqual(800);
    await expect(graph.getByRole('treeitem', { name: /^all/ })).toBeInViewport();
  });
});
