import { expect, test, type Page } from '@playwright/test';
import { QuestionDriver, ways, type Way } from '../support/answer-question.ts';
import { questionOf } from '../support/bank-question.ts';
import { words as en } from '../../src/components/quiz/words/en.ts';
import { words as zh } from '../../src/components/quiz/words/zh.ts';

// One emptied context for all tests of the file: see playwright.config.ts.
test.use({ reuseContext: true });

/** One question of every kind; the answers are the question's own tests, with what they must get. */
const questions = [
  'fifty-samples',
  'supported-by-fifty',
  'weight-of-one-sample',
  'wider-than-the-widest',
  'making-a-flame-graph',
  'what-a-system-call-does',
  'which-profile-shows-it',
  'lock-that-protects-nothing',
  'kernel-heavy-graph',
  'predict-system-calls',
];

const status = (page: Page) => page.locator('.quiz-status');
const patternOf = (text: string) =>
  new RegExp(`^${text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.+')}`);

/** A mouse reads English, a finger Chinese; by keyboard both are read, a question each. */
const localeFor = (way: Way, index: number) =>
  way === 'mouse' || (way === 'keyboard' && index % 2 === 0) ? 'en' : 'zh';

/** The question as nobody has answered it: by its own button where that is offered, or with the page. */
async function afresh(page: Page, driver: QuestionDriver, address: string): Promise<void> {
  const again = driver.quiz.locator('[type="submit"]');
  if ((await driver.quiz.getAttribute('data-state')) === 'answered' && (await again.isVisible())) {
    await driver.submit();
    await expect(driver.quiz).not.toHaveAttribute('data-state', 'answered');
    return;
  }
  await page.evaluate(() => indexedDB.deleteDatabase('flamewise'));
  await page.goto(address);
  await expect(page.locator('flame-quiz:defined')).toHaveCount(1);
}

for (const way of ways) {
  test.describe(`by ${way}`, () => {
    test.use(way === 'touch' ? { hasTouch: true, viewport: { width: 390, height: 844 } } : {});

    for (const [index, id] of questions.entries()) {
      const locale = localeFor(way, index);
      const words = locale === 'en' ? en : zh;
      const { question } = questionOf(id);
      test(`${question.kind} (${locale}): each of its tests gets what it must`, async ({
        page,
      }) => {
        const driver = new QuestionDriver(page, way);
        const address = `/${locale}/questions/${id}/`;
        // Nothing answered is never marked, and says what is missing.
        await page.goto(address);
        await expect(page.locator('flame-quiz:defined')).toHaveCount(1);
        if (question.kind !== 'order') {
          await driver.submit();
          await expect(status(page)).not.toBeEmpty();
          await expect(driver.quiz).not.toHaveAttribute('data-state', 'answered');
        }
        for (const { answer, expect: wanted } of question.tests) {
          await afresh(page, driver, address);
          await driver.fill(question, answer);
          await driver.submit();
          if (wanted === 'unclear') {
            await expect(status(page)).not.toBeEmpty();
            await expect(driver.quiz).not.toHaveAttribute('data-state', 'answered');
          } else if (question.kind === 'predict') {
            await expect(status(page)).toHaveText(patternOf(words.noted));
          } else {
            await expect(status(page)).toHaveText(patternOf(words[wanted]));
          }
        }
      });
    }
  });
}
