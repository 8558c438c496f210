import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';

const open = async (page: Page, locale = 'en') => {
  await page.goto(`/${locale}/lessons/4-2-landscape/#sort-questions`);
  const widget = page.locator('tool-sort');
  await widget.scrollIntoViewIfNeeded();
  // The element comes when the reader comes near; it makes the questions draggable.
  await expect(widget.locator('.tool-sort-question').first()).toHaveAttribute('draggable', 'true');
  return widget;
};

test('a reader takes a question to a tool by keyboard, and sees what that tool sees', async ({
  page,
}) => {
  const widget = await open(page);
  const question = widget.locator('[data-question="waiting"]');
  await question.getByRole('radio', { name: 'On-CPU stacks' }).focus();
  await page.keyboard.press('Space');
  await expect(question.getByText('It cannot answer this.').first()).toBeVisible();
  await expect(question.getByText('a sleeping thread gives no sample')).toBeVisible();
  const figure = question.getByRole('figure');
  await expect(figure).toHaveCount(1);
  await expect(figure).toContainText('Four threads, one lock · 7,076 samples');

  await page.keyboard.press('ArrowRight');
  await expect(question.getByText('Yes, first.')).toBeVisible();
  await expect(figure).toContainText('off-CPU');
  const shelf = widget.locator('[data-shelf="off-cpu"]');
  await expect(shelf).toContainText('✓ Slow on little CPU');
  await expect(widget.locator('[data-shelf="on-cpu"] li')).toHaveCount(0);
  await expect(widget.locator('.tool-sort-sum')).toContainText('1 of 6 questions');
});

test('the same two pictures answer two opposite questions', async ({ page }) => {
  const widget = await open(page);
  for (const [question, tool] of [
    ['growing', 'Live heap'],
    ['asking', 'Allocations'],
  ] as const) {
    const card = widget.locator(`[data-question="${question}"]`);
    await card.getByRole('radio', { name: tool }).check({ force: true });
    await expect(card.locator('.tool-sort-why').filter({ visible: true })).toHaveAttribute(
      'data-fit',
      'right',
    );
  }
  await widget.getByRole('button', { name: 'Start again' }).click();
  await expect(widget.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(widget.getByRole('figure')).toHaveCount(0);
});

test('a question can be dragged onto a tool', async ({ page }) => {
  const widget = await open(page, 'zh');
  const question = widget.locator('[data-question="on-the-wire"]');
  // The last question: the tools are above the screen until it is dragged.
  await question.locator('.tool-sort-question').hover();
  await page.mouse.down();
  await page.mouse.move(500, 500, { steps: 3 });
  await expect(widget).toHaveAttribute('data-dragging');
  await widget.locator('[data-shelf="packets"]').hover();
  await page.mouse.up();
  await expect(question.getByRole('radio', { name: '数据包' })).toBeChecked();
  await expect(widget.locator('[data-shelf="packets"]')).toContainText('✓ 发了两遍');
});

test('it has no fault that axe finds, with an answer open', async ({ page }) => {
  const widget = await open(page);
  await widget.locator('[data-question="running"] input').first().check({ force: true });
  await expectAccessible(page, { within: 'tool-sort' });
});

test('without a script the answers can be opened', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/en/lessons/4-2-landscape/');
  const first = page.locator('[data-question="waiting"]');
  await first.getByText('Answer: Off-CPU').click();
  await expect(
    first.getByText('requests stood in futex_wait').filter({ visible: true }),
  ).toHaveCount(1);
  await context.close();
});
