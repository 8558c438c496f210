import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { fillQuestion } from '../support/fill-question.ts';

const quiz = (page: Page) => page.locator('flame-quiz:defined');

async function answerAndGoOn(page: Page): Promise<void> {
  await fillQuestion(page);
  const submit = page.locator('[type="submit"]:visible');
  await submit.click();
  if (await page.locator('.quiz-model:visible').count()) await submit.click();
  await expect(page.locator('flame-quiz')).toHaveAttribute('data-state', 'answered');
  await submit.click();
}

test.describe('practice', () => {
  test('filters the list, and says how many fit', async ({ page }) => {
    await page.goto('/en/practice/');
    const all = await page.locator('[data-card]:visible').count();
    await page.getByLabel('Kind').selectOption({ label: 'Choose one' });
    await expect.poll(() => page.locator('[data-card]:visible').count()).toBeLessThan(all);
    const left = await page.locator('[data-card]:visible').count();
    await expect(page.locator('.practice-count')).toContainText(String(left));
  });

  test('a session: one question after the other, then how it went and what to read', async ({
    page,
  }) => {
    await page.goto('/en/practice/?lesson=1-1-overview&kind=choice');
    await page.getByRole('button', { name: 'Start a session of 5' }).click();
    await expect(page.locator('.session-place')).toHaveText(/^Question 1 of \d$/);
    await expect(page.locator('.quiz-title')).toBeFocused();
    const count = Number(/of (\d)/.exec(await page.locator('.session-place').innerText())?.[1]);
    for (let place = 1; place <= count; place++) {
      await quiz(page).getByRole('radio').first().check();
      await page.getByRole('button', { name: 'Check' }).click();
      await page.locator('[type="submit"]').click();
    }
    await expect(page.getByRole('heading', { name: 'How it went' })).toBeFocused();
    await expect(page.locator('.session-results li')).toHaveCount(count);
  });

  test('Ctrl+Enter checks, then goes on', async ({ page }) => {
    await page.goto('/en/practice/?kind=choice&start=5');
    await quiz(page).getByRole('radio').first().check();
    await page.keyboard.press('Control+Enter');
    await expect(quiz(page)).toHaveAttribute('data-state', 'answered');
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('.session-place, h2')).toContainText([/Question 2|How it went/]);
  });

  test('a session that a reload interrupted can be taken up again', async ({ page }) => {
    await page.goto('/en/practice/?start=5');
    await quiz(page).waitFor();
    await answerAndGoOn(page);
    await expect(page.locator('.session-place')).toHaveText('Question 2 of 5');
    await page.goto('/en/practice/');
    await expect(page.locator('.practice-resume')).toContainText('question 2 of 5');
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.locator('.session-place')).toHaveText('Question 2 of 5');
  });

  test('a question that cannot be loaded is said, skipped, and costs nothing else', async ({
    page,
  }) => {
    await page.route('**/questions/**', (route) => route.abort());
    await page.goto('/en/practice/?start=5');
    await expect(page.locator('.session-question')).toContainText('could not be loaded');
  });

  test('what was missed can be filtered for', async ({ page }) => {
    await page.goto('/en/questions/fifty-samples/');
    await page.getByRole('radio', { name: /recording ran/ }).check();
    await page.getByRole('button', { name: 'Check' }).click();
    await expect(page.locator('.quiz-status')).toHaveText('Not right.');
    await page.goto('/en/practice/?state=missed');
    await expect(page.locator('[data-card]:visible')).toHaveCount(1);
    await expect(page.locator('.practice-count')).toHaveText('1 question');
  });

  test.describe('without a script', () => {
    test.use({ javaScriptEnabled: false });

    test('is a list of links to every question', async ({ page }) => {
      await page.goto('/en/practice/');
      await expect(page.locator('.practice-filter')).toBeHidden();
      await page.getByRole('link', { name: 'What 50 samples measure' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('What 50 samples measure');
    });
  });
});

test.describe('review', () => {
  /** Everything was answered two months ago. */
  async function answerLongAgo(page: Page): Promise<void> {
    await page.clock.setFixedTime(new Date('2026-06-01T10:00:00Z'));
    for (const id of ['fifty-samples', 'most-often-the-leaf']) {
      await page.goto(`/en/questions/${id}/`);
      await quiz(page).getByRole('radio').first().check();
      await page.getByRole('button', { name: 'Check' }).click();
      await expect(page.locator('flame-quiz')).toHaveAttribute('data-state', 'answered');
    }
    await page.clock.setFixedTime(new Date('2026-08-01T10:00:00Z'));
  }

  test('is empty at first, and says how questions come here', async ({ page }) => {
    await page.goto('/en/review/');
    await expect(page.locator('.review-due')).toContainText('Nothing is due.');
    await expect(page.getByRole('button', { name: 'Start the review' })).toBeHidden();
  });

  test('brings back what is due, and then it is not due any more', async ({ page }) => {
    await answerLongAgo(page);
    await page.goto('/en/review/');
    await expect(page.locator('.review-due')).toHaveText('2 questions are due.');
    await page.getByRole('button', { name: 'Start the review' }).click();
    await expect(page.locator('.session-place')).toHaveText('Question 1 of 2');
    for (let place = 0; place < 2; place++) {
      await quiz(page).waitFor();
      await quiz(page).getByRole('radio').first().check();
      await page.getByRole('button', { name: 'Check' }).click();
      await quiz(page).locator('[type="submit"]').click();
    }
    await page.getByRole('button', { name: 'Another session' }).click();
    await expect(page.locator('.review-due')).toContainText('Nothing is due.');
  });

  test('leaves an unfinished set of practice as it was, when it is left and when it is done', async ({
    page,
  }) => {
    const resume = page.locator('.practice-resume');
    await answerLongAgo(page);
    await page.goto('/en/practice/?kind=choice&start=5');
    await quiz(page).waitFor();
    await answerAndGoOn(page);
    const asked = await page.locator('.quiz-title').innerText();
    const review = async () => {
      await page.goto('/en/review/');
      await page.getByRole('button', { name: 'Start the review' }).click();
      await quiz(page).waitFor();
    };
    await review();
    await answerAndGoOn(page);
    await page.goto('/en/practice/');
    await expect(resume).toContainText('question 2 of 5');
    await review();
    await page.getByRole('button', { name: 'End the session' }).click();
    await expect(page.getByRole('heading', { name: 'How it went' })).toBeFocused();
    await page.goto('/en/practice/');
    await expect(resume).toContainText('question 2 of 5');
    await resume.getByRole('button', { name: 'Go on' }).click();
    await expect(page.locator('.session-place')).toHaveText('Question 2 of 5');
    await expect(page.locator('.quiz-title')).toHaveText(asked);
  });

  test('keeps the interview’s date, and nothing is due after it', async ({ page }) => {
    await answerLongAgo(page);
    await page.goto('/en/review/');
    await page.getByLabel('The day of your interview').fill('2026-08-11');
    await page.getByRole('button', { name: 'Keep the date' }).click();
    await expect(page.locator('.review-date-note')).toHaveText(
      'The interview is on August 11, 2026: 10 days left.',
    );
    await page.reload();
    await expect(page.locator('.review-date input')).toHaveValue('2026-08-11');
    await page.getByRole('button', { name: 'No date' }).click();
    await expect(page.locator('.review-date-note')).toContainText('stays on this device');
  });
});

test.describe('progress', () => {
  test('is calm when there is none, and points to the first lesson', async ({ page }) => {
    await page.goto('/en/progress/');
    await expect(page.locator('.progress-empty')).toBeVisible();
    await expect(page.locator('.progress-next a')).toHaveAttribute('href', /\/lessons\//);
  });

  test('two tabs stay in step', async ({ page, context }) => {
    await page.goto('/en/progress/');
    const other = await context.newPage();
    await other.goto('/en/questions/fifty-samples/');
    await quiz(other).getByRole('radio').first().check();
    await other.getByLabel('Sure', { exact: true }).check();
    await other.getByRole('button', { name: 'Check' }).click();
    await expect(page.locator('.progress-stored')).toHaveText('Kept in this browser: 1 entry.');
    await expect(page.locator('[data-rows="calibration"] tr')).toHaveCount(1);
  });

  test('goes out as a file, is erased, and comes back', async ({ page }) => {
    await page.goto('/en/questions/fifty-samples/');
    await quiz(page).getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Check' }).click();
    await expect(page.locator('flame-quiz')).toHaveAttribute('data-state', 'answered');
    await page.goto('/en/progress/');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    const path = await (await download).path();
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ flamewise: 'progress' });
    await page.getByRole('button', { name: 'Erase', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused();
    await page.getByRole('button', { name: 'Yes, erase it' }).click();
    await expect(page.locator('.progress-stored')).toContainText('0 entries');
    await page.locator('input[type="file"]').setInputFiles(path);
    await expect(page.locator('.progress-said')).toHaveText(
      '1 entry was added, 0 were here already.',
    );
  });

  test('refuses a file that is not its own, and changes nothing', async ({ page }) => {
    await page.goto('/en/progress/');
    await page.locator('input[type="file"]').setInputFiles({
      name: 'x.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"a":1}'),
    });
    await expect(page.locator('.progress-said')).toContainText('not an export of this site');
  });

  test('stored nonsense is set aside and offered', async ({ page }) => {
    await page.goto('/en/progress/');
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const request = indexedDB.open('flamewise', 1);
          request.onsuccess = () => {
            const transaction = request.result.transaction('events', 'readwrite');
            transaction.objectStore('events').put({ id: 'x', type: 'answer', attempt: 7 });
            transaction.oncomplete = () => resolve();
          };
        }),
    );
    await page.reload();
    await expect(page.locator('.progress-aside')).toContainText('1 stored entry');
  });

  test('digit keys can be switched off', async ({ page }) => {
    await page.goto('/en/progress/');
    await page.getByLabel(/Digits 1 to 9/).uncheck();
    await page.goto('/en/questions/fifty-samples/');
    await page.locator('.quiz-option input').first().focus();
    await page.keyboard.press('3');
    await expect(page.locator('.quiz-option input:checked')).toHaveCount(0);
  });
});

test.describe('accessibility and width', () => {
  const pages = ['practice', 'review', 'progress', 'mock', 'drills'];
  for (const [index, name] of pages.entries()) {
    const locale = index % 2 === 0 ? 'zh' : 'en';
    test(`${name} (${locale})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: index % 2 === 0 ? 'light' : 'dark' });
      await page.goto(`/${locale}/${name}/`);
      if (name === 'drills') {
        await page.locator('[data-start-drill]').click();
        await expect(page.locator('flame-graph')).toHaveClass(/is-live/);
      }
      await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 700 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    });
  }
});
