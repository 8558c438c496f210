import { expect, test, type Page } from '@playwright/test';
import { check, open, status } from '../support/question-page.ts';

/** How many answers are in the browser's database. */
const keptAnswers = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('flamewise', 1);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const count = request.result.transaction('events').objectStore('events').count();
          count.onsuccess = () => resolve(count.result);
        };
      }),
  );

test.describe('memory', () => {
  test('an answer is there again after a reload, with its verdict', async ({ page }) => {
    await open(page, 'fifty-samples');
    await page.getByRole('radio', { name: /recording ran/ }).check();
    await check(page).click();
    await expect(status(page)).toHaveText('Not right.');
    await page.reload();
    await expect(status(page)).toHaveText(
      'Not right. Your last answer is kept. You can try again.',
    );
    await expect(page.getByRole('radio', { name: /recording ran/ })).toBeChecked();
  });

  test('answers are kept where the page is left in the moment of the verdict', async ({ page }) => {
    const rounds = 10;
    await open(page, 'fifty-samples');
    await page.getByRole('radio', { name: /CPU time/ }).check();
    await check(page).click();
    await expect.poll(() => keptAnswers(page)).toBe(1);
    for (let round = 0; round < rounds; round++) {
      await open(page, 'fifty-samples');
      await expect(status(page)).toContainText('Your last answer is kept.');
      await page.evaluate(() => {
        const form = document.querySelector<HTMLFormElement>('flame-quiz form');
        // Two answers: after the first, the log has something to tell and to read.
        for (let answer = 0; answer < 2; answer++) {
          form?.requestSubmit(); // "Try again"
          form?.querySelector<HTMLElement>('[type="radio"]')?.click();
          form?.requestSubmit();
        }
        location.assign('/en/offline/');
      });
      await page.waitForURL('**/en/offline/');
    }
    await page.goto('/en/progress/');
    expect(await keptAnswers(page)).toBe(1 + 2 * rounds);
  });

  test('the options stand in the same order after a reload', async ({ page }) => {
    await open(page, 'fifty-samples');
    const order = () =>
      page.locator('.quiz-option').evaluateAll((all) => all.map((o) => o.textContent));
    const before = await order();
    await page.reload();
    expect(await order()).toEqual(before);
  });

  test('a frame that only the graph has is there again, on the graph and in words', async ({
    page,
  }) => {
    await open(page, 'diff-where-the-stacks-part');
    await expect(page.locator('flame-quiz flame-graph')).toHaveClass(/is-live/);
    await page.getByRole('treeitem', { name: /^run_reuse, .*only after/ }).click();
    await check(page).click();
    await expect(status(page)).toHaveText('Right.');
    await page.reload();
    await expect(status(page)).toContainText('Your last answer is kept.');
    await expect(page.locator('.quiz-chosen')).toContainText('run_reuse');
    const graph = page.locator('flame-quiz flame-graph');
    await expect(graph).toHaveClass(/is-live/);
    await expect(graph.getByRole('treeitem', { selected: true })).toHaveAccessibleName(
      /^run_reuse, /,
    );
  });

  test('both languages share an answer', async ({ page }) => {
    await open(page, 'fifty-samples');
    await page.getByRole('radio', { name: /CPU time/ }).check();
    await check(page).click();
    await expect(status(page)).toHaveText('Right.');
    await open(page, 'fifty-samples', 'zh');
    await expect(status(page)).toHaveText('答对了。上次的作答还在，可以再试一次。');
  });

  test('a browser that stores nothing still marks, and says so', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', { value: undefined });
    });
    await open(page, 'fifty-samples');
    await page.getByRole('radio', { name: /CPU time/ }).check();
    await check(page).click();
    await expect(status(page)).toHaveText('Right.');
    await expect(page.locator('.quiz-unstored')).toContainText('until you close it');
  });

  test('stored nonsense breaks nothing', async ({ page }) => {
    await open(page, 'fifty-samples');
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('flamewise', 1);
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            const transaction = request.result.transaction('events', 'readwrite');
            transaction.objectStore('events').put({ id: 'x', type: 'answer', attempt: 7 });
            transaction.oncomplete = () => resolve();
          };
        }),
    );
    await page.reload();
    await page.getByRole('radio', { name: /CPU time/ }).check();
    await check(page).click();
    await expect(status(page)).toHaveText('Right.');
  });
});
