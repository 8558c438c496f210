import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { frame, leaveExamples, openGraph } from '../support/embed-page.ts';

/** Shows folded stacks in the place of what a graph showed. */
async function loadFolded(graph: Locator, folded: string): Promise<void> {
  await graph.evaluate(async (element, text) => {
    const target = element as HTMLElement & { load(data: Blob, name: string): Promise<void> };
    await target.load(new Blob([text]), 'own.folded');
  }, folded);
}

interface Heard {
  readonly type: string;
  readonly detail: unknown;
}

/** Collects the graph's events, as the page hears them: they bubble. */
async function listen(page: Page): Promise<() => Promise<Heard[]>> {
  await page.evaluate(() => {
    const heard: Heard[] = [];
    (window as Window & { heard?: Heard[] }).heard = heard;
    for (const type of ['framefocus', 'frameselect', 'viewchange', 'importerror']) {
      document.addEventListener(type, (event) => {
        const { detail } = event as CustomEvent<{ error?: Error & { code?: string } }>;
        const { error } = detail;
        const plain = error === undefined ? detail : { name: error.name, code: error.code };
        heard.push({ type, detail: JSON.parse(JSON.stringify(plain)) as unknown });
      });
    }
  });
  return () => page.evaluate(() => (window as Window & { heard?: Heard[] }).heard ?? []);
}

test.describe('events', () => {
  test('framefocus, frameselect and viewchange say what the reader did, in this order', async ({
    page,
  }) => {
    const graph = await openGraph(page, 'leaf-first');
    const heard = await listen(page);
    await frame(graph, 'libsystem_kernel.dylib`writev').focus();
    await page.keyboard.press('Enter');
    expect((await heard()).map(({ type }) => type)).toEqual([
      'framefocus',
      'viewchange',
      'frameselect',
    ]);
    const [focus, view, select] = await heard();
    expect(focus?.detail).toMatchObject({
      name: 'libsystem_kernel.dylib`writev',
      path: ['libsystem_kernel.dylib`writev'],
      expression: 'writev',
      facts: { self: 7, total: 7, share: 0.14 },
    });
    expect(view?.detail).toMatchObject({ view: { view: 'leaf-first', root: 'writev' } });
    expect(select?.detail).toEqual(focus?.detail);
  });

  test('importerror holds the error of a file that cannot be read', async ({ page }) => {
    const graph = await openGraph(page, 'plain');
    const heard = await listen(page);
    await graph.evaluate((element) =>
      (element as HTMLElement & { load(data: Blob): Promise<void> })
        .load(new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>']))
        .catch(() => undefined),
    );
    await expect(graph.getByRole('alert')).toContainText('cannot be shown');
    const [event] = await heard();
    expect(event?.type).toBe('importerror');
    expect(event?.detail).toMatchObject({ name: 'ImportError' });
  });
});

test('the page of options writes the events of its bare element', async ({ page }) => {
  const graph = await openGraph(page, 'bare');
  await frame(graph, 'libsystem_kernel.dylib`writev').press(' ');
  const log = page.locator('#heard');
  await expect(log).toContainText('frameselect {"expression":"writev"}');
  await expect(log).toContainText('framefocus {"expression":"writev"}');
  await expect(log).toContainText('"selection":"writev"');
});

test('the page of options shows what a script can do, live', async ({ page }) => {
  const graph = await openGraph(page, 'scripted');
  const button = (name: string) => page.locator('#scripted').getByRole('button', { name });
  await button('graph.view').click();
  await expect(graph.locator('.flame-box.matched')).not.toHaveCount(0);
  await button('graph.load').click();
  await expect(frame(graph, 'read')).toBeVisible();
  await button('graph.show').click();
  await expect(graph.getByRole('tree')).toHaveAttribute('data-total', '4');
});

test('a new view attribute is shown, and an element that is moved keeps what it shows', async ({
  page,
}) => {
  const graph = await openGraph(page, 'bare');
  await graph.evaluate((element) => element.setAttribute('view', '{"selection":"writev"}'));
  const writev = frame(graph, 'libsystem_kernel.dylib`writev');
  await expect(writev).toHaveAttribute('aria-selected', 'true');
  await loadFolded(graph, 'main;read 3\nmain;write 1\n');
  await frame(graph, 'read').press(' ');
  await graph.evaluate((element) => document.querySelector('main')?.prepend(element));
  const moved = page.locator('main > flame-graph');
  await expect(moved).toHaveClass(/is-live/);
  await expect(frame(moved, 'read')).toHaveAttribute('aria-selected', 'true');
  await frame(moved, 'write').click();
  await expect(moved.locator('.flame-name')).toHaveText('write');
});

test('of many graphs on a page only those near the screen are made live', async ({ page }) => {
  await page.goto('/en/embed/');
  await expect(page.locator('#plain flame-graph')).toHaveClass(/is-live/);
  const graphs = page.locator('flame-graph');
  const live = page.locator('flame-graph.is-live');
  expect(await graphs.count()).toBeGreaterThan(15);
  expect(await live.count()).toBeLessThan(6);
  await expect(page.locator('#muted flame-graph')).not.toHaveClass(/is-live/);
  await page.locator('#muted flame-graph').scrollIntoViewIfNeeded();
  await expect(page.locator('#muted flame-graph')).toHaveClass(/is-live/);
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('the page of many graphs does not scroll sideways', async ({ page }) => {
    await page.goto('/en/embed/#large');
    await expect(page.locator('#time flame-graph')).toHaveClass(/is-live/);
    await page.locator('#large flame-graph').scrollIntoViewIfNeeded();
    await expect(page.locator('#large canvas.flame-canvas')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
  });
});

test.describe('a profile of the reader', () => {
  test('takes the place of what was shown, and says which lines were not read', async ({
    page,
  }) => {
    const graph = await openGraph(page, 'plain');
    await loadFolded(graph, 'main;read 3\nmain;write 1\nno weight here\n');
    await expect(frame(graph, 'read')).toBeVisible();
    await expect(frame(graph, 'dyld`start')).toHaveCount(0);
    await graph.locator('.flame-issues summary').click();
    await expect(graph.locator('.flame-issues')).toContainText('line 3');
  });

  test('that cannot be read, or only in part, is explained in the language of the page', async ({
    page,
  }) => {
    await leaveExamples(page, 'plain');
    await page.goto('/zh/embed/#plain');
    const graph = page.locator('#plain flame-graph');
    await expect(graph).toHaveClass(/is-live/);
    await loadFolded(graph, 'main;read 3\nno weight here\n');
    await graph.locator('.flame-issues summary').click();
    await expect(graph.locator('.flame-issues')).toContainText('文件中有 1 处无法读取');
    await expect(graph.locator('.flame-issues li')).toHaveText(/^第 2 行 \P{ASCII}/u);
    await graph.evaluate((element) =>
      (element as HTMLElement & { load(data: string): Promise<void> })
        .load('{nonsense')
        .catch(() => undefined),
    );
    await expect(graph.getByRole('alert')).toContainText('JSON 在第 1 行');
    await expect(graph.getByRole('alert')).not.toContainText('damaged');
  });

  test('shows names as text, whatever they hold', async ({ page }) => {
    const graph = await openGraph(page, 'plain');
    await loadFolded(graph, '<img src=x onerror=alert(1)>;"><script>alert(2)</script> 5\n');
    const item = graph.getByRole('treeitem', { name: /^<img src=x onerror=alert\(1\)>,/ });
    await item.press(' ');
    await expect(graph.locator('.flame-name')).toHaveText('<img src=x onerror=alert(1)>');
    await expect(graph.locator('img, script')).toHaveCount(0);
  });

  test('deeper than a canvas can be high is drawn where it is scrolled to', async ({ page }) => {
    const graph = await openGraph(page, 'plain');
    const deep = Array.from({ length: 2000 }, (_, i) => `level${i}`);
    await loadFolded(graph, `${deep.join(';')} 3\nlevel0;other 1\n`);
    const canvas = graph.locator('canvas.flame-canvas');
    await expect(canvas).toBeVisible();
    const picture = graph.locator('.flame-picture');
    expect(await picture.evaluate((element) => element.scrollHeight)).toBeGreaterThan(32_767);
    expect(await canvas.evaluate((element) => (element as HTMLCanvasElement).height)).toBeLessThan(
      2000,
    );
    // The tip of the flame, which no canvas of the whole height would reach.
    await picture.evaluate((element) => (element.scrollTop = 0));
    await expect
      .poll(() =>
        canvas.evaluate((element) => {
          const surface = (element as HTMLCanvasElement).getContext('2d')!; // it was drawn on
          return surface.getImageData(100, 8, 1, 1).data[3];
        }),
      )
      .toBe(255);
    const box = await picture.boundingBox();
    await page.mouse.click((box?.x ?? 0) + 100, (box?.y ?? 0) + 8);
    await expect(graph.locator('.flame-name')).toHaveText('level1999');
    await expect(graph.locator('.flame-crumbs [aria-current]')).toHaveText('level1999');
  });
});
