import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { importProfile } from '../../src/lib/flame/index.ts';
import { fillQuestion } from '../support/fill-question.ts';
import { chooseFiles, expectOpen, smallFolded } from '../support/lab-page.ts';
import { SiteCopy } from '../support/site-copy.ts';

/** What the way through the site is called in each language. */
const words = {
  en: {
    see: 'See why',
    practice: 'Practice',
    review: 'Start the review',
    lab: 'Lab',
    offline: 'Read offline',
    save: 'Save for offline',
    saved: 'The site now opens without a network',
    due: (count: number) => `${count} questions are due.`,
    noneDue: 'Nothing is due.',
    folded: 'folded',
  },
  zh: {
    see: '看看为什么',
    practice: '练习',
    review: '开始复习',
    lab: '实验室',
    offline: '离线阅读',
    save: '保存到本机，离线可用',
    saved: '没有网络也能打开',
    due: (count: number) => `有 ${count} 道题该复习了。`,
    noneDue: '现在没有要复习的。',
    folded: '折叠栈',
  },
} as const;

const quiz = (page: Page) => page.locator('flame-quiz:visible');

/** Days of the newcomer's: answers of the first are due on the second. */
const first = new Date('2026-07-01T10:00:00Z');
const aMonthLater = new Date('2026-08-01T10:00:00Z');

/** Takes the profile away as `name`, from the button in the lab. */
async function takeAway(page: Page, name: string): Promise<Buffer> {
  const part = page.locator('.lab-part', { has: page.locator('#lab-take') });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    part.getByRole('button', { name, exact: true }).click(),
  ]);
  return readFileSync(await download.path());
}

/** Answers the one question on the screen, and goes on. */
async function answer(page: Page): Promise<void> {
  await quiz(page).waitFor();
  await fillQuestion(page);
  const submit = quiz(page).locator('[type="submit"]');
  await submit.click();
  if (await page.locator('.quiz-model:visible').count()) await submit.click();
  await expect(quiz(page)).toHaveAttribute('data-state', 'answered');
  await submit.click();
}

for (const [locale, told] of Object.entries(words)) {
  test(`a newcomer’s way, from the first question to the site in airplane mode (${locale})`, async ({
    page,
    context,
  }) => {
    test.setTimeout(90_000);
    await page.clock.setFixedTime(first);
    let answered = 0; // questions, each once
    const site = await SiteCopy.make();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    try {
      await test.step('the home page asks, and the answer leads to a lesson', async () => {
        await page.goto(`${site.address}/${locale}/`);
        const graph = page.locator('opening-question flame-graph');
        await expect(graph).toHaveClass(/is-live/);
        await graph
          .getByRole('treeitem', { name: /writev/ })
          .first()
          .click();
        await page.getByRole('link', { name: told.see }).first().click();
        await expect(page).toHaveURL(/\/lessons\/1-2-hot-frames\/$/);
      });

      await test.step('a question of the lesson is answered, and remembered', async () => {
        const question = page.locator('flame-quiz[data-kind="choice"]').first();
        await question.scrollIntoViewIfNeeded();
        await expect(page.locator('flame-quiz:defined').first()).toBeAttached();
        await question.getByRole('radio').first().check();
        await question.locator('[type="submit"]').click();
        await expect(question).toHaveAttribute('data-state', 'answered');
        await page.reload();
        await question.scrollIntoViewIfNeeded();
        await expect(question).toHaveAttribute('data-state', 'answered');
        answered++;
      });

      await test.step('a session of practice', async () => {
        const nav = page.getByRole('banner').getByRole('link', { name: told.practice });
        await nav.click();
        await expect(page).toHaveURL(/\/practice\/$/);
        await page.goto(`${page.url()}?lesson=0-2-how-sure&kind=choice&start=5`);
        const place = page.locator('.session-place');
        await expect(place).toBeVisible();
        for (let i = 0; i < 5 && (await place.isVisible()); i++) {
          await answer(page);
          await page.waitForTimeout(100);
        }
        await expect(page.locator('.session-results li').first()).toBeVisible();
        answered += await page.locator('.session-results li').count();
      });

      await test.step('nothing is due yet; a month later all of it is, and one less after an answer', async () => {
        const due = page.locator('.review-due');
        await page.goto(`${site.address}/${locale}/review/`);
        await expect(due).toContainText(told.noneDue);
        await page.clock.setFixedTime(aMonthLater);
        await page.reload();
        await expect(due).toHaveText(told.due(answered));
        await page.getByRole('button', { name: told.review }).click();
        await answer(page);
        await page.goto(`${site.address}/${locale}/review/`);
        await expect(due).toHaveText(told.due(answered - 1));
      });

      await test.step('a drill is marked at once', async () => {
        await page.goto(`${site.address}/${locale}/drills/#seed=newcomer&level=1&quick=1`);
        await expect(page.locator('.drill-title')).toBeVisible();
        await quiz(page).locator('.quiz-option input').first().check();
        await page.keyboard.press('Control+Enter');
        await expect(quiz(page)).toHaveAttribute('data-state', 'answered');
        await expect(page.locator('.quiz-reason:visible').first()).toBeVisible();
      });

      await test.step('a mock interview, left and taken up again, to its report', async () => {
        await page.goto(`${site.address}/${locale}/mock/`);
        await page.locator('[name="minutes"][value="10"]').check();
        await page.locator('.mock-setup [type="submit"]').click();
        await fillQuestion(page);
        await page.keyboard.press('Alt+n');
        await page.reload();
        await page.locator('.practice-resume .button-main').click();
        const overview = page.locator('.mock-overview');
        for (let i = 0; i < 30 && !(await overview.isVisible()); i++) {
          await fillQuestion(page);
          await page.keyboard.press('Alt+n');
          await page.waitForTimeout(100);
        }
        await overview.locator('.button-main').click();
        await expect(page.locator('.mock-report, .quiz-model:visible').first()).toBeVisible();
        if (await page.locator('.quiz-model:visible').count()) {
          await page.locator('.session-actions .button-main').last().click();
        }
        await expect(page.locator('.mock-report h2').first()).toBeFocused();
        await expect(page.locator('.mock-report .mock-score')).toContainText(/\d+/);
        await expect(page.locator('.mock-answers flame-quiz[data-outcome]').first()).toBeVisible();
      });

      await test.step('the lab reads a file of one’s own, and gives it back', async () => {
        await page.goto(`${site.address}/${locale}/`);
        await page.getByRole('banner').getByRole('link', { name: told.lab, exact: true }).click();
        await expect(page.locator('flame-lab[data-ready]')).toBeAttached();
        await chooseFiles(page, { name: 'mine.folded', text: smallFolded });
        await expectOpen(page, 'mine.folded');
        const lines = (text: string) => text.trim().split('\n').sort();
        expect(lines((await takeAway(page, told.folded)).toString())).toEqual(lines(smallFolded));
        const { format, profiles } = await importProfile(
          new Uint8Array(await takeAway(page, 'pprof')),
        );
        expect([format, profiles[0]?.totalWeight]).toEqual(['pprof', 10]);
        const report = (await takeAway(page, 'Markdown')).toString();
        expect(report).toContain('mine.folded');
        expect(report).toContain('`read`');
      });

      await test.step('saved, the site opens in airplane mode with everything in place', async () => {
        await page.getByRole('contentinfo').getByRole('link', { name: told.offline }).click();
        await page.getByRole('button', { name: told.save }).click();
        await expect(page.getByText(told.saved)).toBeVisible({ timeout: 60_000 });
        await context.setOffline(true);
        site.goDown();
        await page.goto(`${site.address}/${locale}/progress/`);
        await expect(page.locator('.progress-table').first()).toBeVisible();
        await page.goto(`${site.address}/${locale}/lessons/1-2-hot-frames/`);
        await expect(page.locator('lesson-graph flame-graph')).toHaveClass(/is-live/);
        // What was kept in the browser is there too.
        await page.goto(`${site.address}/${locale}/lab/`);
        await page.locator('.lab-recent').getByRole('link', { name: 'mine.folded' }).click();
        await expectOpen(page, 'mine.folded');
      });
      expect(complaints).toEqual([]);
    } finally {
      await site.remove();
    }
  });
}
