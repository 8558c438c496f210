import { expect, test, type Page } from '@playwright/test';

/** One page of every type that has scripts of its own. */
const pages = [
  '',
  'lessons/',
  'lessons/0-1-samples-to-flames/',
  'lessons/0-2-how-sure/',
  'lessons/1-1-overview/',
  'lessons/2-1-cpu-bound/',
  'lessons/2-2-system-calls/',
  'lessons/3-1-principles/',
  'lessons/3-2-practice/',
  'lessons/4-1-differential/',
  'lessons/5-1-verify/',
  'samples/',
  'samples/node-cpuprofile/',
  'questions/fifty-samples/',
  'practice/',
  'review/',
  'progress/',
  'mock/',
  'drills/',
  'glossary/',
  'guide/',
  'search/?q=writev',
  'offline/',
  'embed/',
];

/** Everything that the page's policy refuses, and every error. */
async function refusalsOf(page: Page): Promise<string[]> {
  const refusals: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refusals.push(message.text());
  });
  page.on('pageerror', (error) => refusals.push(error.message));
  await page.exposeFunction('refused', (what: string) => refusals.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      (window as unknown as { refused(what: string): void }).refused(
        `${event.violatedDirective}: ${event.blockedURI} ${event.sample}`,
      );
    });
  });
  return refusals;
}

for (const path of pages) {
  test(`/${path} asks for nothing that its policy refuses, all its parts live`, async ({
    page,
  }) => {
    const refusals = await refusalsOf(page);
    await page.goto(`/zh/${path}`, { waitUntil: 'networkidle' });
    // Every part comes near once.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let y = 0; y < height; y += 1200) await page.evaluate((top) => scrollTo(0, top), y);
    await page.waitForLoadState('networkidle');
    await page.emulateMedia({ media: 'print' });
    expect(refusals).toEqual([]);
  });
}

test('the page without a language and the lost page too', async ({ page }) => {
  const refusals = await refusalsOf(page);
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.goto('/404.html', { waitUntil: 'networkidle' });
  expect(refusals).toEqual([]);
});

test('a string never becomes markup, nor the address of a foreign script', async ({ page }) => {
  await page.goto('/en/');
  const attempt = (how: string) =>
    page.evaluate((kind) => {
      try {
        if (kind === 'markup') document.body.insertAdjacentHTML('beforeend', '<b>x</b>');
        if (kind === 'worker') new Worker('https://example.org/worker.js');
        return 'done';
      } catch (error) {
        return (error as Error).name;
      }
    }, how);
  expect(await attempt('markup')).toBe('TypeError');
  expect(await attempt('worker')).toBe('TypeError');
});

test('nothing is asked of anybody else', async ({ page, baseURL }) => {
  const strangers: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:')) {
      strangers.push(request.url());
    }
  });
  for (const path of ['', 'lessons/1-1-overview/', 'samples/share-these/', 'search/?q=futex']) {
    await page.goto(`/en/${path}`, { waitUntil: 'networkidle' });
  }
  expect(strangers).toEqual([]);
});
