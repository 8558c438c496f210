import { expect, test } from '@playwright/test';
import { check, open, quiz, status } from '../support/question-page.ts';

// One emptied context for all tests of the file: see playwright.config.ts.
test.use({ reuseContext: true });

test('multi: partly right is said with its points', async ({ page }) => {
  await open(page, 'supported-by-fifty');
  await page.getByRole('checkbox', { name: /More than half/ }).check();
  await check(page).click();
  await expect(status(page)).toHaveText('Partly right: 1 of 2 points.');
  await expect(page.getByRole('checkbox', { name: /table of three/ })).toHaveAccessibleDescription(
    /^This belonged to the answer/,
  );
  await expect(page.getByRole('checkbox', { name: /does not show/ })).toHaveAccessibleDescription(
    /^Rightly left out/,
  );
});

test.describe('numeric', () => {
  for (const text of ['2', '2%', '0.02', '1/50', '２％']) {
    test(`takes ${text}`, async ({ page }) => {
      await open(page, 'weight-of-one-sample');
      await page.getByLabel('Your answer').fill(text);
      await page.keyboard.press('Enter');
      await expect(status(page)).toHaveText('Right.');
    });
  }

  test('asks back where a number could mean two things, and it costs no try', async ({ page }) => {
    await open(page, 'weight-of-one-sample');
    const field = page.getByLabel('Your answer');
    await field.fill('1');
    await page.keyboard.press('Enter');
    await expect(status(page)).toHaveText('Percent or fraction? Add a % sign. This costs no try.');
    await expect(field).toBeFocused();
    await expect(quiz(page)).not.toHaveAttribute('data-state', 'answered');
  });

  test('takes the unit that is asked for, and asks back at another', async ({ page }) => {
    await open(page, 'price-of-larger-chunks');
    const field = page.getByLabel('Your answer');
    await field.fill('200 MB');
    await page.keyboard.press('Enter');
    await expect(status(page)).toContainText('do not know that unit here');
    await field.fill('200 MiB');
    await page.keyboard.press('Enter');
    await expect(status(page)).toHaveText('Right.');
  });

  test('a near miss is told what it misread, and then why the answer is right', async ({
    page,
  }) => {
    await open(page, 'weight-of-one-sample');
    await page.getByLabel('Your answer').fill('1%');
    await page.keyboard.press('Enter');
    await expect(status(page)).toHaveText('Not right.');
    await expect(page.locator('.quiz-note:visible')).toContainText([
      'One point would be right for 100 samples',
      '1 of 50 is 2%',
    ]);
  });
});

test('match: every row needs an answer; each is marked by itself', async ({ page }) => {
  await open(page, 'what-a-system-call-does');
  await page.getByLabel('__psynch_cvsignal').selectOption('wake');
  await check(page).click();
  await expect(status(page)).toHaveText('Still open: 2.');
  await expect(page.getByLabel('__psynch_cvwait')).toBeFocused();
  await page.getByLabel('__psynch_cvwait').selectOption('contended');
  await page.getByLabel('writev').selectOption('move-bytes');
  await check(page).click();
  await expect(status(page)).toHaveText('Partly right: 2 of 3 points.');
  await expect(page.getByLabel('__psynch_cvwait')).toHaveAccessibleDescription(/^Not right/);
});

test('matrix: a radio is named by its row and its column', async ({ page }) => {
  await open(page, 'which-profile-shows-it');
  await page.getByRole('radio', { name: 'A loop polls a flag on-CPU profile' }).check();
  await page.getByRole('radio', { name: 'A read waits for a slow disk off-CPU profile' }).check();
  await page.getByRole('radio', { name: 'A cache grows all night heap profile' }).check();
  await check(page).click();
  await expect(status(page)).toHaveText('Right.');
  await expect(page.getByRole('table')).toMatchAriaSnapshot(`
    - table "Which profile shows it?":
      - rowgroup:
        - row:
          - columnheader "symptom"
          - columnheader "on-CPU profile"
          - columnheader "off-CPU profile"
          - columnheader "heap profile"
      - rowgroup:
        - row:
          - rowheader "A loop polls a flag"
          - cell:
            - radio "A loop polls a flag on-CPU profile" [checked]
  `);
});

test('find the mistake: the line and the reason', async ({ page }) => {
  await open(page, 'lock-that-protects-nothing');
  await page.getByRole('radio', { name: 'Line 2 lock.lock();' }).check();
  await check(page).click();
  await expect(status(page)).toHaveText('Say why as well.');
  await page.getByRole('radio', { name: /dropped at once/ }).check();
  await check(page).click();
  await expect(status(page)).toHaveText('Right.');
  await expect(
    page.getByRole('radio', { name: 'Line 2 lock.lock();' }),
  ).toHaveAccessibleDescription(/The guard is a temporary/);
});

test.describe('an answer in the reader’s own words', () => {
  test('the model answer opens after enough words; the reader marks', async ({ page }) => {
    await open(page, 'kernel-heavy-graph');
    const text = page.getByLabel('Your answer, as you would say it');
    await text.fill('Too short.');
    await page.getByRole('button', { name: 'Show the model answer' }).click();
    await expect(status(page)).toHaveText('A little more: 110 characters.');
    await expect(text).toBeFocused();
    await text.fill(
      `I would group the calls and look at each caller. ${'More words. '.repeat(10)}`,
    );
    await page.getByRole('button', { name: 'Show the model answer' }).click();
    await expect(page.getByRole('heading', { name: 'A strong answer' })).toBeFocused();
    await expect(page.locator('.quiz-suggested:visible')).toHaveCount(1);
    await page.getByRole('checkbox', { name: /Groups the calls/ }).check();
    await page.getByRole('checkbox', { name: /what the profile does not show/ }).check();
    await page.getByRole('button', { name: 'Keep my marks' }).click();
    await expect(status(page)).toHaveText('Right.');
  });

  test('the clock is only there on request, and stops', async ({ page }) => {
    await page.clock.install();
    await open(page, 'kernel-heavy-graph');
    await expect(page.getByRole('timer')).toBeEmpty();
    await page.getByRole('button', { name: 'Start the clock: 120 seconds' }).click();
    await page.clock.fastForward(30_000);
    await expect(page.getByRole('timer')).toHaveText('90 s left');
    await page.clock.fastForward(91_000);
    await expect(status(page)).toHaveText('Time is up. Finish your sentence; nothing is lost.');
  });
});

test('a prediction is locked and gives nothing away', async ({ page }) => {
  await open(page, 'predict-system-calls');
  await page.getByLabel('Your answer').fill('30');
  await page.getByRole('button', { name: 'Lock my prediction' }).click();
  await expect(status(page)).toHaveText('Your prediction is kept: 30%.');
  await expect(page.locator('.quiz-note:visible')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden();
  await page.getByText('Answer and explanation').click();
  await expect(page.locator('.quiz-answer')).toContainText('66%');
});
