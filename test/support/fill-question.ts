import { expect, type Page } from '@playwright/test';

/** Puts any complete answer into the question on the screen. */
export async function fillQuestion(page: Page): Promise<void> {
  const shown = page.locator('flame-quiz:visible');
  await expect(shown).toHaveCount(1);
  await shown.evaluate((question) => {
    const all = <T extends Element>(selector: string) => [
      ...question.querySelectorAll<HTMLElement & T>(selector),
    ];
    for (const set of all('.quiz-options, .quiz-lines, .quiz-matrix tr[data-part]')) {
      set.querySelector<HTMLInputElement>('input')?.click();
    }
    for (const select of all<HTMLSelectElement>('select')) {
      select.selectedIndex = 1;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      select.dispatchEvent(new Event('input', { bubbles: true }));
    }
    for (const field of all<HTMLInputElement>('.quiz-number input, textarea')) {
      field.value = question.querySelector('textarea') === null ? '44' : 'words '.repeat(60);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    question.querySelector<HTMLElement>('[data-move="down"]')?.click();
  });
}
