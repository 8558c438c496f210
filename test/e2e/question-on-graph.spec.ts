import { expect, test, type Page } from '@playwright/test';
import { check, open, status } from '../support/question-page.ts';

test.describe('click the frame', () => {
  const live = async (page: Page) => {
    await open(page, 'wider-than-the-widest');
    await expect(page.locator('flame-quiz flame-graph')).toHaveClass(/is-live/);
  };

  test('by mouse', async ({ page }) => {
    await live(page);
    await page.getByRole('treeitem', { name: /Context::run_task/ }).click();
    await expect(page.locator('.quiz-chosen')).toContainText('run_task');
    await check(page).click();
    await expect(status(page)).toHaveText('Right.');
  });

  test('by keyboard: arrows move, Enter marks', async ({ page }) => {
    await live(page);
    await page.locator('[role="treeitem"][tabindex="0"]').focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(page.locator('.quiz-chosen')).toContainText('thread_start');
    await page.keyboard.press('Control+Enter');
    await expect(status(page)).toHaveText('Right.');
  });

  test('from the list of the same frames', async ({ page }) => {
    await live(page);
    await page.getByText('Choose from a list instead').click();
    const list = page.getByRole('combobox', { name: 'Frame' });
    const near = await list
      .locator('option[value^=";"]')
      .filter({ hasText: 'UpgradeableConnection::poll' })
      .getAttribute('value');
    await list.selectOption(near);
    await check(page).click();
    await expect(page.locator('[data-note="near-as-wide"]')).toBeVisible();
  });

  test('on a comparison: a box that only the second profile has', async ({ page }) => {
    await open(page, 'diff-where-the-stacks-part');
    await expect(page.locator('flame-quiz flame-graph')).toHaveClass(/is-live/);
    await page.getByRole('treeitem', { name: /^run_reuse, .*only after/ }).click();
    await expect(page.locator('.quiz-chosen')).toContainText('run_reuse');
    await check(page).click();
    await expect(status(page)).toHaveText('Right.');
  });

  test('shows the answer on the graph', async ({ page }) => {
    await live(page);
    await page.getByRole('treeitem', { name: /Context::run_task/ }).click();
    await check(page).click();
    await page.getByRole('link', { name: 'Show it on the graph' }).click();
    const highlight = await page
      .locator('flame-graph')
      .evaluate(
        (graph) => (graph as HTMLElement & { view: { highlight: string[] } }).view.highlight,
      );
    expect(highlight).toHaveLength(9);
  });
});
