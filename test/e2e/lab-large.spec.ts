import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { generateStacks } from '../../bench/generated-stacks.ts';
import { openLab } from '../support/lab-page.ts';
import { mainThreadTasks, taskCategories } from '../support/main-thread-tasks.ts';

const hundredMegabytes = 100_000_000;

/** A folded file of a hundred megabytes: several programs of a hundred thousand nodes. */
function writeLargeFile(path: string): void {
  for (let seed = 1; seed === 1 || statSync(path).size < hundredMegabytes; seed++) {
    appendFileSync(path, generateStacks(100_000, seed).bytes);
  }
}

test('a folded file of 100 MB opens, and no task of the page takes more than 50 ms', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'flamewise-'));
  try {
    const path = join(folder, 'large.folded');
    writeLargeFile(path);
    await openLab(page);
    await browser.startTracing(page, { categories: taskCategories });
    await page.locator('.lab-files').setInputFiles(path);
    await expect(page.locator('.lab-progress')).toBeVisible();
    await expect(page.locator('.lab-desk flame-graph.is-live canvas.flame-canvas')).toBeVisible({
      timeout: 60_000,
    });
    await expect(page.locator('.lab-contents')).toBeVisible({ timeout: 120_000 });
    const tasks = mainThreadTasks(await browser.stopTracing());
    expect(tasks.length).toBeGreaterThan(100);
    expect(Math.max(...tasks)).toBeLessThan(50);
    await expect(page.locator('.lab-report')).toContainText(/1\d\d MB/);
    // Too large to be kept, and the page says so.
    await page.getByRole('button', { name: 'Open another' }).click();
    await expect(page.locator('.lab-recent')).toContainText('too large to keep');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
