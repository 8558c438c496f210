import { expect, test, type Locator, type Page } from '@playwright/test';

const sheet = (page: Page) => page.locator('.print-set');

/** The browser's own dialog cannot be driven: what it would be given stays on the page. */
async function openPractice(page: Page, address: string): Promise<void> {
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset['printed'] = '';
    };
  });
  await page.goto(address);
  await expect(page.locator('.practice-count')).not.toBeEmpty();
}

async function printAll(page: Page): Promise<void> {
  await page.locator('[data-print]').click();
  await expect(page.locator('html')).toHaveAttribute('data-printed');
  await page.emulateMedia({ media: 'print' });
}

for (const [locale, key] of [
  ['en', 'Key'],
  ['zh', '答案'],
] as const) {
  test(`a set on paper has the filter’s questions, and the key at its end (${locale})`, async ({
    page,
  }) => {
    await openPractice(page, `/${locale}/practice/?lesson=1-1-overview`);
    const listed = await page.locator('[data-card]:visible a').allInnerTexts();
    await printAll(page);
    await expect(sheet(page).locator('.print-question .quiz-title')).toHaveText(listed);
    await expect(sheet(page).locator('.print-answer > h3')).toHaveText(listed);
    await expect(sheet(page).getByRole('heading', { level: 2 })).toHaveText(key);
    await expect(page.locator('main')).toBeHidden();
    for (const answer of await sheet(page).locator('.print-answer').all()) {
      await expect(answer.locator(':scope > div').first()).toBeVisible();
    }
  });
}

test('what is asked holds no answer, no hint and nothing to press', async ({ page }) => {
  await openPractice(page, '/en/practice/?lesson=2-2-system-calls');
  await printAll(page);
  const asked = sheet(page).locator('.print-question');
  await expect(asked.locator('button, .quiz-hints, .quiz-reason, select, script')).toHaveCount(0);
  await expect(asked.locator('.flame-picture svg').first()).toBeVisible();
});

const gathered = {
  en: /^Grey: ([\d,]+) frames, each too narrow/,
  zh: /^灰色部分：([\d,]+) 个栈帧/,
} as const;

/** The question whose graph has the most narrow frames, and what is said below its grey blocks. */
const narrow = (page: Page, title: string) => {
  const question = sheet(page).locator('.print-question').filter({ hasText: title });
  return { blocks: question.locator('svg .held'), note: question.locator('.flame-graph > .label') };
};
const framesIn = (blocks: Locator) =>
  blocks.evaluateAll((all) =>
    all.reduce((sum, block) => sum + Number(block.getAttribute('data-held') ?? 1), 0),
  );
const widest = (blocks: Locator) =>
  blocks.evaluateAll((all) =>
    Math.max(
      ...all.map((block) =>
        parseFloat(block.querySelector('[width]:not([width="100%"])')!.getAttribute('width')!),
      ),
    ),
  );

for (const [locale, title] of [
  ['en', 'What unlocking costs'],
  ['zh', '解锁的代价'],
] as const) {
  test(`the graph of a question has its narrow boxes on paper, and says what it lacks (${locale})`, async ({
    page,
  }) => {
    await openPractice(page, `/${locale}/practice/?lesson=2-2-system-calls&kind=click-frame`);
    await printAll(page);
    const { blocks, note } = narrow(page, title);
    expect(await widest(blocks)).toBeLessThan(1); // per cent of the picture
    const said = gathered[locale].exec(await note.innerText())?.[1] ?? '';
    expect(Number(said.replace(',', ''))).toBe(await framesIn(blocks));
  });
}

test('where the profile cannot be had, the picture of the page is printed and says what is grey', async ({
  page,
}) => {
  await openPractice(page, '/en/practice/?lesson=2-2-system-calls&kind=click-frame');
  await page.route('**/samples/*.folded*', (route) => route.abort());
  await printAll(page);
  const { blocks, note } = narrow(page, 'What unlocking costs');
  expect(await widest(blocks)).toBeGreaterThan(5);
  const said = gathered.en.exec(await note.innerText())?.[1] ?? '';
  expect(Number(said.replace(',', ''))).toBe(await framesIn(blocks));
});

test('after printing the page is as it was', async ({ page }) => {
  await openPractice(page, '/en/practice/?lesson=1-1-overview&level=1');
  await printAll(page);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(sheet(page)).toHaveCount(0);
  await expect(page.locator('main')).toBeVisible();
});

test('a question that does not load is said, and nothing is printed', async ({ page }) => {
  await openPractice(page, '/en/practice/?lesson=1-1-overview');
  await page.route('**/questions/**', (route) => route.abort());
  await page.locator('[data-print]').click();
  await expect(page.locator('.practice-print [role="status"]')).toContainText(
    'nothing was printed',
  );
  await expect(page.locator('html')).not.toHaveAttribute('data-printed');
});

test('on paper a verdict can be read, whatever the theme of the screen', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await page.goto('/en/practice/');
  const colors = await page.evaluate(() => {
    const root = getComputedStyle(document.documentElement);
    return ['--paper', '--right-wash', '--wrong-wash', '--doubtful-wash', '--note-wash'].map(
      (name) => root.getPropertyValue(name).trim(),
    );
  });
  for (const color of colors.slice(1)) {
    expect(Number(/oklch\(([\d.]+)/.exec(color)?.[1])).toBeGreaterThan(0.9);
  }
  expect(colors[0]).toBe('white');
});
