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
  },
  zh: {
    see: '看看为什么',
    practice: '练习',
    review: '开始复习',
    lab: '实验室',
    offline: '离线阅读',
    save: '保存到本机，离线可用',
    saved: '没有网络也能打开',
  },
} as const;

const quiz = (page: Page) => page.locator('flame-quiz:visible');

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
    test.setTimeout(240_000);
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
        const first = page.locator('flame-quiz[data-kind="choice"]').first();
        await first.scrollIntoViewIfNeeded();
        await expect(page.locator('flame-quiz:defined').first()).toBeAttached();
        await first.getByRole('radio').first().check();
        await first.locator('[type="submit"]').click();
        await expect(first).toHaveAttribute('data-state', 'answered');
        await page.reload();
        await first.scrollIntoViewIfNeeded();
        await expect(first).toHaveAttribute('data-state', 'answered');
      });

      await test.step('a session of practice', async () => {
        await page.clock.setFixedTime(new Date('2026-07-01T10:00:00Z'));
        const nav = page.getByRole('banner').getByRole('link', { name: told.practice });
        await nav.click();
        await page.goto(`${page.url()}?lesson=1-1-overview&kind=choice&start=5`);
        const place = page.locator('.session-place');
        await expect(place).toBeVisible();
        for (let i = 0; i < 5 && (await place.isVisible()); i++) {
          await answer(page);
          await page.waitForTimeout(100);
        }
        await expect(page.locator('.session-results li').first()).toBeVisible();
      });

      await test.step('a month later the questions are due', async () => {
        await page.clock.setFixedTime(new Date('2026-08-01T10:00:00Z'));
        await page.goto(`${site.address}/${locale}/review/`);
        await page.getByRole('button', { name: told.review }).click();
        await answer(page);
      });

      await test.step('a drill is marked at once', async () => {
        await page.goto(`${site.address}/${locale}/drills/#seed=newcomer&level=1&quick=1`);
        await expect(page.locator('.drill-title')).toBeVisible();
        await quiz(page).locator('.quiz-option input').first().check();
        await page.keyboard.press('Control+Enter');
        await expect(quiz(page)).toHaveAttribute('data-state', 'answered');
        await expect(page.locator('.quiz-reason:visible').first()).toBeVisible();
      });

      await test.step('a mock interview is begun and kept', async () => {
        await page.goto(`${site.address}/${locale}/mock/`);
        await page.locator('[name="minutes"][value="10"]').check();
        await page.locator('.mock-setup [type="submit"]').click();
        await fillQuestion(page);
        await page.keyboard.press('Alt+n');
        await page.reload();
        await expect(page.locator('.practice-resume')).toBeVisible();
      });

      await test.step('the lab reads a file of one’s own, and gives it back', async () => {
        await page.getByRole('banner').getByRole('link', { name: told.lab, exact: true }).click();
        await expect(page.locator('flame-lab[data-ready]')).toBeAttached();
        await chooseFiles(page, { name: 'mine.folded', text: smallFolded });
        await expectOpen(page, 'mine.folded');
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page
            .locator('.lab-part', { has: page.locator('#lab-take') })
            .getByRole('button', { name: 'pprof', exact: true })
            .click(),
        ]);
        const back = await importProfile(new Uint8Array(readFileSync(await download.path())));
        expect(back.profiles[0]?.totalWeight).toBe(10);
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
      });
      expect(complaints).toEqual([]);
    } finally {
      site.remove();
    }
  });
}
