import { readdirSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { languages, pageTypes } from '../support/site-pages.ts';

/** The states of a page that its first look does not show; `every-page.spec.ts` has the first looks. */
const states: Record<string, (page: Page, locale: string) => Promise<void>> = {
  'a practice session': async (page, locale) => {
    await page.goto(`/${locale}/practice/?lesson=1-1-overview&start=5`);
    await expect(page.locator('flame-quiz:defined')).toBeVisible();
  },
  'a filter that nothing fits': async (page, locale) => {
    await page.goto(`/${locale}/practice/?state=missed`);
    await expect(page.locator('[data-start]').first()).toHaveAttribute('aria-disabled', 'true');
  },
  'a mock interview that runs': async (page, locale) => {
    await page.goto(`/${locale}/mock/`);
    await page.locator('.mock-setup [type="submit"]').click();
    await expect(page.locator('flame-quiz:visible')).toHaveCount(1);
  },
  'a drill': async (page, locale) => {
    await page.goto(`/${locale}/drills/#seed=abc&level=2`);
    await expect(page.locator('.drill-title')).toBeVisible();
  },
  'a page that does not exist': async (page, locale) => {
    await page.goto(`/${locale}/nothing-here/`);
  },
};

for (const [index, [name, open]] of Object.entries(states).entries()) {
  for (const locale of languages) {
    // Each language gets the other theme: every state is seen in both, and no rule is run twice.
    const theme = (index + languages.indexOf(locale)) % 2 === 0 ? 'dark' : 'light';
    test(`${name} has no violation (${locale}, ${theme})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme });
      await open(page, locale);
      await expectAccessible(page);
    });
  }
}

const phone = { width: 390, height: 844 };

/** How far the page can be scrolled sideways, in a window of a phone and with letters twice as large. */
async function sideways(page: Page, path: string): Promise<number> {
  await page.goto(path);
  return page.evaluate(() => {
    const { style } = document.documentElement;
    style.fontSize = '200%';
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

for (const locale of languages) {
  test(`no page scrolls sideways on a phone with text at 200% (${locale})`, async ({ page }) => {
    await page.setViewportSize(phone);
    const lessons = readdirSync(`src/content/lessons/${locale}`).map(
      (file) => `lessons/${file.replace('.mdx', '')}/`,
    );
    for (const path of new Set([...pageTypes, ...lessons])) {
      expect(await sideways(page, `/${locale}/${path}`), path).toBe(0);
    }
  });
}

test('the statement is one link away from every page', async ({ page }) => {
  await page.goto('/zh/glossary/');
  await page.getByRole('contentinfo').getByRole('link', { name: '无障碍' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('无障碍');
});
