import { expect, type Locator, type Page } from '@playwright/test';

/** What the browser tests of questions look for on a question's own page. */
export const questionAt = (id: string, locale = 'en') => `/${locale}/questions/${id}/`;
export const quiz = (page: Page): Locator => page.locator('flame-quiz');
export const status = (page: Page): Locator => page.locator('.quiz-status');
export const check = (page: Page): Locator => page.getByRole('button', { name: 'Check' });

/** Opens a question and waits until it can be answered. */
export async function open(page: Page, id: string, locale = 'en'): Promise<void> {
  await page.goto(questionAt(id, locale));
  await expect(page.locator('flame-quiz:defined')).toHaveCount(1);
}
