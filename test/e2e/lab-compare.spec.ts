import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { chooseFiles, expectOpen, openLab, smallFolded } from '../support/lab-page.ts';

/** The view of the graph that is in sight. */
const shownView = (page: Page) =>
  page
    .locator('.lab-desk .lab-graph:not([hidden]) flame-graph')
    .evaluate(
      (element) => (element as HTMLElement & { view: { view: string; highlight: string[] } }).view,
    );
const viewOf = async (page: Page) => (await shownView(page)).view;

test.describe('comparing in the lab', () => {
  test('two samples by link: the difference, what changed, what could be noise', async ({
    page,
  }) => {
    await openLab(page, 'en', '?sample=chunks-8k-1&after=chunks-1m-1');
    await expectOpen(page, /8\sKiB.* → .*1\sMiB/);
    expect(await viewOf(page)).toBe('diff');
    await expect(page.locator('.lab-report')).toHaveCount(2);
    await expect(page.locator('[data-section="comparable"]')).toBeVisible();
    await expect(page.locator('.lab-statement[data-judgement="clear"]').first()).toBeVisible();
    await expect(page.locator('.lab-reading')).toContainText(/noise/);
    await page.locator('[data-section="self-changes"] .lab-statement').first().click();
    expect(await viewOf(page)).toBe('diff');
  });

  test('swaps before and after, and stops', async ({ page }) => {
    await openLab(page, 'en', '?sample=diff-before&after=diff-after');
    await expectOpen(page, 'Users found by scanning → Users found by hash');
    await page.getByRole('button', { name: 'Swap before and after' }).click();
    await expectOpen(page, 'Users found by hash → Users found by scanning');
    expect(new URL(page.url()).searchParams.get('sample')).toBe('diff-after');
    await page.getByRole('button', { name: 'Stop comparing' }).click();
    await expectOpen(page, 'Users found by hash');
    expect(await viewOf(page)).toBe('merged');
    await page.goBack();
    await expectOpen(page, 'Users found by hash → Users found by scanning');
  });

  test('a file of one’s own with a sample, chosen from the list', async ({ page }) => {
    await openLab(page);
    await chooseFiles(page, { name: 'mine.folded', text: smallFolded });
    await expectOpen(page, 'mine.folded');
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.getByLabel('Compare it with').selectOption({ label: 'Four threads, one lock' });
    await page.locator('.lab-compare').getByRole('button', { name: 'Compare' }).click();
    await expectOpen(page, 'mine.folded → Four threads, one lock');
    await page.reload();
    await expectOpen(page, 'mine.folded → Four threads, one lock');
    expect(await viewOf(page)).toBe('diff');
  });

  test('two files that are chosen together: the older one is before', async ({ page }) => {
    await openLab(page);
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'new.folded', { lastModified: 2_000 }));
      data.items.add(new File(['main;parse 3\n'], 'old.folded', { lastModified: 1_000 }));
      const init = { bubbles: true, cancelable: true, dataTransfer: data };
      document.body.dispatchEvent(new DragEvent('drop', init));
    }, smallFolded);
    await expectOpen(page, 'old.folded → new.folded');
  });

  test('of more files the first is opened, and the others are at hand', async ({ page }) => {
    await openLab(page);
    await chooseFiles(
      page,
      { name: 'a.folded', text: 'a 1\n' },
      { name: 'b.folded', text: 'b 1\n' },
      { name: 'c.folded', text: 'c 1\n' },
    );
    await expectOpen(page, 'a.folded');
    await page.getByRole('button', { name: 'Open another' }).click();
    await expect(page.locator('.lab-recent').getByRole('listitem')).toHaveCount(3);
    await page.locator('.lab-recent').getByRole('link', { name: 'c.folded' }).click();
    await expectOpen(page, 'c.folded');
  });

  test('two profiles of one file', async ({ page }) => {
    await openLab(page);
    await chooseFiles(page, { name: 'diff.folded', text: 'a;b 1 20\na;c 30 4\n' });
    await expectOpen(page, 'diff.folded');
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    const choice = page.getByLabel('Compare it with');
    await expect(choice.locator('optgroup').first()).toHaveAttribute('label', 'In this file');
    await page.locator('.lab-compare').getByRole('button', { name: 'Compare' }).click();
    await expectOpen(page, 'diff.folded → diff.folded');
    expect(await viewOf(page)).toBe('diff');
  });

  test('while two are compared one of them can be read, and nothing stays of the wait', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (this: Worker, message: { kind?: string }, ...rest) {
        const send = () => post.call(this, message, ...(rest as [StructuredSerializeOptions]));
        if (message.kind === 'compare') setTimeout(send, 3000);
        else send();
      } as typeof post;
    });
    await openLab(page, 'en', '?sample=diff-before&after=diff-after');
    const waiting = page.locator('.lab-waiting');
    await expect(waiting).toHaveText(/compar/i);
    await page.getByRole('tab', { name: 'After', exact: true }).click();
    await expect(page.locator('[data-section="features"]')).toBeVisible();
    await expect(waiting).toHaveCount(0);
    await page.getByRole('tab', { name: 'What changed', exact: true }).click();
    await expect(waiting).toHaveText(/compar/i);
    await expect(page.locator('[data-section="self-changes"]')).toBeVisible();
    await expect(waiting).toHaveCount(0);
    await expect(page.locator('.lab-contents')).toHaveCount(1);
  });

  for (const [locale, sides, readingOf] of [
    ['en', ['What changed', 'Before', 'After'], /1\sMiB.*: the reading$/],
    ['zh', ['变化', '之前', '之后'], /1\sMiB.*：解读$/],
  ] as const) {
    test(`each side can be read by itself, on its own graph (${locale})`, async ({ page }) => {
      await openLab(page, locale, '?sample=chunks-8k-1&after=chunks-1m-1');
      await expectOpen(page, /8\sKiB.* → .*1\sMiB/);
      const tab = (name: string) => page.getByRole('tab', { name, exact: true });
      await expect(page.locator('.lab-sides').getByRole('tab')).toHaveText([...sides]);
      await tab(sides[2]).click();
      await expect(tab(sides[2])).toHaveAttribute('aria-selected', 'true');
      await expect(page.locator('#lab-read')).toHaveText(readingOf);
      await expectOpen(page, /8\sKiB.* → .*1\sMiB/);
      await expect(page.locator('[data-section="self-changes"]')).toHaveCount(0);
      await expect(page.locator('[data-section="features"]')).toBeVisible();
      expect(await viewOf(page)).toBe('merged');
      const hot = page.locator('[data-section="self"] .lab-statement').first();
      await hot.click();
      await expect(hot).toHaveAttribute('aria-current', 'true');
      await expect.poll(async () => (await shownView(page)).highlight).not.toEqual([]);
      // What is read is what is taken away.
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.lab-part:has(#lab-take)').getByRole('button', { name: 'pprof' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('chunks-1m-1.pb');

      await page.reload();
      await expect(tab(sides[2])).toHaveAttribute('aria-selected', 'true');
      await expect(page.locator('#lab-read')).toHaveText(readingOf);
      await tab(sides[2]).focus();
      await page.keyboard.press('Home');
      await expect(tab(sides[0])).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.locator('[data-section="self-changes"]')).toBeVisible();
      expect(await viewOf(page)).toBe('diff');
      expect(new URL(page.url()).searchParams.has('read')).toBe(false);
    });
  }

  test('a file of one’s own beside a sample is shown again as it was left', async ({ page }) => {
    await openLab(page, 'en', '?sample=locks-one');
    await expectOpen(page, 'Four threads, one lock');
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page
      .locator('#lab-compare-file')
      .setInputFiles({ name: 'mine.folded', mimeType: '', buffer: Buffer.from(smallFolded) });
    const graph = await expectOpen(page, 'Four threads, one lock → mine.folded');
    await graph.getByRole('button', { name: 'Views and colours' }).click();
    await graph.getByRole('combobox', { name: 'View', exact: true }).selectOption('merged');
    expect(await viewOf(page)).toBe('merged');
    await page.waitForTimeout(700); // saved a moment after the last change
    await page.reload();
    await expectOpen(page, 'Four threads, one lock → mine.folded');
    expect(await viewOf(page)).toBe('merged');
    await page.getByRole('button', { name: 'Swap before and after' }).click();
    await expectOpen(page, 'mine.folded → Four threads, one lock');
    expect(await viewOf(page)).toBe('diff'); // another pair, not seen before
  });

  test('two samples are shown again as their address says', async ({ page }) => {
    await openLab(page, 'en', '?sample=diff-before&after=diff-after');
    const graph = await expectOpen(page, /→/);
    await graph.getByRole('button', { name: 'Views and colours' }).click();
    await graph.getByRole('combobox', { name: 'View', exact: true }).selectOption('merged');
    // What the other view needs is loaded first.
    await expect(page).not.toHaveURL(/view=diff/);
    await page.reload();
    await expectOpen(page, /→/);
    expect(await viewOf(page)).toBe('merged');
  });

  test('says when two cannot be compared', async ({ page }) => {
    await openLab(page, 'en', '?sample=locks-one&after=heap-leaked');
    await expect(page.locator('[data-section="comparable"]')).toContainText(/samples/);
    await expect(page.locator('[data-section="comparable"]')).toContainText(/bytes/);
    await expect(page.locator('[data-section="self-changes"]')).toHaveCount(0);
  });
});
