import { expect, test, type Locator, type Page } from '@playwright/test';

const questionAt = (id: string, locale = 'en') => `/${locale}/questions/${id}/`;
const quiz = (page: Page) => page.locator('flame-quiz');
const status = (page: Page) => page.locator('.quiz-status');
const check = (page: Page) => page.getByRole('button', { name: 'Check' });
const optionOf = (page: Page, text: RegExp): Locator =>
  page.locator('.quiz-option').filter({ hasText: text });

async function open(page: Page, id: string, locale = 'en'): Promise<void> {
  await page.goto(questionAt(id, locale));
  await expect(page.locator('flame-quiz:defined')).toHaveCount(1);
}

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

test.describe('click the frame', () => {
  const live = async (page: Page) => {
    await open(page, 'wider-than-the-widest');
    await expect(page.locator('flame-quiz flame-graph')).toHaveClass(/is-live/);
  };

  test('by mouse', async ({ page }) => {
    await live(page);
    await page.getByRole('treeitem', { name: /Context::run_task/ }).click();
    await expect(page.locator('.quiz-chosen')).toContainText('run_task');
    await check(page).click();
    await expect(status(page)).toHaveText('Right.');
  });

  test('by keyboard: arrows move, Enter marks', async ({ page }) => {
    await live(page);
    await page.locator('[role="treeitem"][tabindex="0"]').focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(page.locator('.quiz-chosen')).toContainText('thread_start');
    await page.keyboard.press('Control+Enter');
    await expect(status(page)).toHaveText('Right.');
  });

  test('from the list of the same frames', async ({ page }) => {
    await live(page);
    await page.getByText('Choose from a list instead').click();
    const list = page.getByRole('combobox', { name: 'Frame' });
    const near = await list
      .locator('option[value^=";"]')
      .filter({ hasText: 'UpgradeableConnection::poll' })
      .getAttribute('value');
    await list.selectOption(near);
    await check(page).click();
    await expect(page.locator('[data-note="near-as-wide"]')).toBeVisible();
  });

  test('on a comparison: a box that only the second profile has', async ({ page }) => {
    await open(page, 'diff-where-the-stacks-part');
    await expect(page.locator('flame-quiz flame-graph')).toHaveClass(/is-live/);
    await page.getByRole('treeitem', { name: /^run_reuse, .*only after/ }).click();
    await expect(page.locator('.quiz-chosen')).toContainText('run_reuse');
    await check(page).click();
    await expect(status(page)).toHaveText('Right.');
  });

  test('shows the answer on the graph', async ({ page }) => {
    await live(page);
    await page.getByRole('treeitem', { name: /Context::run_task/ }).click();
    await check(page).click();
    await page.getByRole('link', { name: 'Show it on the graph' }).click();
    const highlight = await page
      .locator('flame-graph')
      .evaluate(
        (graph) => (graph as HTMLElement & { view: { highlight: string[] } }).view.highlight,
      );
    expect(highlight).toHaveLength(9);
  });
});

test.describe('order', () => {
  const steps = (page: Page) =>
    page
      .locator('.quiz-order > li')
      .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['part']));
  const right = ['sample', 'fold', 'sort', 'draw'];

  async function arrange(page: Page, move: (name: string) => Promise<void>): Promise<void> {
    for (const [place, step] of right.entries()) {
      for (let tries = 0; (await steps(page)).indexOf(step) > place && tries < 5; tries++) {
        await move(step);
      }
    }
  }

  test('by buttons, and each move is said', async ({ page }) => {
    await open(page, 'making-a-flame-graph');
    await arrange(page, (step) =>
      page.locator(`.quiz-order > [data-part="${step}"] [data-move="up"]`).click(),
    );
    await expect(status(page)).toHaveText(/place \d of 4\.$/);
    await check(page).click();
    await expect(status(page)).toHaveText('Right.');
  });

  test('by Alt and the arrow keys, and the focus goes along', async ({ page }) => {
    await open(page, 'making-a-flame-graph');
    await arrange(page, async (step) => {
      const button = page.locator(`.quiz-order > [data-part="${step}"] [data-move="up"]`);
      await button.focus();
      await page.keyboard.press('Alt+ArrowUp');
      await expect(button).toBeFocused();
    });
    await page.keyboard.press('Control+Enter');
    await expect(status(page)).toHaveText('Right.');
  });

  test('by dragging', async ({ page }) => {
    await open(page, 'making-a-flame-graph');
    const before = await steps(page);
    const first = page.locator('.quiz-order > li').first();
    const last = await page.locator('.quiz-order > li').last().boundingBox();
    const from = await first.boundingBox();
    if (last === null || from === null) throw new Error('the list is not shown');
    await page.mouse.move(from.x + 60, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, last.y + last.height / 2 + 5, { steps: 12 });
    await page.mouse.up();
    expect(await steps(page)).toEqual([...before.slice(1), before[0]]);
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
