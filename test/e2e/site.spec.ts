import { expect, test, type Page } from '@playwright/test';

const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset['theme']);

test.describe('the page without a language', () => {
  test('leads a reader of Chinese to the Chinese pages', async ({ browser }) => {
    const page = await browser.newPage({ locale: 'zh-CN' });
    await page.goto('/');
    await expect(page).toHaveURL(/\/zh\/$/);
  });

  test('leads everybody else to English', async ({ browser }) => {
    const page = await browser.newPage({ locale: 'fr-FR' });
    await page.goto('/');
    await expect(page).toHaveURL(/\/en\/$/);
  });

  test('remembers the language that was chosen last', async ({ browser }) => {
    const page = await browser.newPage({ locale: 'en-GB' });
    await page.goto('/en/');
    await page.getByRole('link', { name: '中文' }).click();
    await expect(page).toHaveURL(/\/zh\/$/);
    await page.goto('/');
    await expect(page).toHaveURL(/\/zh\/$/);
  });

  test('is two plain links without a script', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/');
    await page.getByRole('link', { name: '中文' }).click();
    await expect(page).toHaveURL(/\/zh\/$/);
  });
});

test.describe('the language switch', () => {
  test('keeps the page, the place on it and the view of the graph', async ({ page }) => {
    await page.goto('/en/lessons/1-1-overview/?search=writev&graph=1#claims');
    await page.getByRole('link', { name: '中文' }).click();
    await expect(page).toHaveURL('/zh/lessons/1-1-overview/?search=writev&graph=1#claims');
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  });

  test('works by keyboard', async ({ page }) => {
    await page.goto('/zh/glossary/#frame');
    await page.getByRole('link', { name: 'English' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/en/glossary/#frame');
  });

  test('says which language the page is in', async ({ page }) => {
    await page.goto('/zh/');
    await expect(page.getByRole('link', { name: '中文' })).toHaveAttribute('aria-current', 'true');
  });
});

test.describe('the theme switch', () => {
  test('is set by arrow keys, applied at once, and remembered', async ({ page }) => {
    await page.goto('/en/glossary/');
    const group = page.getByRole('group', { name: 'Theme' });
    await group.getByRole('radio', { name: 'As the system' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await theme(page)).toBe('light');
    await page.keyboard.press('ArrowRight');
    expect(await theme(page)).toBe('dark');
    await page.reload();
    expect(await theme(page)).toBe('dark');
    await expect(group.getByRole('radio', { name: 'Dark' })).toBeChecked();
  });

  test('shows no flash: the theme stands before the page’s body does', async ({ page }) => {
    await page.addInitScript(() => {
      localStorage.setItem('flamewise:theme', 'dark');
      new MutationObserver((_, observer) => {
        if (document.body === null) return;
        document.documentElement.dataset['seen'] =
          document.documentElement.dataset['theme'] ?? 'none';
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto('/en/lessons/');
    await expect(page.locator('html')).toHaveAttribute('data-seen', 'dark');
  });

  test('goes back to the system’s', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('/zh/lessons/');
    const paper = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await paper();
    await page.getByRole('radio', { name: '浅色' }).check({ force: true });
    expect(await paper()).not.toBe(dark);
    await page.getByRole('radio', { name: '跟随系统' }).check({ force: true });
    expect(await paper()).toBe(dark);
  });

  test('is not shown where it would do nothing', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/en/');
    await expect(page.getByRole('radio', { name: 'Dark' })).toBeHidden();
  });
});

test('the first Tab is the way past the header', async ({ page }) => {
  await page.goto('/en/lessons/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the text' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test.describe('an address that does not exist', () => {
  const english = { name: 'There is no such page' };
  const chinese = { name: '没有这个页面' };

  test('says so in the language of the address, and leads on', async ({ page }) => {
    const response = await page.goto('/en/no-such-page/');
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', english)).toBeVisible();
    await expect(page.getByRole('heading', chinese)).toBeHidden();
    await page.getByRole('link', { name: 'To the lessons' }).click();
    await expect(page).toHaveURL('/en/lessons/');
    await page.goto('/zh/no-such-page/');
    await expect(page.getByRole('heading', chinese)).toBeVisible();
    await expect(page.getByRole('heading', english)).toBeHidden();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  });

  test('says so in the language last chosen, when the address has none', async ({ page }) => {
    await page.goto('/no-such-page/');
    await expect(page.getByRole('heading', english)).toBeVisible();
    await expect(page.getByRole('heading', chinese)).toBeVisible();
    await page.evaluate(() => localStorage.setItem('flamewise:locale', 'zh'));
    await page.reload();
    await expect(page.getByRole('heading', chinese)).toBeVisible();
    await expect(page.getByRole('heading', english)).toBeHidden();
  });

  test('says so in both languages without a script', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/zh/no-such-page/');
    await expect(page.getByRole('heading', english)).toBeVisible();
    await expect(page.getByRole('heading', chinese)).toBeVisible();
  });
});

test('without a script a sample’s page still shows its graph', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/en/samples/share-these/');
  await expect(page.locator('svg [role=treeitem]').first()).toBeVisible();
});

test('with forced colours the switches and buttons keep their edges', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/en/lessons/1-1-overview/');
  const edge = await page
    .locator('guide-table .button')
    .first()
    .evaluate((button) => getComputedStyle(button).borderTopWidth);
  expect(parseFloat(edge)).toBeGreaterThanOrEqual(1);
});

test('one page fades into the next without an error', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(() => {
    addEventListener('pagereveal', ({ viewTransition }) => {
      document.documentElement.dataset['faded'] = String(viewTransition !== null);
    });
  });
  await page.goto('/en/');
  for (const address of ['/en/lessons/', '/en/practice/', '/en/lab/', '/en/glossary/']) {
    await page.locator(`.site-header a[href="${address}"]`).click();
    await expect(page.locator('.site-header [aria-current]').first()).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-faded', 'true');
  }
  expect(errors).toEqual([]);
});
