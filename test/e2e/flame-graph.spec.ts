import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { leaveExamples } from '../support/embed-page.ts';

// One emptied context for all tests of the file: see playwright.config.ts.
test.use({ reuseContext: true });

const page_ = '/en/embed/';

/** The first graph of the page, live. */
async function openGraph(page: Page, address = page_): Promise<Locator> {
  await leaveExamples(page, 'plain', 'unreadable');
  await page.goto(address);
  const graph = page.locator('#plain flame-graph');
  await expect(graph).toHaveClass(/is-live/);
  return graph;
}

function frame(graph: Locator, name: string): Locator {
  return graph.getByRole('treeitem', { name: new RegExp(`^${name},`) });
}

test.describe('zooming', () => {
  test('a click zooms to a frame, and its callers stay in sight', async ({ page }) => {
    const graph = await openGraph(page);
    await frame(graph, 'libsystem_kernel.dylib`writev').click();
    await expect(frame(graph, 'libsystem_kernel.dylib`writev')).toHaveAttribute(
      'aria-selected',
      'true',
    );
    const picture = await graph.locator('.flame-picture').boundingBox();
    const box = await frame(graph, 'libsystem_kernel.dylib`writev').locator('rect').boundingBox();
    expect(Math.abs((box?.width ?? 0) - (picture?.width ?? 0))).toBeLessThan(4);
    await expect(frame(graph, 'libsystem_pthread.dylib`thread_start')).toBeVisible();
    await expect(frame(graph, 'dyld`start')).toHaveCount(0);
  });

  test('is in the address, and the back button goes back', async ({ page }) => {
    const graph = await openGraph(page);
    await frame(graph, 'libsystem_kernel.dylib`writev').click();
    await expect(page).toHaveURL(/root=writev/);
    await page.goBack();
    await expect(frame(graph, 'dyld`start')).toBeVisible();
    await page.goForward();
    await expect(frame(graph, 'dyld`start')).toHaveCount(0);
  });

  test('comes back from a link', async ({ page }) => {
    const graph = await openGraph(page, `${page_}?root=run_task&search=poll`);
    await expect(graph.locator('.flame-crumbs [aria-current]')).toHaveText(/run_task/);
    await expect(graph.getByRole('searchbox')).toHaveValue('poll');
  });

  test('a step of the breadcrumb goes out to that frame', async ({ page }) => {
    const graph = await openGraph(page, `${page_}?root=writev`);
    await graph.locator('.flame-crumbs').getByRole('button', { name: 'all' }).click();
    await expect(frame(graph, 'dyld`start')).toBeVisible();
    await expect(page).not.toHaveURL(/root=/);
  });

  test('a double click leaves the graph at the frame', async ({ page }) => {
    const graph = await openGraph(page);
    await frame(graph, 'libsystem_kernel.dylib`writev').dblclick();
    await expect(graph.locator('.flame-crumbs [aria-current]')).toHaveText('writev');
  });

  test('nonsense in the address shows the graph as it is', async ({ page }) => {
    const graph = await openGraph(page, `${page_}?root=%00&view=hologram&window=9%203&step=:`);
    await expect(frame(graph, 'dyld`start')).toBeVisible();
  });
});

test.describe('with the keyboard alone', () => {
  test('one Tab reaches the tree, arrows follow the picture, Enter zooms, Esc goes out', async ({
    page,
  }) => {
    const graph = await openGraph(page);
    await graph.getByRole('button', { name: 'Keys' }).focus();
    await page.keyboard.press('Tab');
    await expect(frame(graph, 'all')).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(frame(graph, 'libsystem_pthread.dylib`thread_start')).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(frame(graph, 'dyld`start')).toBeFocused();
    await expect(graph.locator('.flame-details')).toContainText('5 samples');
    await page.keyboard.press('Enter');
    await expect(graph.getByRole('status')).toHaveText(
      'Zoomed to dyld`start, 10%, 5 samples, self 0 samples',
    );
    await expect(frame(graph, 'dyld`start')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(graph.getByRole('status')).toHaveText('Showing all.');
    await page.keyboard.press('ArrowDown');
    await expect(frame(graph, 'all')).toBeFocused();
  });

  test('letters find a frame, / searches, ? lists the keys', async ({ page }) => {
    const graph = await openGraph(page);
    await frame(graph, 'all').focus();
    await page.keyboard.type('writev');
    await expect(frame(graph, 'libsystem_kernel.dylib`writev')).toBeFocused();
    await page.keyboard.press('/');
    await expect(graph.getByRole('searchbox')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(frame(graph, 'libsystem_kernel.dylib`writev')).toBeFocused();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toContainText('heaviest callee');
    await page.keyboard.press('Escape');
    await expect(frame(graph, 'libsystem_kernel.dylib`writev')).toBeFocused();
  });

  test('an icicle turns the keys round with the picture', async ({ page }) => {
    const graph = await openGraph(page, `${page_}?orientation=icicle`);
    await frame(graph, 'all').focus();
    await page.keyboard.press('ArrowDown');
    await expect(frame(graph, 'libsystem_pthread.dylib`thread_start')).toBeFocused();
  });
});

test.describe('searching', () => {
  test('marks the frames, and says their share without overlap and of what', async ({ page }) => {
    const graph = await openGraph(page);
    await graph.getByRole('searchbox').fill('libsystem_kernel');
    await expect(graph.locator('.flame-result')).toContainText('66% of all');
    await expect(graph.locator('.flame-result')).toContainText('33 samples');
    await expect(graph.locator('.flame-box.matched')).not.toHaveCount(0);
    await expect(graph.getByRole('status')).toContainText('66%');
  });

  test('steps from match to match with Enter', async ({ page }) => {
    const graph = await openGraph(page);
    await graph.getByRole('searchbox').fill('/^libsystem_kernel.*write/');
    await page.keyboard.press('Enter');
    const first = await graph.locator('.flame-details .flame-name').textContent();
    await page.keyboard.press('Enter');
    await expect(graph.locator('.flame-details .flame-name')).not.toHaveText(first ?? '');
    await page.keyboard.press('Shift+Enter');
    await expect(graph.locator('.flame-details .flame-name')).toHaveText(first ?? '');
  });

  test('loses neither the text nor what is chosen while searching is being loaded', async ({
    page,
  }) => {
    let letThrough = () => {};
    const isWanted = new Promise<void>((resolve) => (letThrough = resolve));
    await page.route(/searching/, async (route) => {
      await isWanted;
      await route.continue();
    });
    const graph = await openGraph(page);
    await graph.getByRole('searchbox').fill('libsystem_kernel');
    await page.keyboard.press('Enter');
    await graph.getByRole('button', { name: 'Root on top' }).click();
    letThrough();
    await expect(graph.locator('.flame-result')).toContainText('66% of all');
    await expect(graph.getByRole('button', { name: 'Root on top' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  test('says what is wrong with a pattern, and leaves the graph as it is', async ({ page }) => {
    const graph = await openGraph(page);
    await graph.getByRole('searchbox').fill('/(/');
    await expect(graph.locator('.flame-result')).toContainText('cannot be read');
    await expect(frame(graph, 'dyld`start')).toBeVisible();
  });
});

test.describe('a page', () => {
  test('sets the view without a word, an event or a new address', async ({ page }) => {
    const graph = await openGraph(page);
    const events = await graph.evaluate((element) => {
      const seen: string[] = [];
      for (const name of ['viewchange', 'framefocus', 'frameselect']) {
        element.addEventListener(name, () => seen.push(name));
      }
      (element as HTMLElement & { view: unknown }).view = { root: 'writev', search: 'poll' };
      return seen;
    });
    await expect(graph.locator('.flame-crumbs [aria-current]')).toHaveText('writev');
    await expect(graph.getByRole('status')).toHaveText('');
    expect(events).toEqual([]);
    expect(page.url()).not.toContain('root');
  });

  test('hears which frame was chosen, by its path', async ({ page }) => {
    const graph = await openGraph(page);
    const detail = graph.evaluate(
      (element) =>
        new Promise<unknown>((resolve) => {
          element.addEventListener('frameselect', (event) =>
            resolve((event as CustomEvent).detail),
          );
        }),
    );
    await frame(graph, 'share_these`main').click();
    expect(await detail).toMatchObject({
      name: 'share_these`main',
      path: ['dyld`start', 'share_these`main'],
    });
  });

  test('shows why a file cannot be read in the place of its graph, and works on', async ({
    page,
  }) => {
    const graph = await openGraph(page);
    const broken = page.locator('#unreadable flame-graph');
    await broken.scrollIntoViewIfNeeded();
    await expect(broken.getByRole('alert')).toContainText('cannot be shown');
    await graph.getByRole('searchbox').fill('poll');
    await expect(graph.locator('.flame-result')).not.toBeEmpty();
  });
});

test.describe('touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a tap zooms; a finger that rests shows the frame without zooming', async ({ page }) => {
    const graph = await openGraph(page);
    const box = frame(graph, 'share_these`tokio::runtime::task::UnownedTask<S>::run');
    // As a browser says it of the first finger: a second one begins a pinch.
    const finger = { pointerType: 'touch', isPrimary: true, clientX: 200, clientY: 200 };
    await box.dispatchEvent('pointerdown', finger);
    await expect(graph.locator('.flame-name')).toContainText('UnownedTask');
    await box.dispatchEvent('pointerup', finger);
    await expect(page).not.toHaveURL(/root=/);
    await box.tap();
    await expect(page).toHaveURL(/root=/);
  });

  test('controls are at least 44 pixels high and the page does not scroll sideways', async ({
    page,
  }) => {
    const graph = await openGraph(page);
    for (const control of await graph.locator('.flame-toolbar > :is(input, button)').all()) {
      if (!(await control.isVisible())) continue;
      expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      expect((await control.boundingBox())?.width).toBeGreaterThanOrEqual(44);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
  });
});

test.describe('for everyone', () => {
  // Each language in another theme: every rule, in both languages and on both palettes.
  for (const [locale, colorScheme] of [
    ['en', 'light'],
    ['zh', 'dark'],
  ] as const) {
    test(`axe finds nothing, ${locale}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      const graph = await openGraph(page, `/${locale}/embed/?root=run_task&search=poll`);
      await graph.locator('.flame-table summary').click();
      await expectAccessible(page, { within: '#plain' });
    });
  }

  test('the accessibility tree is the call tree, with levels and places', async ({ page }) => {
    const graph = await openGraph(page, `${page_}?root=writev`);
    await expect(graph.getByRole('tree')).toMatchAriaSnapshot(`
      - tree /Flame graph/:
        - treeitem /^all, 100%, 50 samples/ [expanded] [level=1]
        - treeitem /^libsystem_pthread.dylib\`thread_start, 90%/ [expanded] [level=2]
    `);
  });

  test('without script there is the picture, the legend and the table', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(page_);
    const graph = page.locator('#plain flame-graph');
    await expect(frame(graph, 'libsystem_kernel.dylib`writev')).toBeVisible();
    await expect(graph.locator('.flame-legend')).toContainText('Kernel');
    await graph.locator('.flame-table summary').click();
    await expect(graph.getByRole('row', { name: /writev/ }).first()).toContainText('14%');
    await context.close();
  });

  test('forced colours keep the boxes, the selection and the focus apart', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    const graph = await openGraph(page);
    const stroke = (locator: Locator) =>
      locator.locator('rect').evaluate((rect) => getComputedStyle(rect).stroke);
    const plain = await stroke(frame(graph, 'dyld`start'));
    await frame(graph, 'dyld`start').press(' ');
    expect(await stroke(frame(graph, 'dyld`start'))).not.toBe(plain);
  });
});
