import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { importProfile } from '../../src/lib/flame/index.ts';
import { plainOf } from '../../src/lib/flame/index.ts';
import { loadSource } from '../support/load-source.ts';
import { chooseFiles, expectOpen, openLab, smallFolded } from '../support/lab-page.ts';

const section = (page: Page, id: string) => page.locator(`[data-section="${id}"]`);

test.describe('the reading in the lab', () => {
  for (const locale of ['en', 'zh'] as const) {
    test(`says what the library finds, in the guide’s order (${locale})`, async ({ page }) => {
      const bytes = readFileSync('public/samples/share-these.folded');
      const { profiles } = await importProfile(bytes, { fileName: 'share-these.folded' });
      const { sayReading } =
        await loadSource<typeof import('../../src/lib/lab/index.ts')>('src/lib/lab/index.ts');
      const said = sayReading(profiles[0]!, locale); // it has one
      await openLab(page, locale, '?sample=share-these');
      await expectOpen(page, /.+/);
      await expect(page.locator('.lab-section h3')).toHaveText(
        said.sections
          .filter(
            ({ statements, nested = [], questions = [] }) =>
              statements.length + nested.length + questions.length > 0,
          )
          .map(({ heading }) => heading),
      );
      const guide = await page.locator('.lab-lesson').allInnerTexts();
      const order = guide.map((text) => Number(/\d\.\d/.exec(text)?.[0]));
      expect(order).toEqual([...order].sort((a, b) => a - b));
      const first = said.sections[0]!.statements[0]!; // features have statements
      const start = plainOf(first.text).slice(0, 12);
      await expect(page.locator('.lab-said').first()).toContainText(start);
    });
  }

  test('a statement shows its evidence on the graph, as a link that can be kept', async ({
    page,
  }) => {
    await openLab(page, 'en', '?sample=share-these');
    const graph = await expectOpen(page, /file server/);
    const statement = section(page, 'self').locator('.lab-statement').first();
    const before = page.url();
    await statement.click();
    await expect(statement).toHaveAttribute('aria-current', 'true');
    await expect(page.locator('.lab-status')).toHaveText('The graph shows it.');
    expect(page.url()).not.toBe(before);
    // What finds the frames may still be on its way.
    const viewNow = () =>
      graph.evaluate((element) => JSON.stringify((element as HTMLElement & { view: object }).view));
    await expect.poll(viewNow).toContain('cvsignal');
    const view = await viewNow();
    await page.goBack();
    expect(page.url()).toBe(before);
    await expect.poll(viewNow).not.toContain('cvsignal');
    const link = await statement.getAttribute('href');
    await page.goto(link ?? '');
    await expectOpen(page, /file server/);
    await expect.poll(viewNow).toBe(view);
  });

  test('every statement can be reached and used by keyboard', async ({ page }) => {
    await openLab(page, 'en', '?sample=writes-unbuffered');
    await expectOpen(page, /One write/);
    const statement = section(page, 'total').locator('.lab-statement').first();
    await statement.focus();
    await page.keyboard.press('Enter');
    await expect(statement).toHaveAttribute('aria-current', 'true');
    await expect(statement).toBeFocused();
  });

  test('chains are nested as the frames are, and a question answers itself when opened', async ({
    page,
  }) => {
    await openLab(page, 'en', '?sample=share-these');
    await expectOpen(page, /file server/);
    await expect(section(page, 'chains').locator('ul ul').first()).toBeVisible();
    const question = section(page, 'questions').locator('details').first();
    await expect(question.locator('.lab-statement')).toBeHidden();
    await question.locator('summary').click();
    await expect(question.locator('.lab-statement')).toBeVisible();
  });

  test('a long section shows its first lines, and the others when asked', async ({ page }) => {
    await openLab(page, 'en', '?sample=share-these');
    await expectOpen(page, /file server/);
    const lines = section(page, 'self').locator('.lab-statement:visible');
    await expect(lines).toHaveCount(5);
    await section(page, 'self')
      .getByText(/^\d+ more$/)
      .click();
    expect(await lines.count()).toBeGreaterThan(6);
    const deep = section(page, 'chains').locator('.lab-rest').first();
    await expect(deep.locator('.lab-statement').first()).toBeHidden();
    await deep.locator('summary').first().click();
    await expect(deep.locator('.lab-statement').first()).toBeVisible();
  });

  test('an interval stands only where weights count samples', async ({ page }) => {
    await openLab(page);
    await chooseFiles(page, { name: 'counted.folded', text: smallFolded });
    await expectOpen(page, 'counted.folded');
    await expect(section(page, 'self')).toContainText(/%.*[–-].*%/);
    await openLab(page, 'en', '?sample=heap-leaked');
    await expectOpen(page, /never freed/);
    await expect(section(page, 'self')).not.toContainText(/\(\d[\d.]*–/);
  });

  test('commands for a better recording follow the chosen platform', async ({ page }) => {
    await openLab(page, 'en', '?sample=share-these');
    await expectOpen(page, /file server/);
    const part = page.locator('.lab-part', { has: page.locator('#lab-record') });
    await expect(part.locator('pre').first()).toBeVisible();
    await part.getByLabel('Recorded with').selectOption('linux-perf');
    await expect(part.locator('pre').first()).toContainText('perf record');
    await part.getByLabel('Recorded with').selectOption('go');
    await expect(part).not.toContainText('perf record');
  });

  test('names of frames are text, whatever they hold', async ({ page }) => {
    const hostile = '<img src=x onerror=document.title="hacked">';
    await openLab(page);
    const text = `main;${hostile};b 30\nmain;"]}'</script><script>alert(1)</script> 3\n`;
    await chooseFiles(page, { name: `${hostile}.folded`, text });
    await expectOpen(page, `${hostile}.folded`);
    await expect(page.locator('.lab-reading')).toContainText('<img src=x');
    expect(await page.locator('.lab img, .lab-desk script').count()).toBe(0);
    expect(await page.title()).not.toBe('hacked');
  });
});

test('a long reading has a way to each part, and the address stays', async ({ page }) => {
  await openLab(page, 'en', '?sample=share-these');
  await expectOpen(page, /file server/);
  const before = page.url();
  await page
    .getByRole('navigation', { name: 'Parts of the reading' })
    .getByText('Take away')
    .click();
  await expect(page.getByRole('heading', { name: 'Take away' })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Take away' })).toBeInViewport();
  expect(page.url()).toBe(before);
});
