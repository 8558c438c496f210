import { expect, test, type Page } from '@playwright/test';
import { check, open, questionAt, quiz, status } from '../support/question-page.ts';

// One emptied context for all tests of the file: see playwright.config.ts.
test.use({ reuseContext: true });

const optionOf = (page: Page, text: RegExp) =>
  page.locator('.quiz-option').filter({ hasText: text });

test.describe('choice', () => {
  test('a wrong answer: the verdict, a reason for every option, and the focus stays', async ({
    page,
  }) => {
    await open(page, 'fifty-samples');
    await page.getByRole('radio', { name: /recording ran/ }).check();
    await check(page).click();
    await expect(status(page)).toHaveText('Not right.');
    const wrong = page.getByRole('radio', { name: /recording ran/ });
    await expect(wrong).toHaveAccessibleDescription(/^Not right.*A thread that waits/);
    const right = page.getByRole('radio', { name: /50 milliseconds of CPU time/ });
    await expect(right).toHaveAccessibleDescription(/^The right answer/);
    await expect(page.locator('.quiz-reason:visible')).toHaveCount(3);
    await expect(page.getByRole('button', { name: 'Try again' })).toBeFocused();
  });

  test('a marked answer can be read but not changed', async ({ page }) => {
    await open(page, 'fifty-samples');
    const wrong = page.getByRole('radio', { name: /recording ran/ });
    await wrong.check();
    await check(page).click();
    await optionOf(page, /CPU time, all/)
      .locator('label')
      .click({ force: true });
    await wrong.press('ArrowDown');
    await expect(wrong).toBeChecked();
  });

  test('trying again starts afresh, and the right answer is right', async ({ page }) => {
    await open(page, 'fifty-samples');
    await page.getByRole('radio', { name: /recording ran/ }).check();
    await check(page).click();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(status(page)).toBeEmpty();
    await expect(page.getByRole('heading', { name: 'What 50 samples measure' })).toBeFocused();
    await expect(page.locator('.quiz-reason:visible')).toHaveCount(0);
    await page.getByRole('radio', { name: /CPU time/ }).check();
    await check(page).click();
    await expect(status(page)).toHaveText('Right.');
  });

  test('by keyboard alone: Tab in, arrows choose, Ctrl+Enter checks', async ({ page }) => {
    await open(page, 'fifty-samples');
    await page.locator('.quiz-title').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('.quiz-option input').nth(1)).toBeChecked();
    await page.keyboard.press('Control+Enter');
    await expect(quiz(page)).toHaveAttribute('data-state', 'answered');
  });

  test('a digit chooses an option only while an option has the focus', async ({ page }) => {
    await open(page, 'fifty-samples');
    await page.keyboard.press('2');
    await expect(page.locator('.quiz-option input:checked')).toHaveCount(0);
    await page.locator('.quiz-option input').first().focus();
    await page.keyboard.press('3');
    await expect(page.locator('.quiz-option input').nth(2)).toBeChecked();
  });

  test('nothing chosen is no answer: it says what is missing and goes there', async ({ page }) => {
    await open(page, 'fifty-samples');
    await check(page).click();
    await expect(status(page)).toHaveText('Choose an option first.');
    await expect(page.locator('.quiz-option input').first()).toBeFocused();
    await expect(quiz(page)).not.toHaveAttribute('data-state', 'answered');
  });

  test('hints come one at a time', async ({ page }) => {
    await open(page, 'fifty-samples');
    await page.getByRole('button', { name: 'Hint' }).click();
    await expect(page.locator('.quiz-hints p:visible')).toHaveCount(1);
    await page.getByRole('button', { name: 'Next hint' }).click();
    await expect(page.locator('.quiz-hints p:visible')).toHaveCount(2);
    await expect(page.locator('[data-hint]')).toBeHidden();
  });
});

test('a link to a question opens it with the focus on its heading', async ({ page }) => {
  await page.goto(`${questionAt('fifty-samples')}#q-fifty-samples`);
  await expect(page.getByRole('heading', { name: 'What 50 samples measure' })).toBeFocused();
});

test('the answer of a question without a graph leads to the sample’s own', async ({ page }) => {
  await open(page, 'supported-by-fifty');
  await page.getByRole('checkbox').first().check();
  await check(page).click();
  await page.getByRole('link', { name: 'Show it on the graph' }).click();
  await expect(page).toHaveURL(/\/en\/samples\/share-these\/\?search=libsystem_kernel/);
});

test('a question that is read off a graph leads to one before it is answered', async ({ page }) => {
  await open(page, 'verify-what-the-pair-proves');
  const link = page.getByRole('link', { name: 'Open the profile’s graph in a new tab' });
  await expect(link).toHaveAttribute('href', '/en/samples/chunks-8k-1/');
  await expect(page.getByRole('link', { name: 'Open that of the second profile' })).toBeVisible();
  // A prediction is made before anything is seen.
  await open(page, 'predict-system-calls');
  await expect(link).toHaveCount(0);
});

test('? lists the keys, and Esc leads back', async ({ page }) => {
  await open(page, 'fifty-samples');
  const first = page.locator('.quiz-option input').first();
  await first.focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys in a question' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(first).toBeFocused();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('question, answer and every reason can be read', async ({ page }) => {
    await page.goto(questionAt('fifty-samples'));
    await expect(page.getByRole('radio')).toHaveCount(3);
    await expect(check(page)).toBeHidden();
    await page.getByText('Answer and explanation').click();
    const key = page.locator('.quiz-key');
    await expect(key).toContainText('✓ Right');
    await expect(key.locator('li')).toHaveCount(3);
    await expect(key).toContainText('A thread that waits is on no CPU');
  });

  test('a computed answer is said as well', async ({ page }) => {
    await page.goto(questionAt('weight-of-one-sample', 'zh'));
    await page.getByText('答案与解释').click();
    await expect(page.locator('.quiz-answer')).toContainText('2%');
  });
});
