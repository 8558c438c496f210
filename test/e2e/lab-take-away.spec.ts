import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { importProfile } from '../../src/lib/flame/index.ts';
import { chooseFiles, expectOpen, openLab, smallFolded } from '../support/lab-page.ts';

async function take(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const part = page.locator('.lab-part', { has: page.locator('#lab-take') });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    part.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const hostile = '<img src=x onerror=alert(1)>|`[a](b)';
const files = { name: 'mine.folded', text: `${smallFolded}main;${hostile} 7\n` };

test.describe('taking away from the lab', () => {
  test('folded, speedscope and pprof hold the same profile', async ({ page }) => {
    await openLab(page);
    await chooseFiles(page, files);
    await expectOpen(page, 'mine.folded');
    const { profiles } = await importProfile(files.text);
    for (const [button, ending] of [
      ['folded', 'folded'],
      ['speedscope JSON', 'speedscope.json'],
      ['pprof', 'pb'],
    ] as const) {
      const { name, bytes } = await take(page, button);
      expect(name).toBe(`mine.${ending}`);
      const back = await importProfile(new Uint8Array(bytes));
      expect(back.profiles[0]?.totalWeight).toBe(profiles[0]?.totalWeight);
      expect([...(back.profiles[0]?.frames.names ?? [])].sort()).toEqual(
        [...(profiles[0]?.frames.names ?? [])].sort(),
      );
    }
  });

  test('the graph as SVG and PNG, names as text', async ({ page }) => {
    await openLab(page);
    await chooseFiles(page, files);
    await expectOpen(page, 'mine.folded');
    const svg = await take(page, 'SVG');
    expect(svg.name).toBe('mine.svg');
    expect(svg.bytes.toString()).toContain('&lt;img');
    expect(svg.bytes.toString()).not.toContain('<img');
    const png = await take(page, 'PNG');
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  });

  for (const [locale, button] of [
    ['en', 'Markdown'],
    ['zh', 'Markdown'],
  ] as const) {
    test(`a report in Markdown, in the chosen language (${locale})`, async ({ page }) => {
      await openLab(page, locale);
      await chooseFiles(page, files);
      await expectOpen(page, 'mine.folded');
      const { name, bytes } = await take(page, button);
      const text = bytes.toString();
      expect(name).toBe('mine.md');
      expect(text).toContain('mine.svg');
      expect(text).not.toContain('<img');
      expect(/[\u4e00-\u9fff]/.test(text)).toBe(locale === 'zh');
    });
  }

  test('a comparison as stacks with two weights', async ({ page }) => {
    await openLab(page, 'en', '?sample=diff-before&after=diff-after');
    await expectOpen(page, /→/);
    const { name, bytes } = await take(page, 'folded, two weights');
    expect(name).toBe('diff-before-diff-after.diff.folded');
    expect(bytes.toString().split('\n')[0]).toMatch(/ [\d.]+ [\d.]+$/);
  });

  test('printed: the graph, the reading, the notes, and no buttons', async ({ page }) => {
    await openLab(page, 'en', '?sample=share-these');
    await expectOpen(page, /file server/);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.lab-desk svg.flame-svg').first()).toBeVisible();
    await expect(page.locator('.lab-section').last()).toBeVisible();
    await expect(page.locator('.lab-report')).toBeVisible();
    await expect(page.locator('.lab-question .lab-statement').first()).toBeVisible();
    await expect(page.locator('.lab-open')).toBeHidden();
    await expect(page.getByRole('button', { name: 'Open another' })).toBeHidden();
    await expect(page.locator('#lab-take')).toBeHidden();
  });
});
