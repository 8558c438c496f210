import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';

/** One question of every kind. */
const questions = [
  'fifty-samples',
  'supported-by-fifty',
  'weight-of-one-sample',
  'wider-than-the-widest',
  'making-a-flame-graph',
  'what-a-system-call-does',
  'which-profile-shows-it',
  'lock-that-protects-nothing',
  'kernel-heavy-graph',
  'predict-system-calls',
];

/** Any complete answer, right or not. */
async function answer(page: Page): Promise<void> {
  const graph = page.locator('flame-quiz flame-graph');
  if ((await graph.count()) > 0) {
    await expect(graph).toHaveClass(/is-live/);
    await page.getByRole('treeitem').nth(3).click();
  }
  for (const select of await page.locator('.quiz-match select').all()) {
    await select.selectOption({ index: 1 });
  }
  for (const row of await page.locator('.quiz-matrix tr[data-part]').all()) {
    await row.getByRole('radio').first().check();
  }
  for (const set of await page.locator('.quiz-options, .quiz-lines').all()) {
    await set.locator('input').first().check();
  }
  const field = page.locator('.quiz-number input, .quiz-open textarea');
  if ((await field.count()) > 0) await field.fill('44'.repeat(70));
  await page.locator('[type="submit"]').click();
  if (await page.locator('.quiz-model').isVisible()) await page.locator('[type="submit"]').click();
}

for (const [index, id] of questions.entries()) {
  const locale = index % 2 === 0 ? 'en' : 'zh';
  const theme = index % 3 === 0 ? 'dark' : 'light';

  test.describe(`${id} (${locale}, ${theme})`, () => {
    test.use({ colorScheme: theme });

    test('has no violation, asked or answered, and fits a screen of 320 px', async ({ page }) => {
      await page.goto(`/${locale}/questions/${id}/`);
      await expectAccessible(page, { within: 'flame-quiz' });
      await page.setViewportSize({ width: 320, height: 700 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(overflow, 'pixels too wide at 320').toBe(0);
      await page.setViewportSize({ width: 1280, height: 800 });
      await answer(page);
      await expect(page.locator('flame-quiz')).toHaveAttribute('data-state', 'answered');
      await expectAccessible(page, { within: 'flame-quiz' });
    });
  });
}

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

  test('a question is answered by tapping', async ({ page }) => {
    await page.goto('/en/questions/supported-by-fifty/');
    const options = page.locator('.quiz-option label');
    await options.filter({ hasText: 'More than half of the CPU time' }).tap();
    await options.filter({ hasText: 'covers about half' }).tap();
    await page.getByRole('button', { name: 'Check' }).tap();
    await expect(page.locator('.quiz-status')).toHaveText('Right.');
  });

  test('steps are moved by tapping buttons of at least 24 px', async ({ page }) => {
    await page.goto('/en/questions/making-a-flame-graph/');
    const button = page.locator('[data-move="down"]').first();
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    await button.tap();
    await expect(page.locator('.quiz-status')).toHaveText(/place 2 of 4\.$/);
  });
});
