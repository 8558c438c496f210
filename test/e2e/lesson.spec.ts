import { expect, test, type Page } from '@playwright/test';

const address = '/en/lessons/1-1-overview/';

interface GraphElement extends HTMLElement {
  view: { search: string; root: string };
}

const graph = (page: Page) => page.locator('lesson-graph flame-graph');
const searchOf = (page: Page) =>
  graph(page).evaluate((element) => (element as GraphElement).view.search);

async function openLesson(page: Page, at = address): Promise<void> {
  await page.goto(at);
  await expect(graph(page)).toHaveClass(/is-live/);
}

test.describe('a step of the text', () => {
  /** The first step of the lesson whose view has a search. */
  const searching = '[data-step][data-view*="search"]';
  const wanted = (page: Page) =>
    page
      .locator(searching)
      .first()
      .evaluate(
        (step) =>
          (JSON.parse((step as HTMLElement).dataset['view'] ?? '{}') as { search: string }).search,
      );

  test('sets the graph by its link, says so, and has an address', async ({ page }) => {
    await openLesson(page);
    const step = page.locator(searching).first();
    await step.getByRole('link', { name: 'Show on the graph' }).click();
    await expect.poll(() => searchOf(page)).toBe(await wanted(page));
    await expect(page).toHaveURL(new RegExp(`#${await step.getAttribute('id')}$`));
    await expect(page.locator('lesson-graph > [role=status]')).toHaveText(
      'The graph shows this step.',
    );
  });

  test('sets the graph when it is scrolled past the line, without a word', async ({ page }) => {
    await openLesson(page);
    const step = page.locator(searching).first();
    await step.evaluate((element) => {
      window.scrollTo(
        0,
        element.getBoundingClientRect().top + window.scrollY - window.innerHeight * 0.38,
      );
    });
    await expect(step).toHaveAttribute('data-shown', '');
    await expect.poll(() => searchOf(page)).toBe(await wanted(page));
    await expect(page.locator('lesson-graph > [role=status]')).toBeEmpty();
  });

  test('works by keyboard', async ({ page }) => {
    await openLesson(page);
    const link = page.locator(searching).first().getByRole('link', { name: 'Show on the graph' });
    await link.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => searchOf(page)).toBe(await wanted(page));
  });

  test('is where a link to it opens', async ({ page }) => {
    await page.goto(address);
    const id = await page.locator(searching).first().getAttribute('id');
    await openLesson(page, `${address}#${id}`);
    await expect.poll(() => searchOf(page)).toBe(await wanted(page));
  });

  test('does not replace the view that a link brought along', async ({ page }) => {
    await openLesson(page, `${address}?search=writev&graph=1`);
    expect(await searchOf(page)).toBe('writev');
  });
});

test.describe('the graph', () => {
  test('stays in sight beside the text on a wide screen', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await openLesson(page);
    await page.locator('#interview').scrollIntoViewIfNeeded();
    await expect(graph(page).locator('.flame-picture')).toBeInViewport();
  });

  test('takes at most 40% of a phone, and folds away', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openLesson(page);
    await page.locator('#claims').scrollIntoViewIfNeeded();
    const box = await page.locator('lesson-graph').boundingBox();
    expect(box?.height).toBeLessThanOrEqual(844 * 0.41);
    const fold = page.getByRole('button', { name: 'Fold the graph away' });
    await fold.click();
    await expect(graph(page)).toBeHidden();
    await page.getByRole('button', { name: 'Show the graph' }).click();
    await expect(graph(page)).toBeVisible();
  });

  test('never covers what the keyboard reaches', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openLesson(page);
    await page.locator('.lesson-nav a').last().focus();
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Shift+Tab');
      const isCovered = await page.evaluate(() => {
        const focused = document.activeElement;
        const pinned = document.querySelector('lesson-graph');
        if (focused === null || pinned === null || pinned.contains(focused)) return false;
        return focused.getBoundingClientRect().bottom < pinned.getBoundingClientRect().bottom;
      });
      expect(isCovered).toBe(false);
    }
  });
});

test.describe('a term', () => {
  test('shows what it means on focus, and Escape puts it away', async ({ page }) => {
    await openLesson(page);
    const term = page.locator('glossary-term a').first();
    const meaning = page.locator('glossary-term [role=tooltip]').first();
    await expect(meaning).toBeHidden();
    await term.focus();
    await expect(meaning).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(meaning).toBeHidden();
  });

  test('leads to the glossary', async ({ page }) => {
    await openLesson(page);
    await page.locator('glossary-term a').first().click();
    await expect(page).toHaveURL(/\/en\/glossary\/#[\w-]+$/);
    await expect(page.locator('.entry:target')).toBeVisible();
  });
});

test.describe('the guide’s table', () => {
  const row = (page: Page, name: string) =>
    page.locator('guide-table form').filter({ has: page.getByLabel(name) });

  test('shows the guide’s value and the profile’s only when the row is answered', async ({
    page,
  }) => {
    await openLesson(page);
    const calls = page.locator('guide-table form').last();
    await expect(calls.getByText('~30%')).toBeHidden();
    await calls.getByRole('textbox').fill('66%');
    await calls.getByRole('button', { name: 'Check' }).click();
    await expect(calls.getByRole('status')).toHaveText('That is what the profile says.');
    await expect(calls.getByText('~30%')).toBeVisible();
    await expect(calls.getByText('66% (33 samples)')).toBeVisible();
  });

  test('takes the guide’s own value for what it is, and offers the answer', async ({ page }) => {
    await openLesson(page);
    const calls = page.locator('guide-table form').last();
    await calls.getByRole('textbox').fill('30%');
    await page.keyboard.press('Enter');
    await expect(calls.getByRole('status')).toContainText('something else');
    await calls.getByRole('button', { name: 'See the answer' }).click();
    await expect(calls.getByText('66% (33 samples)')).toBeVisible();
  });

  test('is filled from the graph: a search gives the share', async ({ page }) => {
    await openLesson(page);
    await graph(page).getByRole('searchbox').fill('libsystem_kernel');
    const calls = page.locator('guide-table form').last();
    await calls.getByRole('button', { name: 'Take it from the graph' }).click();
    await expect(calls.getByRole('textbox')).toHaveValue('66%');
  });

  test('is filled from the graph: a chosen frame gives its name', async ({ page }) => {
    await openLesson(page);
    await graph(page)
      .getByRole('treeitem', { name: /^libsystem_pthread.dylib`thread_start/ })
      .focus();
    await page.keyboard.press('Enter');
    const widest = page.locator('guide-table form').nth(1);
    await widest.getByRole('button', { name: 'Take it from the graph' }).click();
    await expect(widest.getByRole('textbox')).toHaveValue('libsystem_pthread.dylib`thread_start');
    await widest.getByRole('button', { name: 'Check' }).click();
    await expect(widest.getByRole('status')).toHaveText('That is what the profile says.');
  });

  test('says what is missing, and costs nothing', async ({ page }) => {
    await openLesson(page);
    const samples = page.locator('guide-table form').first();
    await samples.getByRole('button', { name: 'Check' }).click();
    await expect(samples.getByRole('status')).toHaveText('Write a value first.');
    await expect(samples.getByRole('textbox')).toBeFocused();
    await samples.getByRole('button', { name: 'Take it from the graph' }).click();
    await expect(samples.getByRole('status')).toContainText('Nothing is chosen on the graph yet');
  });

  test('says when it is full, and keeps what was written over a reload', async ({ page }) => {
    await openLesson(page);
    for (const [index, value] of ['50', '45', '66%'].entries()) {
      const form = page.locator('guide-table form').nth(index);
      await form.getByRole('textbox').fill(value);
      await form.getByRole('button', { name: 'Check' }).click();
    }
    await expect(page.locator('guide-table .done')).toContainText('The table is full.');
    await page.reload();
    await expect(row(page, 'Share of system calls').getByRole('textbox')).toHaveValue('66%');
    await expect(page.locator('guide-table .done')).toContainText('The table is full.');
  });
});

test('code can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/en/lessons/5-1-verify/');
  const block = page.locator('code-block').first();
  await block.getByRole('button', { name: 'Copy' }).click();
  await expect(block.getByRole('button')).toHaveText('Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await block.locator('pre').textContent());
});

test('a heading’s anchor is its address, the same in both languages', async ({ page }) => {
  const ids: string[][] = [];
  for (const locale of ['en', 'zh']) {
    await page.goto(`/${locale}/lessons/1-1-overview/`);
    ids.push(
      await page.locator('.heading :is(h2, h3)').evaluateAll((all) => all.map(({ id }) => id)),
    );
  }
  expect(ids[0]).toEqual(ids[1]);
  expect(ids[0]).toContain('claims');
});

test('the contents lead to the parts of the lesson', async ({ page }) => {
  await openLesson(page);
  await page.getByText('In this lesson').click();
  await page.locator('.lesson-toc a[href="#interview"]').click();
  await expect(page.locator('#interview')).toBeInViewport();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the text, the figures and the filled table are there', async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('lesson-graph svg [role=treeitem]').first()).toBeVisible();
    await expect(page.locator('.figure').first()).toBeVisible();
    await page.getByText('The table, filled').click();
    await expect(page.getByRole('cell', { name: '66% (33 samples)' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Show on the graph' }).first()).toBeHidden();
  });
});

test.describe('the place of reading', () => {
  test('is offered when the lesson is opened again, and marked in the list of lessons', async ({
    page,
  }) => {
    await page.clock.install();
    await page.goto('/en/lessons/1-1-overview/');
    const bar = page.getByRole('complementary', { name: 'Where you stopped' });
    await expect(bar).toBeHidden();
    await page.locator('h2#claims').scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 300);
    const list = await page.context().newPage();
    await expect(async () => {
      await page.clock.runFor(6_000); // a section counts as read in when it has been looked at twice
      await list.goto('/en/lessons/');
      await expect(list.locator('[data-read-mark="1-1-overview"]')).toHaveText(
        /read to part \d of \d/,
        { timeout: 500 },
      );
    }).toPass({ timeout: 30_000 });
    await list.close();
    await page.goto('/zh/lessons/1-1-overview/');
    const offer = page.getByRole('complementary', { name: '上次读到的地方' });
    await offer.getByRole('link').click();
    await expect(page).toHaveURL(/#(claims|meaning|practise)$/);
    await expect(offer).toBeHidden();
  });

  test('is not in the way of a link that has a place of its own', async ({ page }) => {
    await page.goto('/en/lessons/1-1-overview/#practise');
    await expect(page.locator('.reading-place')).toBeHidden();
  });
});
