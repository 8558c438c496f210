import { expect, test, type Page } from '@playwright/test';
import { fillQuestion } from '../support/fill-question.ts';

// One emptied context for all tests of the file: see playwright.config.ts.
test.use({ reuseContext: true });

test.describe('a mock interview', () => {
  async function begin(page: Page, locale = 'en'): Promise<void> {
    await page.goto(`/${locale}/mock/`);
    await page.locator('[name="minutes"][value="10"]').check();
    await page.locator('.mock-setup [type="submit"]').click();
    await expect(page.locator('flame-quiz:visible')).toHaveCount(1);
  }

  for (const locale of ['en', 'zh']) {
    test(`from the first question to the report (${locale})`, async ({ page }) => {
      test.setTimeout(120_000);
      await begin(page, locale);
      await expect(page.locator('.site-header')).toBeHidden();
      for (let i = 0; i < 30 && !(await page.locator('.mock-overview').isVisible()); i++) {
        await fillQuestion(page);
        await page.keyboard.press('Alt+n');
        await page.waitForTimeout(150);
      }
      await expect(page.locator('.mock-overview')).toBeVisible();
      await expect(page.locator('.quiz-reason:visible')).toHaveCount(0);
      await page.locator('.mock-overview .button-main').click();
      await expect(page.locator('.mock-report, .quiz-model:visible').first()).toBeVisible();
      if (await page.locator('.quiz-model:visible').count()) {
        await page.locator('.session-actions .button-main').last().click();
      }
      await expect(page.locator('.mock-report h2').first()).toBeFocused();
      await expect(page.locator('.mock-score').first()).toContainText(/\d/);
      await page.goto(`/${locale}/mock/`);
      await expect(page.locator('.mock-history li')).toHaveCount(1);
    });
  }

  test('asks only from the sections that are ticked, and from each of them', async ({ page }) => {
    await page.goto('/en/mock/');
    const wanted = ['0-2-how-sure', '5-1-verify'];
    for (const lesson of wanted) await page.locator(`[name="lesson"][value="${lesson}"]`).check();
    const lessons = await page.locator('.practice-payload').evaluate((element) => {
      const { cards } = JSON.parse(element.textContent) as {
        cards: { title: string; lesson: string }[];
      };
      return Object.fromEntries(cards.map(({ title, lesson }) => [title, lesson]));
    });
    await page.locator('.mock-setup [type="submit"]').click();
    await page.getByRole('button', { name: 'Overview' }).click();
    const titles = await page.locator('.mock-overview li button').allInnerTexts();
    expect([...new Set(titles.map((title) => lessons[title]))].sort()).toEqual(wanted);
  });

  test('goes on after a reload where it stood', async ({ page }) => {
    await begin(page);
    await fillQuestion(page);
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await expect(page.locator('.session-place')).toContainText('Question 2');
    await page.getByRole('button', { name: 'Flag' }).click();
    await page.reload();
    await expect(page.locator('.practice-resume')).toContainText('1 of');
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.locator('.session-place')).toContainText('Question 2');
    await expect(page.getByRole('button', { name: '⚑ Flagged' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  test.describe('handed in after a reload', () => {
    // The second is answered by a frame that its list has not.
    const ids = ['most-often-the-leaf', 'diff-where-the-stacks-part', 'one-core-is-full'];

    /** Answers two questions of three, comes back after a reload, and goes on to the end. */
    async function comeBack(page: Page): Promise<void> {
      await page.addInitScript(
        (state) => {
          localStorage['flamewise-mock'] ??= state;
        },
        JSON.stringify({ ids, limit: 0, used: 0, current: 0, answers: {} }),
      );
      await page.goto('/en/mock/');
      await page.getByRole('button', { name: 'Go on' }).click();
      await fillQuestion(page);
      await page.getByRole('button', { name: 'Next', exact: true }).click();
      // As the server painted it, it takes no choice yet.
      await expect(page.locator('flame-graph.is-live:visible')).toHaveCount(1);
      await page.getByRole('treeitem', { name: /^run_reuse, .*only after/ }).click();
      await page.getByRole('button', { name: 'Next', exact: true }).click();
      await expect(page.locator('.session-place')).toContainText('Question 3');
      await page.reload();
      await page.getByRole('button', { name: 'Go on' }).click();
      await expect(page.locator('flame-quiz:visible')).toHaveCount(1);
      await page.getByRole('button', { name: 'Overview' }).click();
    }
    const handIn = (page: Page) => page.locator('.mock-overview .button-main');
    const marked = (page: Page) =>
      page
        .locator('.mock-answers flame-quiz[data-outcome]')
        .evaluateAll((all) => all.map(({ id }) => id.slice('q-'.length)));

    test('answers count, also those that were not looked at again', async ({ page }) => {
      await comeBack(page);
      await handIn(page).click();
      await expect(page.locator('.mock-report h2').first()).toBeFocused();
      // What was left open is left open.
      expect(await marked(page)).toEqual(ids.slice(0, 2));
      const first = page.locator(`.mock-answers #q-${ids[0]}`);
      await expect(first.locator('input[name="answer"]:checked')).toHaveCount(1);
      await expect(page.locator(`#q-${ids[1]}`)).toHaveAttribute('data-outcome', 'right');
    });

    test('without a network it says so, and works when that is back', async ({ page }) => {
      await comeBack(page);
      await page.route('**/questions/**', (route) => route.abort());
      await handIn(page).click();
      await expect(page.locator('.session-status')).toContainText('Your answers are kept');
      await page.unroute('**/questions/**');
      await handIn(page).dblclick();
      await expect(page.locator('.mock-report h2').first()).toBeFocused();
      expect(await marked(page)).toEqual(ids.slice(0, 2));
    });
  });

  test('the report has no clock of an answer in it, and on paper the graph of a question', async ({
    page,
  }) => {
    test.setTimeout(90_000);
    const ids = ['one-core-is-full', 'hot-where-is-parse', 'memory-own-code-that-keeps'];
    await page.addInitScript(
      (state) => {
        localStorage['flamewise-mock'] ??= state;
      },
      JSON.stringify({ ids, limit: 0, used: 0, current: 0, answers: {} }),
    );
    await page.goto('/en/mock/');
    await page.getByRole('button', { name: 'Go on' }).click();
    await fillQuestion(page);
    await page.getByRole('button', { name: 'Start the clock' }).click();
    await expect(page.locator('.quiz-timer')).toContainText('s left');
    await page.getByRole('button', { name: 'Overview' }).click();
    await page.locator('.mock-overview .button-main').click();
    await expect(page.locator('.quiz-model:visible')).toBeVisible();
    await expect(page.locator('.quiz-timer:visible')).toHaveCount(0);
    await page.locator('.session-actions .button-main').last().click();
    await expect(page.locator('.mock-report h2').first()).toBeFocused();
    await expect(page.locator('.quiz-timer:visible')).toHaveCount(0);

    const graphs = page.locator('.mock-answers flame-graph');
    await expect(graphs).toHaveCount(2);
    for (const graph of await graphs.all()) await expect(graph).toHaveClass(/is-live/);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    for (const graph of await graphs.all()) {
      const picture = graph.locator('.flame-picture svg:visible, .flame-print svg:visible').first();
      await expect(picture).toBeVisible();
      expect((await picture.boundingBox())?.height).toBeGreaterThan(50);
    }
    for (const answer of await page.locator('.mock-answers .quiz-answer').all()) {
      await expect(answer.locator(':scope > :not(summary):visible').first()).toBeVisible();
    }
  });

  test('the clock can be stopped, and its end is only said', async ({ page }) => {
    await page.clock.install({ time: new Date('2026-08-01T10:00:00Z') });
    await begin(page);
    await page.clock.fastForward(60_000);
    await expect(page.locator('.mock-timer')).toContainText(/^8:5\d left|^9:00 left/);
    await page.getByRole('button', { name: 'Pause' }).click();
    const stopped = await page.locator('.mock-timer').innerText();
    await page.clock.fastForward(300_000);
    await expect(page.locator('.mock-timer')).toHaveText(stopped);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.clock.fastForward(600_000);
    await expect(page.locator('.session-status')).toContainText('Time is up.');
    await expect(page.locator('.mock-timer')).toContainText('over');
  });

  test('a link shows the scores that are in it, and nothing else', async ({ page }) => {
    await page.goto('/en/mock/#score=7%2F9&minutes=18&date=2026-08-01&skills=tools%3A1%3A2');
    await expect(page.locator('.mock-shared')).toContainText('7 of 9 points');
    await expect(page.locator('.mock-shared')).toContainText('Which tool for which question');
    await page.goto('/en/mock/#score=%3Cimg%20src%3Dx%3E');
    await page.reload();
    await expect(page.locator('.mock-shared')).toBeHidden();
  });
});

test.describe('drills', () => {
  test('a link repeats a drill; the next one is another', async ({ page }) => {
    await page.goto('/en/drills/#seed=abc&level=2');
    const prompt = await page.locator('.drill-title').innerText();
    await page.reload();
    await expect(page.locator('.drill-title')).toHaveText(prompt.replaceAll('\n', ' '));
    await page.getByRole('button', { name: 'Start' }).click();
    await expect(page).not.toHaveURL(/seed=abc/);
  });

  test('say so when they cannot be loaded', async ({ page }) => {
    await page.goto('/en/drills/', { waitUntil: 'networkidle' });
    await page.route('**/_astro/**', (route) => route.abort());
    await page.getByRole('button', { name: 'Start' }).click();
    await expect(page.locator('.drill-said')).toContainText('Are you offline?');
  });

  test('is marked at once, with a reason, and goes on', async ({ page }) => {
    await page.goto('/en/drills/');
    await page.getByLabel(/Five-second mode/).check();
    await page.getByRole('button', { name: 'Start' }).click();
    await expect(page.locator('.drill-clock')).toBeVisible();
    for (let i = 1; i <= 3; i++) {
      await page.locator('flame-quiz:not([data-state]) .quiz-option input').first().check();
      await page.keyboard.press('Control+Enter');
      await expect(page.locator('.quiz-reason:visible')).toHaveCount(3);
      await expect(page.locator('.drill-score')).toContainText(`of ${i} in this sitting`);
      await page.getByRole('button', { name: 'Next drill' }).click();
    }
  });

  test('choose the cause on the generated graph', async ({ page }) => {
    await page.goto('/en/drills/');
    for (let seed = 0; seed < 60; seed++) {
      await page.evaluate((hash) => (location.hash = hash), `seed=pick-${seed}&level=1`);
      await expect(page.locator('drill-page')).toHaveAttribute(
        'data-drill',
        new RegExp(`pick-${seed}&`),
      );
      if (await page.locator('[data-kind="click-frame"]').count()) break;
    }
    await expect(page.locator('flame-graph')).toHaveClass(/is-live/);
    await page.getByRole('treeitem').nth(2).click();
    await page.getByRole('button', { name: 'Check' }).click();
    await expect(page.locator('.quiz-note[data-note="why"]')).toBeVisible();
  });
});
