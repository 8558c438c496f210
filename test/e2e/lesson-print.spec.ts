import { expect, test, type Page } from '@playwright/test';

async function openLesson(page: Page): Promise<void> {
  await page.goto('/en/lessons/1-1-overview/');
  await expect(page.locator('lesson-graph flame-graph')).toHaveClass(/is-live/);
}

test('on paper the graph stands in the text’s column and nothing asks to be pressed', async ({
  page,
}) => {
  await openLesson(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.site-header')).toBeHidden();
  await expect(page.getByRole('link', { name: 'Show on the graph' }).first()).toBeHidden();
  const position = await page
    .locator('lesson-graph')
    .evaluate((el) => getComputedStyle(el).position);
  expect(position).toBe('static');
});

test.describe('on paper', () => {
  const print = (page: Page, name: 'beforeprint' | 'afterprint') =>
    page.evaluate((event) => void dispatchEvent(new Event(event)), name);

  test('every step brings the graph as it sets it, and the answers stand at the end', async ({
    page,
  }) => {
    await openLesson(page);
    const stills = page.locator('.step-still > svg');
    // What paper needs is loaded with the first thing that the reader does.
    await page.keyboard.press('Control');
    await expect(async () => {
      await print(page, 'afterprint');
      await print(page, 'beforeprint');
      expect(await stills.count()).toBeGreaterThan(1);
    }).toPass();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('lesson-graph')).toBeHidden();
    const drawings = await stills.evaluateAll((all) => all.map((svg) => svg.innerHTML));
    for (const [i, drawing] of drawings.entries()) expect(drawing).not.toBe(drawings[i - 1]);
    const answers = page.locator('.print-answers');
    await expect(
      answers.getByRole('heading', { name: 'Answers', includeHidden: true }),
    ).toBeVisible();
    expect(await answers.locator('.print-answer').count()).toBe(
      await page.locator('flame-quiz').count(),
    );
    await expect(page.locator('flame-quiz .quiz-answer').first()).toBeHidden();
    await print(page, 'afterprint');
    await expect(stills).toHaveCount(0);
    await expect(answers).toHaveCount(0);
  });

  for (const [locale, said] of [
    ['en', 'Marked here: __psynch_cvsignal'],
    ['zh', '图上标出： __psynch_cvsignal'],
  ] as const) {
    test(`what is marked and has no room for its name is named, and fields say what they offer (${locale})`, async ({
      page,
    }) => {
      await page.goto(`/${locale}/lessons/2-2-system-calls/`);
      await page.keyboard.press('Control');
      await expect(async () => {
        await print(page, 'afterprint');
        await print(page, 'beforeprint');
        expect(await page.locator('.step-still').count()).toBeGreaterThan(1);
      }).toPass();
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.step-still figcaption', { hasText: said }).first()).toBeVisible();
      const offered = page.locator('.quiz-match + .print-choices');
      await expect(offered.locator('li').first()).toBeVisible();
      await print(page, 'afterprint');
      await expect(offered).toHaveCount(0);
    });
  }
});
