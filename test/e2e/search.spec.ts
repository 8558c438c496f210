import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: /Search|搜索/ });
const resultsOf = (page: Page) => dialogOf(page).locator('.search-title');

/** What is typed → one of the first three addresses, after the language. */
const golden = {
  en: [
    ['stack', 'glossary/#stack'],
    ['flame graph', 'glossary/#flame-graph'],
    ['flamegraph', 'samples/share-these/'],
    ['plateau', 'glossary/#plateau'],
    ['Self Time', 'glossary/#self-weight'],
    ['flat', 'glossary/#self-weight'],
    ['wall clock', 'glossary/#wall-clock-profiling'],
    ['futex', 'glossary/#futex'],
    ['how sure', 'lessons/0-2-how-sure/'],
    ['confidence interval', 'glossary/#confidence-interval'],
    ['off-cpu', 'glossary/#off-cpu'],
    ['tail call', 'glossary/#tail-call'],
    ['differential', 'lessons/4-1-differential/'],
    ['typescript', 'samples/typescript-compiler/'],
    ['deep recursion', 'samples/recursion-deep/'],
    ['busy waiting', 'glossary/#busy-waiting'],
    ['hot frames', 'lessons/1-2-hot-frames/'],
    ['lock contention', 'glossary/#lock-contention'],
    ['writev', 'samples/writes-vectored/'],
    ['system calls', 'lessons/2-2-system-calls/'],
    ['epoll_wait', 'lessons/2-1-cpu-bound/'],
    ['memory leak', 'glossary/#memory-leak'],
    ['how to read a flame graph', 'lessons/0-1-samples-to-flames/'],
    ['self wieght', 'glossary/#self-weight'],
    ['top down', 'glossary/#icicle-graph'],
    ['p-value', 'glossary/#statistical-significance'],
    ['amdahl', 'glossary/#amdahls-law'],
    ['jfr', 'samples/java-jfr/'],
    ['cpu bound', 'lessons/2-1-cpu-bound/'],
    ['unknown frames', 'glossary/#unknown-frame'],
  ],
  zh: [
    ['调用栈', 'glossary/#stack'],
    ['尾调用', 'glossary/#tail-call'],
    ['火焰图', 'glossary/#flame-graph'],
    ['系统调用', 'glossary/#system-call'],
    ['自身', 'lessons/1-2-hot-frames/'],
    ['锁竞争', 'lessons/3-2-practice/'],
    ['差分', 'lessons/4-1-differential/'],
    ['差分火焰图', 'glossary/#differential-flame-graph'],
    ['热点', 'lessons/1-2-hot-frames/'],
    ['置信区间', 'lessons/0-2-how-sure/'],
    ['忙等', 'glossary/#busy-waiting'],
    ['批处理', 'lessons/3-1-principles/'],
    ['墙钟', 'glossary/#wall-clock-profiling'],
    ['内联', 'samples/symbols-inlined/'],
    ['递归', 'samples/recursion-deep/'],
    ['帧指针', 'glossary/#frame-pointer'],
    ['异步', 'glossary/#async-runtime'],
    ['占比', 'glossary/#share'],
    ['上下文切换', 'glossary/#context-switch'],
    ['垃圾回收', 'samples/go-cpu/'],
    ['读写锁', 'samples/locks-readers/'],
    ['writev', 'samples/writes-vectored/'],
    ['TypeScript 编译器', 'samples/typescript-compiler/'],
    ['火焰图怎么看', 'lessons/0-1-samples-to-flames/'],
    ['火焰 图', 'glossary/#flame-graph'],
    ['采样频率', 'glossary/#sampling-frequency'],
    ['倒置火焰图', 'glossary/#icicle-graph'],
    ['自身时间', 'glossary/#self-weight'],
    ['阿姆达尔', 'glossary/#amdahls-law'],
    ['p 值', 'glossary/#statistical-significance'],
    ['off-cpu', 'glossary/#off-cpu'],
    ['线程池', 'lessons/2-2-system-calls/'],
  ],
} as const;

for (const locale of ['en', 'zh'] as const) {
  test(`the golden list of ${locale} leads where it should`, async ({ page }) => {
    await page.goto(`/${locale}/glossary/`);
    await page.keyboard.press('Control+k');
    const field = dialogOf(page).getByRole('searchbox');
    await expect(field).toBeFocused();
    const astray: string[] = [];
    for (const [query, target] of golden[locale]) {
      // What the query before found stands until this one's is there.
      await resultsOf(page).evaluateAll((all) => {
        for (const link of all) link.classList.add('of-the-query-before');
      });
      await field.fill(query);
      const results = dialogOf(page).locator('.search-title:not(.of-the-query-before)');
      await results.first().waitFor();
      const links = await results.evaluateAll((all) =>
        all.slice(0, 3).map((link) => link.getAttribute('href')),
      );
      if (!links.includes(`/${locale}/${target}`)) astray.push(`${query}: ${links.join(' ')}`);
    }
    expect(astray).toEqual([]);
  });
}

for (const [locale, query] of [
  ['en', 'futex'],
  ['zh', '自身'],
] as const) {
  test(`no excerpt of ${locale} begins with what is left of a sentence`, async ({ page }) => {
    await page.goto(`/${locale}/glossary/`);
    await page.keyboard.press('Control+k');
    await dialogOf(page).getByRole('searchbox').fill(query);
    const excerpts = dialogOf(page).locator('.search-excerpt');
    await expect(excerpts).toHaveCount(10);
    const texts = await excerpts.allInnerTexts();
    const leftOver = /^(?:[，。；：、！？,.;:]|\p{Ll}[\p{L} ]*\. |.。)/u;
    expect(texts.filter((text) => leftOver.test(text))).toEqual([]);
  });
}

for (const [locale, fact] of [
  ['en', /^(?:Program tsc|Language Rust)/],
  ['zh', /^命令 (?:node|offcputime)/],
] as const) {
  test(`an excerpt of ${locale} keeps the facts of a sample apart from their names`, async ({
    page,
  }) => {
    await page.goto(`/${locale}/search/?q=p95`);
    await expect(page.locator('.search-excerpt').filter({ hasText: fact }).first()).toBeVisible();
  });
}

test.describe('the search dialog', () => {
  test('opens with /, finds while you type, walks by arrows, and follows with Enter', async ({
    page,
  }) => {
    await page.goto('/en/lessons/');
    await page.keyboard.press('/');
    const field = dialogOf(page).getByRole('searchbox');
    await expect(field).toBeFocused();
    await page.keyboard.type('plateau');
    await expect(dialogOf(page).getByRole('status')).toHaveText(/\d+ results/);
    // While the word is typed its beginning finds other pages.
    await expect(resultsOf(page).first()).toHaveText(/plateau/i);
    await page.keyboard.press('ArrowDown');
    await expect(resultsOf(page).first()).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(field).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/en/glossary/#plateau');
    await expect(dialogOf(page)).toBeHidden();
  });

  test('keeps what is typed before it is there', async ({ page }) => {
    await page.goto('/en/samples/share-these/');
    await page.locator('body').click({ position: { x: 5, y: 5 } });
    let go: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (go = resolve));
    await page.route('**/_astro/search-dialog*.js', async (route) => {
      await asked;
      await route.continue();
    });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('plateau');
    go();
    await expect(dialogOf(page).getByRole('searchbox')).toHaveValue('plateau');
    await expect(dialogOf(page).getByRole('status')).toHaveText(/\d+ results/);
    await page.keyboard.type(' x');
    await expect(dialogOf(page).getByRole('searchbox')).toHaveValue('plateau x');
  });

  test('closes with Esc, gives the focus back, and keeps what was typed', async ({ page }) => {
    await page.goto('/zh/lessons/');
    const opener = page.getByRole('link', { name: '搜索' });
    await opener.click();
    await dialogOf(page).getByRole('searchbox').fill('尾调用');
    await expect(resultsOf(page).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialogOf(page)).toBeHidden();
    await expect(opener).toBeFocused();
    await page.keyboard.press('/');
    await expect(dialogOf(page).getByRole('searchbox')).toHaveValue('尾调用');
  });

  test('shows the section of a lesson, and marks what was found', async ({ page }) => {
    await page.goto('/en/');
    await page.keyboard.press('Control+k');
    await dialogOf(page).getByRole('searchbox').fill('confidence interval');
    await expect(dialogOf(page).locator('.search-excerpt mark').first()).toHaveText(
      /confidence|interval/i,
    );
    const section = dialogOf(page).locator('.search-sections a').first();
    await expect(section).toHaveAttribute('href', /\/en\/lessons\/[\w-]+\/#/);
  });

  test('says that nothing was found, and what to do', async ({ page }) => {
    await page.goto('/zh/');
    await page.keyboard.press('Control+k');
    await dialogOf(page).getByRole('searchbox').fill('龘靐齉');
    await expect(dialogOf(page).getByRole('status')).toContainText('没有找到“龘靐齉”');
  });

  test('leaves / to a field and to a graph', async ({ page }) => {
    await page.goto('/en/samples/share-these/');
    // Before it is live the graph has no search that a key could lead to.
    await expect(page.locator('flame-graph.is-live')).toBeVisible();
    await page.getByRole('treeitem').first().focus();
    await page.keyboard.press('/');
    await expect(page.locator('flame-graph').getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('/poll/');
    await expect(dialogOf(page)).toHaveCount(0);
  });

  test('the lone key can be switched off, and stays off', async ({ page }) => {
    await page.goto('/en/lessons/');
    await page.keyboard.press('/');
    await dialogOf(page).getByRole('checkbox', { name: 'The key / opens the search' }).uncheck();
    await page.keyboard.press('Escape');
    await page.reload();
    await page.keyboard.press('/');
    await page.keyboard.press('Control+k');
    await expect(dialogOf(page).getByRole('searchbox')).toHaveValue('');
  });

  test('an index that cannot be loaded is a message with another try', async ({ page }) => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto('/en/lessons/');
    await page.keyboard.press('/');
    await dialogOf(page).getByRole('searchbox').fill('plateau');
    await expect(dialogOf(page).getByRole('status')).toContainText('could not be loaded');
    await page.waitForTimeout(400); // what is typed is searched after a pause, and fails too
    await page.unroute('**/pagefind/**');
    await dialogOf(page).getByRole('button', { name: 'Try again' }).click();
    await expect(resultsOf(page).first()).toBeVisible();
    await expect(dialogOf(page).getByRole('searchbox')).toHaveValue('plateau');
  });

  test('has no accessibility violation, in either theme', async ({ page }) => {
    await page.goto('/en/lessons/');
    await page.keyboard.press('/');
    await dialogOf(page).getByRole('searchbox').fill('stack');
    await expect(resultsOf(page).first()).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page, {
        within: '.search-dialog',
        onlyContrast: colorScheme === 'dark',
      });
    }
  });
});

test('does not find answers: no page of a question, no text of one', async ({ page }) => {
  await page.goto('/en/questions/fifty-samples/');
  const reason = (await page.locator('details.quiz-answer p').first().textContent()) ?? '';
  const words = reason.split(/\s+/).slice(0, 12).join(' ');
  expect(words.length).toBeGreaterThan(20);
  await page.keyboard.press('Control+k');
  const field = dialogOf(page).getByRole('searchbox');
  await field.fill(`"${words}"`);
  await expect(dialogOf(page).getByRole('status')).toContainText('Nothing has');
  await field.fill('samples');
  await expect(resultsOf(page).first()).toBeVisible();
  const links = await dialogOf(page)
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links.filter((link) => link?.includes('/questions/'))).toEqual([]);
});

test('a link can carry a search', async ({ page }) => {
  await page.goto('/en/search/?q=futex');
  await expect(page.locator('.search-title').first()).toHaveAttribute(
    'href',
    '/en/glossary/#futex',
  );
});

test('without a script the button leads to a list of everything', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/zh/lessons/');
  await page.getByRole('link', { name: '搜索' }).click();
  await expect(page).toHaveURL('/zh/search/');
  await page.getByRole('link', { name: '尾调用' }).click();
  await expect(page).toHaveURL('/zh/glossary/#tail-call');
});
