import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { chooseFiles, expectOpen, openLab, smallFolded } from '../support/lab-page.ts';

const mine = { name: 'mine.folded', text: smallFolded };

async function selectFrame(page: Page, name: string): Promise<void> {
  await page
    .locator('.lab-desk')
    .getByRole('treeitem', { name: new RegExp(`^${name},`) })
    .first()
    .focus();
  await page.keyboard.press('Space');
}

async function pinNote(page: Page, frame: string, text: string): Promise<void> {
  await selectFrame(page, frame);
  await expect(page.locator('.lab-note-at')).toHaveText(`Note at ${frame}`);
  await page.getByLabel('Your note').fill(text);
  await page.getByRole('button', { name: 'Pin it to the frame' }).click();
  // Said when it is kept, so that it outlives the page.
  await expect(page.getByText(`Pinned to ${frame}.`)).toBeAttached();
}

test.describe('notes and sessions of the lab', () => {
  test('a note is pinned to a frame, shows it, and survives a reload', async ({ page }) => {
    await openLab(page);
    await chooseFiles(page, mine);
    await expectOpen(page, 'mine.folded');
    await pinNote(page, 'send', 'writes one byte <b>at a time</b>');
    await expect(page.locator('.lab-pinned-text')).toHaveText('writes one byte <b>at a time</b>');
    await page.reload();
    const graph = await expectOpen(page, 'mine.folded');
    await expect(page.locator('.lab-pinned-text')).toHaveText('writes one byte <b>at a time</b>');
    await page.getByRole('button', { name: 'send', exact: true }).click();
    await expect(graph.locator('.flame-name')).toHaveText('send');
    await page.getByRole('button', { name: 'Erase the note at send' }).click();
    await expect(page.locator('.lab-pinned-text')).toHaveCount(0);
    await expect(page.getByText('The note is erased.')).toBeAttached();
    await page.reload();
    await expectOpen(page, 'mine.folded');
    await expect(page.locator('.lab-pinned-text')).toHaveCount(0);
  });

  test('the view of a file of one’s own is kept, but not in the address', async ({ page }) => {
    await openLab(page);
    await chooseFiles(page, mine);
    const graph = await expectOpen(page, 'mine.folded');
    await graph.getByRole('searchbox').fill('read');
    await expect(graph.locator('.flame-result')).toContainText('60%');
    expect(page.url()).not.toContain('read');
    await page.waitForTimeout(700); // saved a moment after the last change
    await page.reload();
    await expectOpen(page, 'mine.folded');
    await expect(graph.getByRole('searchbox')).toHaveValue('read');
  });

  test('the view of a sample is in the address', async ({ page }) => {
    await openLab(page, 'en', '?sample=share-these&search=poll');
    const graph = await expectOpen(page, /file server/);
    await expect(graph.getByRole('searchbox')).toHaveValue('poll');
    await graph.getByRole('searchbox').fill('writev');
    await expect.poll(() => page.url()).toContain('search=writev');
  });

  test('recent files can be opened again and erased', async ({ page }) => {
    await openLab(page);
    await chooseFiles(page, mine);
    await expectOpen(page, 'mine.folded');
    await chooseFiles(page, { name: 'other.folded', text: 'x;y 3\n' });
    await expectOpen(page, 'other.folded');
    await openLab(page);
    const recent = page.locator('.lab-recent');
    await expect(recent.getByRole('listitem')).toHaveText([/^other\.folded/, /^mine\.folded/]);
    await recent.getByRole('link', { name: 'mine.folded' }).click();
    await expectOpen(page, 'mine.folded');
    await openLab(page);
    await recent.getByRole('button', { name: 'Erase mine.folded' }).click();
    await expect(recent.getByRole('listitem')).toHaveText([/^other\.folded/]);
    await recent.getByRole('button', { name: 'Erase all' }).click();
    await expect(recent.getByRole('listitem')).toHaveCount(0);
    await page.reload();
    await expect(page.locator('flame-lab[data-ready]')).toBeAttached();
    await expect(recent.getByRole('listitem')).toHaveCount(0);
  });

  test('an address of a file that is not kept any more says so', async ({ page }) => {
    await openLab(page, 'en', '?session=00000000-0000-4000-8000-000000000000');
    await expect(page.getByRole('alert').filter({ hasText: 'not kept any more' })).toBeVisible();
  });

  test('notes at a sample are kept too', async ({ page }) => {
    await openLab(page, 'en', '?sample=writes-unbuffered');
    await expectOpen(page, /One write/);
    await pinNote(page, 'main', 'the whole program');
    await openLab(page);
    await expect(page.locator('.lab-recent').getByRole('listitem')).toContainText('1 note');
    await page.locator('.lab-recent').getByRole('link').first().click();
    await expectOpen(page, /One write/);
    await expect(page.locator('.lab-pinned-text')).toHaveText('the whole program');
  });

  test('where the browser keeps nothing, the page says so and everything works', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', {
        value: {
          open: () => {
            throw new DOMException('no', 'SecurityError');
          },
        },
      });
    });
    await openLab(page);
    await expect(page.locator('.lab-recent')).toContainText('does not let the page keep anything');
    await chooseFiles(page, mine);
    await expectOpen(page, 'mine.folded');
    await pinNote(page, 'send', 'still written');
    await expect(page.locator('.lab-pinned-text')).toHaveText('still written');
    await chooseFiles(page, { name: 'other.folded', text: 'x;y 3\n' });
    await expectOpen(page, 'other.folded');
    await page.goBack();
    await expectOpen(page, 'mine.folded');
    await expect(page.locator('.lab-pinned-text')).toHaveText('still written');
  });

  test('a full disk is said, and the file stays open', async ({ page }) => {
    await page.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await openLab(page);
    await chooseFiles(page, mine);
    await expectOpen(page, 'mine.folded');
    await page.getByRole('button', { name: 'Open another' }).click();
    await expect(page.locator('.lab-recent')).toContainText('no room left');
    await expect(page.locator('.lab-recent')).toContainText('not kept');
  });
});
