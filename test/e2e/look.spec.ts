import { expect, test, type Page } from '@playwright/test';
import { fillQuestion } from '../support/fill-question.ts';
import { expectOpen, openLab } from '../support/lab-page.ts';

/** What was found by looking at pages, and can come back without anybody looking. */

const right = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));

test('a Chinese line of facts has its dot without spaces: the face sets it as wide as a character', async ({
  page,
}) => {
  await page.goto('/zh/practice/');
  const facts = await page.locator('.practice-lesson .label').allInnerTexts();
  expect(facts.length).toBeGreaterThan(100);
  expect(facts.filter((text) => !/^\S+·[123]：\S+$/.test(text))).toEqual([]);
  await page.goto('/zh/questions/fifty-samples/');
  await expect(page.locator('.quiz-kind > span').first()).toHaveText(/^\S+·难度 \d\/3$/);
});

test('the reason for a table’s row has the sign of its verdict', async ({ page }) => {
  await page.goto('/en/questions/flames-what-folding-keeps/');
  await page.locator('flame-quiz:defined').waitFor();
  await fillQuestion(page);
  await page.locator('flame-quiz [type="submit"]').click();
  const reasons = page.locator('.quiz-matrix-reason .quiz-mark');
  await expect(reasons.first()).toBeVisible();
  const signs = await reasons.evaluateAll((all) =>
    all.map((mark) => [mark.textContent, getComputedStyle(mark, '::before').content.slice(1, 2)]),
  );
  for (const [word, sign] of signs) expect(sign).toBe(word === 'Right' ? '✓' : '✗');
});

test('the only line that is wrong is called the right answer', async ({ page }) => {
  await page.goto('/en/questions/sure-millions-of-samples/');
  await page.locator('flame-quiz:defined').waitFor();
  await fillQuestion(page);
  await page.locator('flame-quiz [type="submit"]').click();
  const marks = page.locator('.quiz-bug .quiz-mark:visible');
  await expect(marks).toHaveText(['Not right', 'The right answer']);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('a title in the list of results goes on below itself', async ({ page }) => {
    await page.goto('/en/practice/?lesson=1-2-hot-frames&start=5');
    for (let place = 0; place < 5; place++) {
      await page.locator('flame-quiz:defined').waitFor();
      await page.getByRole('button', { name: 'Skip' }).click();
    }
    const links = page.locator('.session-results a');
    await expect(links).toHaveCount(5);
    for (const link of await links.all()) {
      const lefts = await link.evaluate((one) => [...one.getClientRects()].map(({ left }) => left));
      expect(new Set(lefts.map(Math.round)).size).toBe(1);
    }
  });

  test('a table of progress ends with its last column, and fits', async ({ page }) => {
    await page.goto('/en/questions/fifty-samples/');
    await page.locator('flame-quiz:defined').getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Check' }).click();
    await page.goto('/en/progress/');
    await expect(page.locator('[data-rows="lessons"] tr').first()).toBeVisible();
    const edges = await right(page, '[data-rows="lessons"] td:last-child');
    expect(new Set(edges.map(Math.round))).toEqual(new Set([390 - 17]));
    const names = page.locator('[data-rows="lessons"] th');
    for (const name of await names.all()) {
      expect((await name.boundingBox())!.width).toBeGreaterThan(150);
    }
  });

  test('the options of a pinned graph leave room for the graph', async ({ page }) => {
    await openLab(page, 'en', '?sample=share-these');
    const graph = await expectOpen(page, /file server/);
    await graph.locator('.flame-icon-options').click();
    await expect(graph.locator('.flame-options')).toBeVisible();
    const picture = await graph.locator('.flame-picture').boundingBox();
    const body = await page.locator('.lab-graph .lesson-graph-body').first().boundingBox();
    const inSight = Math.min(picture!.y + picture!.height, body!.y + body!.height) - picture!.y;
    expect(inSight).toBeGreaterThan(150);
  });

  test('the field of a graph shows what can be typed', async ({ page }) => {
    await page.goto('/en/drills/#seed=abc&level=1');
    const field = page.locator('flame-graph.is-live').getByRole('searchbox');
    const cut = await field.evaluate((input: HTMLInputElement) => {
      const style = getComputedStyle(input, '::placeholder');
      const context = document.createElement('canvas').getContext('2d')!;
      context.font = `${style.fontSize} ${style.fontFamily}`;
      const padding = parseFloat(getComputedStyle(input).paddingInlineStart) * 2;
      return context.measureText(input.placeholder).width - (input.clientWidth - padding);
    });
    expect(cut).toBeLessThanOrEqual(0);
  });
});

test('the root of a large graph stays in sight when its options open', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openLab(page, 'en', '?sample=node-perf');
  const graph = await expectOpen(page, /perf/);
  const picture = graph.locator('.flame-picture.has-canvas');
  const toFoot = () =>
    picture.evaluate((one) => one.scrollHeight - one.scrollTop - one.clientHeight);
  await expect.poll(toFoot).toBeLessThan(2);
  await graph.locator('.flame-icon-options').click();
  await expect(graph.locator('.flame-options')).toBeVisible();
  await expect.poll(toFoot).toBeLessThan(2);
});

for (const view of ['functions', 'call-tree']) {
  test(`no column of the table is cut in the lab: ${view}`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await openLab(page, 'zh', `?sample=node-perf&view=${view}`);
    const graph = await expectOpen(page, /perf/);
    const picture = graph.locator('.flame-picture.has-grid');
    await expect(picture.locator('tbody tr').first()).toBeVisible();
    const cut = await picture.evaluate((one) => one.scrollWidth - one.clientWidth);
    expect(cut).toBeLessThanOrEqual(0);
  });
}

test('on paper what was chosen, and what a search found, can be read, whatever the theme of the screen', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await page.goto('/en/mock/');
  const washes = await page.evaluate(() =>
    ['--ember-wash', '--match-wash'].map((name) =>
      getComputedStyle(document.documentElement).getPropertyValue(name),
    ),
  );
  for (const wash of washes) {
    expect(Number(/oklch\(([\d.]+)/.exec(wash)?.[1])).toBeGreaterThanOrEqual(0.9);
  }
});

test('the report of an interview has the site’s header again', async ({ page }) => {
  await page.addInitScript(
    (state) => {
      localStorage['flamewise-mock'] ??= state;
    },
    JSON.stringify({ ids: ['fifty-samples'], limit: 0, used: 0, current: 0, answers: {} }),
  );
  await page.goto('/en/mock/');
  await page.getByRole('button', { name: 'Go on' }).click();
  await fillQuestion(page);
  await expect(page.locator('.site-header')).toBeHidden();
  await page.getByRole('button', { name: 'Overview' }).click();
  await page.locator('.mock-overview .button-main').click();
  await expect(page.locator('.mock-report h2').first()).toBeFocused();
  await expect(page.locator('.site-header')).toBeVisible();
});

test('a page of practice is under Practice in the header', async ({ page }) => {
  for (const path of ['review/', 'mock/', 'questions/fifty-samples/']) {
    await page.goto(`/en/${path}`);
    const here = page.locator('.site-header .pages a[aria-current]');
    await expect(here).toHaveText('Practice');
    await expect(here).toHaveAttribute('aria-current', 'true');
  }
});

test('with forced colours a page shows where one is, and of which entries it is one', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/en/review/');
  const looks = (selector: string) =>
    page.locator(selector).evaluateAll((all) =>
      all.map((one) => {
        const { boxShadow, borderBottomColor } = getComputedStyle(one);
        const isHere = one.matches('[aria-current], :has(:checked)');
        return { isHere, boxShadow, borderBottomColor };
      }),
    );
  for (const selector of ['.site-header .pages a', 'theme-switch label']) {
    for (const { isHere, boxShadow } of await looks(selector)) {
      expect(boxShadow !== 'none', selector).toBe(isHere);
    }
  }
  const canvas = await page.evaluate(
    () => getComputedStyle(document.documentElement).backgroundColor,
  );
  for (const { isHere, borderBottomColor } of await looks('.practice-nav a')) {
    expect(borderBottomColor !== canvas).toBe(isHere);
  }
});

test('who has read the verdict is not asked how sure they were', async ({ page }) => {
  await page.goto('/en/questions/fifty-samples/');
  const sure = page.locator('.quiz-confidence');
  await page.locator('flame-quiz:defined').getByRole('radio').first().check();
  await expect(sure).toBeVisible();
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.locator('.quiz-status')).not.toBeEmpty();
  await expect(sure).toBeHidden();
});

test('a Chinese page says in Chinese where a fact can be looked up, and marks what is English', async ({
  page,
}) => {
  await page.goto('/zh/questions/fifty-samples/');
  await page.locator('.quiz-answer').evaluate((answer: HTMLDetailsElement) => {
    answer.open = true;
  });
  await expect(page.locator('.quiz-sources li').first()).toContainText('第 219');
  await page.goto('/zh/questions/sure-more-than-half/');
  const sources = page.locator('.quiz-sources li');
  for (const source of await sources.all()) {
    const isChinese = /\p{Script=Han}/u.test((await source.textContent()) ?? '');
    expect(isChinese || (await source.getAttribute('lang')) === 'en').toBe(true);
  }
});

test.describe('on the smallest phone', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('each tab of a pair can be pressed while it passes the handle of the pinned graph', async ({
    page,
  }) => {
    await openLab(page, 'en', '?sample=chunks-8k-1&after=chunks-1m-1');
    await expectOpen(page, /8\sKiB/);
    const handle = (await page.locator('.lab-fold').boundingBox())!;
    for (const tab of await page.locator('.lab-sides [role=tab]').all()) {
      const covered = await tab.evaluate(async (one, height) => {
        const graph = document.querySelector('.lab-graph')!;
        one.scrollIntoView({ inline: 'center', block: 'center' });
        scrollBy(0, one.getBoundingClientRect().top - graph.getBoundingClientRect().bottom);
        const list = one.parentElement!;
        list.scrollLeft += one.getBoundingClientRect().left - list.getBoundingClientRect().left;
        await new Promise(requestAnimationFrame);
        const { left, right, top } = one.getBoundingClientRect();
        const at = document.elementFromPoint((left + right) / 2, top + height / 2);
        return at === null || !one.contains(at);
      }, handle.height);
      expect(covered, await tab.innerText()).toBe(false);
    }
  });
});

test.describe('on a phone, again', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('a sample leads to the lab before the questions about it', async ({ page }) => {
    await page.goto('/en/samples/share-these/');
    const lab = await page.getByRole('link', { name: 'Open in the lab' }).boundingBox();
    const questions = await page.getByRole('heading', { name: 'Questions about it' }).boundingBox();
    expect(lab!.y).toBeLessThan(questions!.y);
    expect(lab!.y).toBeLessThan(2 * 844);
  });

  test('what is said of a question stands in the same place for all of a list', async ({
    page,
  }) => {
    await page.goto('/en/practice/');
    const lefts = await page
      .locator('.practice-lesson li > .label')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
    expect(lefts.length).toBeGreaterThan(100);
    expect(new Set(lefts).size).toBe(1);
  });

  test('the field of the search shows all of what it says', async ({ page }) => {
    await page.goto('/en/lessons/');
    await page.keyboard.press('/');
    const field = page.getByRole('dialog').getByRole('searchbox');
    const cut = await field.evaluate((input: HTMLInputElement) => {
      const style = getComputedStyle(input, '::placeholder');
      const context = document.createElement('canvas').getContext('2d')!;
      context.font = `${style.fontSize} ${style.fontFamily}`;
      const padding = parseFloat(getComputedStyle(input).paddingInlineStart) * 2;
      // The button that empties the field has its place before there is anything to empty.
      const button = parseFloat(style.fontSize) * 1.2;
      return context.measureText(input.placeholder).width - (input.clientWidth - padding - button);
    });
    expect(cut).toBeLessThanOrEqual(0);
  });

  for (const path of ['lab/?sample=share-these', 'progress/']) {
    test(`what comes later fits with text at 200%: ${path}`, async ({ page }) => {
      await page.goto('/zh/questions/fifty-samples/');
      await page.locator('flame-quiz:defined').getByRole('radio').first().check();
      await page.locator('flame-quiz [type=submit]').click();
      await expect(page.locator('.quiz-status')).not.toBeEmpty();
      await page.goto(`/zh/${path}`);
      await expect(page.locator('.lab-section, [data-rows="lessons"] tr').first()).toBeVisible();
      const sideways = await page.evaluate(() => {
        const { documentElement } = document;
        documentElement.style.fontSize = '200%';
        return documentElement.scrollWidth - documentElement.clientWidth;
      });
      expect(sideways).toBe(0);
    });
  }
});
