import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { ImportError, importProfile } from '../../src/lib/flame/index.ts';
import { openLab } from '../support/lab-page.ts';
import { loadSource } from '../support/load-source.ts';

/*
 * Every file of the corpus through the real page: it shows a picture and a reading, or the message
 * that the library has for it. `scripts/ci.mjs` runs this; without the corpus it is skipped, and
 * under CI (`CI=true`) that fails.
 */
const folder = join(import.meta.dirname, '../../../shared/corpus');

interface CorpusFile {
  readonly path: string;
  readonly format: string;
}

function corpusFiles(): readonly CorpusFile[] | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'corpus.json'), 'utf8')) as CorpusFile[];
  } catch {
    return undefined;
  }
}

const files = corpusFiles();

if (files === undefined) {
  test('the corpus', () => {
    test.skip(process.env['CI'] !== 'true', `needs the corpus in ${folder}`);
    throw new Error(`There is no corpus in ${folder}.`);
  });
} else {
  for (const format of new Set(files.map((file) => file.format))) {
    const ofFormat = files.filter((file) => file.format === format);
    test(`${format}: ${ofFormat.length} files`, async ({ page }) => {
      test.setTimeout(180_000);
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await openLab(page);
      for (const { path } of ofFormat) {
        await test.step(path, () => expectShown(page, path));
      }
      expect(errors).toEqual([]);
    });
  }
}

/** What the library makes of a file: a message, or how many profiles. */
async function expectedOf(bytes: Buffer, name: string): Promise<string | number> {
  try {
    return (await importProfile(new Uint8Array(bytes), { fileName: name })).profiles.length;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const lab =
      await loadSource<typeof import('../../src/lib/lab/index.ts')>('src/lib/lab/index.ts');
    return lab.sayImportError(error, 'en').what;
  }
}

async function expectShown(page: Page, path: string): Promise<void> {
  const bytes = readFileSync(join(folder, path));
  const name = path.replaceAll('/', '_'); // files of one name in two folders are two files
  const expected = await expectedOf(bytes, name);
  const file = { name, mimeType: 'application/octet-stream', buffer: bytes };
  await page.locator('.lab-files').setInputFiles(file);
  if (typeof expected === 'string') {
    const failure = page.locator('.lab-failure', { hasText: name });
    await expect(failure, path).toContainText(expected);
    return;
  }
  await expect(page.locator('.lab-name'), path).toHaveText(name);
  await expect(page.locator('.lab-failure'), path).toBeHidden();
  await expect(page.locator('.lab-tab'), path).toHaveCount(expected > 1 ? expected : 0);
  const picture = page.locator('.lab-desk flame-graph.is-live .flame-picture');
  await expect(picture.locator('svg, canvas').first(), path).toBeVisible();
  await expect(picture.getByRole('treeitem').first(), path).toBeAttached();
  // A reading of half a million nodes takes some seconds, in the worker.
  const reading = page.locator('.lab-reading .lab-section').first();
  await expect(reading, path).toBeVisible({ timeout: 40_000 });
  await expect(page.locator('.lab-reading .lab-warning'), path).toHaveCount(0);
}
