import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { chooseFiles, expectOpen, openLab, smallFolded } from '../support/lab-page.ts';

const facts = (page: Page) => page.locator('.lab-report').first();

test.describe('opening a profile in the lab', () => {
  test('a sample by link, with graph, reading and report', async ({ page }) => {
    await openLab(page, 'en', '?sample=share-these');
    const graph = await expectOpen(page, 'A file server while a browser downloads 8 MB');
    await expect(graph.getByRole('treeitem', { name: /^all, 100%/ })).toBeAttached();
    await expect(facts(page)).toContainText('folded stacks');
    await expect(facts(page)).toContainText('50 samples');
    await expect(facts(page)).toContainText('Everything in the file was read.');
  });

  test('a sample from the list, without loading the page again', async ({ page }) => {
    await openLab(page);
    await page.evaluate(() => ((window as { stays?: boolean }).stays = true));
    await page.getByRole('link', { name: 'A Go program: CPU' }).first().click();
    await expectOpen(page, 'A Go program: CPU');
    expect(page.url()).toContain('sample=go-cpu');
    expect(await page.evaluate(() => (window as { stays?: boolean }).stays)).toBe(true);
    await page.goBack();
    await expect(page.getByRole('heading', { name: 'Open a profile' })).toBeVisible();
  });

  test('a file of one’s own, and a packed one', async ({ page }) => {
    await openLab(page);
    await chooseFiles(page, { name: 'mine.folded', text: smallFolded });
    await expectOpen(page, 'mine.folded');
    await expect(facts(page)).toContainText('10 samples');
    await page.getByRole('button', { name: 'Open another' }).click();
    await expect(page.getByRole('heading', { name: 'Open a profile' })).toBeFocused();
    await chooseFiles(page, { name: 'packed.gz', text: gzipSync('a;b 3\na;c 4\n') });
    await expectOpen(page, 'packed.gz');
    await expect(facts(page)).toContainText('7 samples');
    await page.goBack();
    await expectOpen(page, 'mine.folded');
  });

  test('a file that is dropped anywhere', async ({ page }) => {
    await openLab(page);
    const drag = (type: string) =>
      page.evaluate(
        ([event, text]) => {
          const data = new DataTransfer();
          data.items.add(new File([text ?? ''], 'dropped.folded'));
          const init = { bubbles: true, cancelable: true, dataTransfer: data };
          document.querySelector('footer')?.dispatchEvent(new DragEvent(event ?? '', init));
        },
        [type, smallFolded],
      );
    await drag('dragenter');
    await expect(page.locator('.lab-drop-now')).toBeVisible();
    await drag('drop');
    await expect(page.locator('.lab-drop-now')).toBeHidden();
    await expectOpen(page, 'dropped.folded');
  });

  test('text that is pasted, into the field or anywhere', async ({ page }) => {
    await openLab(page);
    await page.getByRole('button', { name: 'Read it' }).click();
    await expect(page.locator('.lab-status')).toHaveText(/Paste some stacks first/);
    await page.getByLabel('Or paste stacks').fill(smallFolded);
    await page.getByRole('button', { name: 'Read it' }).click();
    await expectOpen(page, 'pasted.txt');
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'x;y 5\nx;z 6\n');
      const init = { bubbles: true, clipboardData };
      document.body.dispatchEvent(new ClipboardEvent('paste', init));
    });
    await expect(facts(page)).toContainText('11 samples');
  });

  test('with the installed app: “open with”', async ({ page }) => {
    await page.addInitScript((text) => {
      const file = { getFile: () => Promise.resolve(new File([text], 'launched.folded')) };
      const launchQueue = {
        setConsumer: (use: (params: unknown) => void) => use({ files: [file] }),
      };
      Object.defineProperty(window, 'launchQueue', { value: launchQueue });
    }, smallFolded);
    await openLab(page);
    await expectOpen(page, 'launched.folded');
  });

  test('several profiles in one file are tabs, the largest first, for the keyboard too', async ({
    page,
  }) => {
    const trace = {
      $schema: 'https://www.speedscope.app/file-format-schema.json',
      shared: { frames: [{ name: 'main' }, { name: 'work' }, { name: 'wait' }] },
      profiles: [
        ['small', 3, 1],
        ['large', 9, 2],
      ].map(([name, weight, frame]) => ({
        type: 'sampled',
        name,
        unit: 'none',
        startValue: 0,
        endValue: weight,
        samples: [[0, frame]],
        weights: [weight],
      })),
    };
    await openLab(page);
    await chooseFiles(page, { name: 'two.speedscope.json', text: JSON.stringify(trace) });
    await expectOpen(page, 'two.speedscope.json');
    const tabs = page.getByRole('tab');
    await expect(tabs).toHaveText([/^large/, /^small/]);
    await expect(tabs.first()).toHaveAttribute('aria-selected', 'true');
    await tabs.first().focus();
    await page.keyboard.press('ArrowRight');
    await expect(tabs.last()).toBeFocused();
    await expect(tabs.first()).toHaveAttribute('aria-selected', 'true'); // moving is not choosing
    await page.keyboard.press('Enter');
    await expect(tabs.last()).toHaveAttribute('aria-selected', 'true');
    await expect(tabs.last()).toBeFocused();
    await expect(page.getByRole('tabpanel')).toContainText('work');
    await page.reload();
    await expect(tabs.last()).toHaveAttribute('aria-selected', 'true');
    await page.goBack();
    await expect(tabs.first()).toHaveAttribute('aria-selected', 'true');
  });

  test('in Chinese', async ({ page }) => {
    await openLab(page, 'zh');
    await page.getByLabel('或者粘贴调用栈').fill(smallFolded);
    await page.getByRole('button', { name: '读取' }).click();
    await expectOpen(page, '粘贴的文本.txt');
    await expect(facts(page)).toContainText('文件里的内容全部读到了。');
    await expect(page.getByRole('heading', { name: '解读', exact: true })).toBeVisible();
  });

  test('nothing leaves the browser, and the page says so', async ({ page }) => {
    await openLab(page);
    await expect(page.locator('.lab-private')).toContainText('Nothing leaves your browser.');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
    await chooseFiles(page, { name: 'secret.folded', text: 'secret_function;b 3\n' });
    await expectOpen(page, 'secret.folded');
    const origin = new URL(page.url()).origin;
    for (const request of requests) {
      expect(request).toMatch(/^GET /);
      const url = request.slice(4);
      expect(url.startsWith(origin) || url.startsWith('blob:') || url.startsWith('data:')).toBe(
        true,
      );
      expect(decodeURIComponent(url)).not.toContain('secret');
    }
    // Not even a script of the page could send it.
    const sent = await page.evaluate(() =>
      fetch('https://example.com/', { method: 'POST', body: 'x', mode: 'no-cors' }).then(
        () => 'sent',
        () => 'refused',
      ),
    );
    expect(sent).toBe('refused');
    expect(page.url()).not.toContain('secret');
  });

  test('without JavaScript the page says what it needs, and what there is without', async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${baseURL}/en/lab/`);
    await expect(page.locator('.lab-no-js')).toBeVisible();
    await expect(page.locator('.lab-no-js').getByRole('link')).toHaveAttribute('href', /samples/);
    await expect(page.locator('.lab-files')).toBeHidden();
    await context.close();
  });
});
