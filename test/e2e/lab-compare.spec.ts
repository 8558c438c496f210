import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { chooseFiles, expectOpen, openLab, smallFolded } from '../support/lab-page.ts';

const viewOf = (page: Page) =>
  page
    .locator('.lab-desk flame-graph')
    .evaluate((element) => (element as HTMLElement & { view: { view: string } }).view.view);

test.describe('comparing in the lab', () => {
  test('two samples by link: the difference, what changed, what could be noise', async ({
    page,
  }) => {
    await openLab(page, 'en', '?sample=chunks-8k-1&after=chunks-1m-1');
    await expectOpen(page, /8 KiB.* → .*1 MiB/);
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

  test('says when two cannot be compared', async ({ page }) => {
    await openLab(page, 'en', '?sample=locks-one&after=heap-leaked');
    await expect(page.locator('[data-section="comparable"]')).toContainText(/samples/);
    await expect(page.locator('[data-section="comparable"]')).toContainText(/bytes/);
    await expect(page.locator('[data-section="self-changes"]')).toHaveCount(0);
  });
});
