import { expect, test } from '@playwright/test';
import { chooseFiles, expectOpen, openLab, smallFolded } from '../support/lab-page.ts';

// One emptied context for all tests of the file: see playwright.config.ts.
test.use({ reuseContext: true });

const good = { name: 'good.folded', text: smallFolded };

test.describe('what goes wrong in the lab', () => {
  test('a file that is no profile: a message, and the profile before stays open', async ({
    page,
  }) => {
    await openLab(page);
    await chooseFiles(page, good);
    const graph = await expectOpen(page, 'good.folded');
    await chooseFiles(page, {
      name: 'photo.jpg',
      text: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
    });
    const failure = page.getByRole('alert').filter({ hasText: 'photo.jpg cannot be read' });
    await expect(failure).toBeVisible();
    await expect(failure).toContainText('The profile that was open before is still here.');
    await expect(failure.getByRole('heading')).toBeFocused();
    await expect(graph).toBeVisible();
    await expect(page.locator('.lab-name')).toHaveText('good.folded');
    await failure.getByRole('button', { name: 'Close' }).click();
    await expect(failure).toBeHidden();
  });

  for (const [what, name, text] of [
    ['empty', 'empty.folded', ''],
    ['truncated', 'cut.cpuprofile', '{"nodes":[{"id":1,"callFrame":{"functionName":"(root)"'],
    ['binary', 'perf.data', 'PERFILE2\0\0\0\0'],
  ] as const) {
    test(`a file that is ${what} says so`, async ({ page }) => {
      await openLab(page);
      await chooseFiles(page, { name, text });
      const failure = page.getByRole('alert').filter({ hasText: `${name} cannot be read` });
      await expect(failure).toBeVisible();
      expect((await failure.locator('p').first().innerText()).length).toBeGreaterThan(10);
      await expect(page.locator('.lab-open')).toBeVisible();
    });
  }

  test('lines that cannot be read are listed with number and text, beside what could be', async ({
    page,
  }) => {
    await openLab(page);
    await chooseFiles(page, { name: 'some.folded', text: `${smallFolded}no weight here\n` });
    await expectOpen(page, 'some.folded');
    const issues = page.locator('.lab-issues');
    await expect(issues.locator('summary')).toContainText('1 place');
    await issues.locator('summary').click();
    await expect(issues.locator('li')).toContainText('5');
    await expect(issues.locator('li')).toContainText('no weight here');
  });

  test('a large file can be cancelled, and nothing changes', async ({ page }) => {
    await openLab(page);
    await chooseFiles(page, good);
    await expectOpen(page, 'good.folded');
    // The worker of the next file never answers.
    await page.evaluate(() => {
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function () {
        Worker.prototype.postMessage = postMessage;
      };
    });
    await chooseFiles(page, { name: 'slow.folded', text: 'a;b 1\n' });
    await expect(page.locator('.lab-progress')).toContainText('Reading slow.folded');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.locator('.lab-progress')).toBeHidden();
    await expect(page.locator('.lab-status')).toHaveText(/Cancelled/);
    await expect(page.locator('.lab-name')).toHaveText('good.folded');
    await expect(page.locator('.lab-failure')).toBeHidden();
  });

  test('a worker that crashes while it reads says so, and reading again works', async ({
    page,
  }) => {
    await openLab(page);
    await page.evaluate(() => {
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function () {
        Worker.prototype.postMessage = postMessage;
        this.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
      };
    });
    await chooseFiles(page, good);
    const failure = page.getByRole('alert').filter({ hasText: 'stopped unexpectedly' });
    await expect(failure).toBeVisible();
    await failure.getByRole('button', { name: 'Read it again' }).click();
    await expectOpen(page, 'good.folded');
    await expect(failure).toBeHidden();
  });

  test('a worker that crashes later leaves the graph, and the file can be read again', async ({
    page,
  }) => {
    await openLab(page);
    await chooseFiles(page, good);
    await expectOpen(page, 'good.folded');
    await page.evaluate(() => {
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function () {
        Worker.prototype.postMessage = postMessage;
        this.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
      };
    });
    await page.getByRole('button', { name: 'pprof' }).click();
    const lost = page.getByRole('alert').filter({ hasText: 'has stopped' });
    await expect(lost).toBeVisible();
    await expect(page.locator('.lab-desk flame-graph')).toBeVisible();
    await lost.getByRole('button', { name: 'Read it again' }).click();
    await expectOpen(page, 'good.folded');
    await expect(lost).toBeHidden();
  });

  test('a file beyond the limit is not read: the page says what to do', async ({ page }) => {
    await openLab(page);
    await page.evaluate(() => {
      const file = new File(['a;b 1\n'], 'huge.folded');
      Object.defineProperty(file, 'size', { value: 3 * 1024 ** 3 });
      const drop = new Event('drop', { bubbles: true, cancelable: true });
      Object.defineProperty(drop, 'dataTransfer', { value: { types: ['Files'], files: [file] } });
      document.body.dispatchEvent(drop);
    });
    const failure = page.getByRole('alert').filter({ hasText: 'too large for a browser tab' });
    await expect(failure).toBeVisible();
    expect(await failure.locator('p').count()).toBeGreaterThan(2);
  });

  test('a sample that there is not, or that cannot be fetched', async ({ page }) => {
    await openLab(page, 'en', '?sample=nowhere');
    await expect(page.getByRole('alert').filter({ hasText: 'nowhere' })).toBeVisible();
    await page.route('**/samples/go-cpu*', (route) => route.abort());
    await openLab(page, 'en', '?sample=go-cpu');
    const failure = page.getByRole('alert').filter({ hasText: 'Are you offline?' });
    await expect(failure).toBeVisible();
    await page.unroute('**/samples/go-cpu*');
    await failure.getByRole('button', { name: 'Read it again' }).click();
    await expectOpen(page, 'A Go program: CPU');
  });
});
