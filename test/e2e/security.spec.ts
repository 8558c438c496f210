import { expect, test } from '@playwright/test';
import { PageWatch, wakeAllParts } from '../support/page-watch.ts';

/** Pages with scripts that no other page has; `every-page.spec.ts` asks the same of a page of every type. */
const pages = {
  lessons: [
    'lessons/0-1-samples-to-flames/',
    'lessons/0-2-how-sure/',
    'lessons/2-1-cpu-bound/',
    'lessons/2-2-system-calls/',
    'lessons/3-1-principles/',
    'lessons/3-2-practice/',
    'lessons/4-1-differential/',
    'lessons/5-1-verify/',
  ],
  others: ['samples/node-cpuprofile/', 'questions/fifty-samples/', 'search/?q=writev', 'embed/'],
};

for (const [kind, paths] of Object.entries(pages)) {
  test(`${kind} ask for nothing that their policy refuses, all their parts live`, async ({
    page,
  }) => {
    const watch = await PageWatch.over(page);
    for (const path of paths) {
      await page.goto(`/zh/${path}`, { waitUntil: 'networkidle' });
      await wakeAllParts(page);
      await page.emulateMedia({ media: 'print' });
      expect.soft(watch.takeComplaints(), path).toEqual([]);
      await page.emulateMedia({ media: 'screen' });
    }
  });
}

test('the page without a language and the lost page too', async ({ page }) => {
  const watch = await PageWatch.over(page);
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.goto('/404.html', { waitUntil: 'networkidle' });
  expect(watch.takeComplaints()).toEqual([]);
});

test('questions of a session and of an interview, fetched from their own pages, too', async ({
  page,
}) => {
  const watch = await PageWatch.over(page);
  await page.goto('/en/practice/?kind=click-frame&start=5');
  await expect(page.locator('flame-quiz flame-graph')).toHaveClass(/is-live/);
  await page.goto('/en/mock/');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.locator('flame-quiz:visible')).toHaveCount(1);
  await page.goto('/en/drills/#seed=abc&level=2');
  await expect(page.locator('.drill-title')).toBeVisible();
  expect(watch.takeComplaints()).toEqual([]);
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
