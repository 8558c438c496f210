import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** A small profile whose reading is easy to check. */
export const smallFolded = 'main;parse;read 4\nmain;send;write 3\nmain;send;read 2\nmain;parse 1\n';

/** The lab, ready for files. */
export async function openLab(page: Page, locale = 'en', query = ''): Promise<void> {
  await page.goto(`/${locale}/lab/${query}`);
  await expect(page.locator('flame-lab[data-ready]')).toBeAttached();
}

export interface TestFile {
  readonly name: string;
  readonly text: string | Buffer;
}

/** Chooses files with the picker. */
export async function chooseFiles(page: Page, ...files: readonly TestFile[]): Promise<void> {
  await page.locator('.lab-files').setInputFiles(
    files.map(({ name, text }) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.isBuffer(text) ? text : Buffer.from(text),
    })),
  );
}

/** The graph is live and the reading is there. */
export async function expectOpen(page: Page, name: string | RegExp): Promise<Locator> {
  await expect(page.locator('.lab-name')).toHaveText(name);
  const graph = page.locator('.lab-desk .lab-graph:not([hidden]) flame-graph.is-live');
  await expect(graph).toBeVisible();
  await expect(page.locator('.lab-reading .lab-section').first()).toBeVisible();
  return graph;
}
