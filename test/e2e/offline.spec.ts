import { expect, test, type Page } from '@playwright/test';
import { renameSync } from 'node:fs';
import { expectAccessible } from '../support/axe.ts';
import { SiteCopy } from '../support/site-copy.ts';

let site: SiteCopy;
test.beforeEach(async () => {
  site = await SiteCopy.makeSmall();
});
test.afterEach(() => site.remove());

async function save(page: Page): Promise<void> {
  await page.goto(`${site.address}/en/offline/`);
  await page.getByRole('button', { name: 'Save for offline' }).click();
  await expect(page.getByText('The site now opens without a network')).toBeVisible({
    timeout: 60_000,
  });
}

const caches = (page: Page) => page.evaluate(async () => (await globalThis.caches.keys()).length);

test('nothing is saved until the reader asks, and the size is said before', async ({ page }) => {
  await page.goto(`${site.address}/en/offline/`);
  await expect(page.locator('offline-copy [role=status]')).toHaveText(
    /[\d.]+\sMB to download, [\d.]+\sMB on this device/,
  );
  expect(await caches(page)).toBe(0);
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
});

test('a saved site works in airplane mode: pages, graphs, questions, search, both languages', async ({
  page,
  context,
}) => {
  await site.remove();
  site = await SiteCopy.make(); // all of it
  await save(page);
  await context.setOffline(true);
  site.goDown();

  await page.goto(`${site.address}/en/lessons/1-1-overview/?search=writev#claims`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('lesson-graph flame-graph').getByRole('searchbox')).toHaveValue(
    'writev',
  );

  await page.goto(`${site.address}/zh/practice/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await page.goto(`${site.address}/zh/glossary/`);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('searchbox').fill('调用栈');
  await page.locator('.search-title').first().click();
  await expect(page).toHaveURL(`${site.address}/zh/glossary/#stack`);

  await page.goto(`${site.address}/en/samples/node-cpuprofile/`);
  const graph = page.locator('flame-graph');
  await expect(graph.getByRole('treeitem').first()).toBeVisible();

  await page.goto(`${site.address}/en/samples`);
  await expect(page).toHaveURL(`${site.address}/en/samples/`);
  await page.goto(`${site.address}/en/no-such-page/`);
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
});

test('a new version is said, is used when asked for, and only its changes are fetched', async ({
  page,
}) => {
  await save(page);
  await page.goto(`${site.address}/en/glossary/`);
  site.publish('en/glossary/', (html) => html.replace('>Glossary</h1>', '>New glossary</h1>'));

  site.requests.length = 0;
  await page.reload();
  const notice = page.getByRole('complementary', { name: 'New version' });
  await expect(notice).toBeVisible({ timeout: 30_000 });
  // Until then the old page stands, also in a new tab.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Glossary');
  expect(new Set(site.requests)).toEqual(
    new Set(['/service-worker.js', '/offline-files.json', '/en/glossary/']),
  );

  await notice.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('New glossary');
  await expect(notice).toBeHidden();
  expect(await caches(page)).toBe(1);
});

test('a new version is said on a page that is opened while it is being saved', async ({ page }) => {
  await save(page);
  site.publish('en/glossary/', (html) => html.replace('>Glossary</h1>', '>New glossary</h1>'));
  const release = site.hold('/en/glossary/');
  await page.reload();
  await expect.poll(() => site.requests.filter((path) => path === '/en/glossary/').length).toBe(2);
  await page.goto(`${site.address}/en/review/`);
  await expect(page.locator('offline-notice:defined')).toBeAttached();
  await page.waitForLoadState('networkidle');
  release();
  await expect(page.getByRole('complementary', { name: 'New version' })).toBeVisible({
    timeout: 30_000,
  });
});

test('“Later” keeps the page as it is', async ({ page }) => {
  await save(page);
  site.publish('zh/glossary/', (html) => html.replace('>术语表</h1>', '>新术语表</h1>'));
  await page.goto(`${site.address}/zh/glossary/`);
  const notice = page.getByRole('complementary', { name: '新版本' });
  await expect(notice).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page, { within: '.new-version' });
  await notice.getByRole('button', { name: '以后再说' }).click();
  await expect(notice).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('术语表');
  // Nor is it there at the next visit: it is offered again.
  await page.reload();
  await expect(notice).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('术语表');
});

test('a download that breaks off says so, keeps what came, and goes on', async ({ page }) => {
  await page.goto(`${site.address}/en/offline/`);
  const broken = '/en/lessons/1-1-overview/index.html';
  renameSync(site.folder + broken, `${site.folder}${broken}.gone`);
  await expect(page.getByRole('button', { name: 'Save for offline' })).toBeVisible();
  site.requests.length = 0;
  await page.getByRole('button', { name: 'Save for offline' }).click();
  await expect(page.getByText('The connection broke before everything was saved')).toBeVisible({
    timeout: 60_000,
  });
  renameSync(`${site.folder}${broken}.gone`, site.folder + broken);
  const came = new Set(site.requests);
  site.requests.length = 0;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('The site now opens without a network')).toBeVisible({
    timeout: 60_000,
  });
  const twice = site.requests.filter((path) => came.has(path));
  expect(new Set(twice)).toEqual(
    new Set(['/service-worker.js', '/offline-files.json', '/en/lessons/1-1-overview/']),
  );
});

test('who saves by keyboard finds the focus on the button again', async ({ page }) => {
  await page.goto(`${site.address}/en/offline/`);
  await page.getByRole('button', { name: 'Save for offline' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Remove the copy' })).toBeFocused({
    timeout: 60_000,
  });
});

test('the copy can be removed, and saved again without leaving the page', async ({ page }) => {
  await save(page);
  await page.getByRole('button', { name: 'Remove the copy' }).click();
  await expect(page.getByText('The copy is removed')).toBeVisible();
  expect(await caches(page)).toBe(0);
  await page.getByRole('button', { name: 'Save for offline' }).click();
  await expect(page.getByText('The site now opens without a network')).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole('button', { name: 'Remove the copy' }).click();
  await expect(page.getByText('The copy is removed')).toBeVisible();
  await page.reload();
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
});

test('without a script the page says what it would do', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.address}/zh/offline/`);
  await expect(page.getByText('保存副本需要 JavaScript')).toBeVisible();
});
