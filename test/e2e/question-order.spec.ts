import { expect, test, type Page } from '@playwright/test';
import { check, open, status } from '../support/question-page.ts';

test.describe('order', () => {
  const steps = (page: Page) =>
    page
      .locator('.quiz-order > li')
      .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['part']));
  const right = ['sample', 'fold', 'sort', 'draw'];

  async function arrange(page: Page, move: (name: string) => Promise<void>): Promise<void> {
    for (const [place, step] of right.entries()) {
      for (let tries = 0; (await steps(page)).indexOf(step) > place && tries < 5; tries++) {
        await move(step);
      }
    }
  }

  test('by buttons, and each move is said', async ({ page }) => {
    await open(page, 'making-a-flame-graph');
    await arrange(page, (step) =>
      page.locator(`.quiz-order > [data-part="${step}"] [data-move="up"]`).click(),
    );
    await expect(status(page)).toHaveText(/place \d of 4\.$/);
    await check(page).click();
    await expect(status(page)).toHaveText('Right.');
  });

  test('by Alt and the arrow keys, and the focus goes along', async ({ page }) => {
    await open(page, 'making-a-flame-graph');
    await arrange(page, async (step) => {
      const button = page.locator(`.quiz-order > [data-part="${step}"] [data-move="up"]`);
      await button.focus();
      await page.keyboard.press('Alt+ArrowUp');
      await expect(button).toBeFocused();
    });
    await page.keyboard.press('Control+Enter');
    await expect(status(page)).toHaveText('Right.');
  });

  test('buttons that do nothing say so, also after the steps stand in another order', async ({
    page,
  }) => {
    const live = (move: string) =>
      page.locator(`.quiz-order [data-move="${move}"]:not([aria-disabled="true"])`);
    const first = page.locator('.quiz-order > li').first().locator('[data-move="up"]');
    const last = page.locator('.quiz-order > li').last().locator('[data-move="down"]');
    const expectEnds = async () => {
      await expect(first).toHaveAttribute('aria-disabled', 'true');
      await expect(last).toHaveAttribute('aria-disabled', 'true');
      await expect(live('up')).toHaveCount(3);
      await expect(live('down')).toHaveCount(3);
    };
    await open(page, 'making-a-flame-graph');
    await expectEnds();
    await check(page).click();
    await expect(live('up')).toHaveCount(0);
    await expect(live('down')).toHaveCount(0);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expectEnds();
  });

  test('by dragging', async ({ page }) => {
    await open(page, 'making-a-flame-graph');
    const before = await steps(page);
    const first = page.locator('.quiz-order > li').first();
    const last = await page.locator('.quiz-order > li').last().boundingBox();
    const from = await first.boundingBox();
    if (last === null || from === null) throw new Error('the list is not shown');
    await page.mouse.move(from.x + 60, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, last.y + last.height / 2 + 5, { steps: 12 });
    await page.mouse.up();
    expect(await steps(page)).toEqual([...before.slice(1), before[0]]);
  });
});
