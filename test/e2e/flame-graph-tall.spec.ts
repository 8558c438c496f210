import { expect, test } from '@playwright/test';
import { chooseView } from '../support/embed-page.ts';
import type { Locator, Page } from '@playwright/test';
import { chooseFiles, openLab } from '../support/lab-page.ts';

const levels = Array.from({ length: 150 }, (_, i) => `level_${i}`).join(';');

/** Frames for a canvas, and one stack far higher than the picture's frame. */
function tallFolded(step: number): string {
  const crowd = Array.from(
    { length: 600 },
    (_, i) => `main;wide;f${i} ${step}\nmain;wide;f${i};g;h ${i % 40}`,
  );
  return [...crowd, `main;deep;${levels};目标;leaf 6000`].join('\n');
}

async function openTall(page: Page, ...texts: readonly string[]): Promise<Locator> {
  await openLab(page);
  await chooseFiles(page, ...texts.map((text, i) => ({ name: `tall-${i}.folded`, text })));
  const graph = page.locator('.lab-desk .lab-graph:not([hidden]) flame-graph.is-live');
  await expect(graph.locator('canvas.flame-canvas')).toBeVisible({ timeout: 30_000 });
  await expect(graph.getByRole('treeitem').first()).toBeAttached();
  return graph;
}

/** Sets a part of the view, as a page does. */
function show(graph: Locator, part: object): Promise<void> {
  return graph.evaluate((element, wanted) => {
    const live = element as HTMLElement & { view: object };
    live.view = { ...live.view, ...wanted };
  }, part);
}

/** Pixels between the foot of what is seen and the foot of the picture. */
function belowSight(graph: Locator): Promise<number> {
  return graph
    .locator('.flame-picture')
    .evaluate(({ scrollHeight, scrollTop, clientHeight }) =>
      Math.round(scrollHeight - scrollTop - clientHeight),
    );
}

const tabStops = (graph: Locator) => graph.locator('.flame-picture [tabindex="0"]');

test.describe('a picture higher than its frame', () => {
  test('keeps its root in sight when a step is taken out again', async ({ page }) => {
    const graph = await openTall(page, tallFolded(10));
    expect(await belowSight(graph)).toBe(0);
    const picture = graph.locator('.flame-picture');
    const heightOf = () => picture.evaluate(({ scrollHeight }) => scrollHeight);
    const whole = await heightOf();
    await show(graph, { transforms: [{ kind: 'focus', frame: 'wide' }] });
    await expect.poll(heightOf).toBeLessThan(whole);
    await show(graph, { transforms: [] });
    await expect.poll(heightOf).toBe(whole);
    expect(await belowSight(graph)).toBe(0);
  });

  test('shows the frame that has the focus where another view takes its place', async ({
    page,
  }) => {
    const graph = await openTall(page, tallFolded(10));
    await show(graph, { view: 'sandwich', function: 'main' });
    const middle = graph.getByRole('treeitem', { name: /^main, 100%/ });
    await middle.focus();
    await show(graph, { view: 'merged' });
    const all = graph.getByRole('treeitem', { name: /^all, 100%/ });
    await expect(all).toBeFocused();
    expect(await belowSight(graph)).toBe(0);
    await expect(all).toBeInViewport();
  });

  test('as a sandwich is scrolled to its function, which Tab reaches', async ({ page }) => {
    const graph = await openTall(page, tallFolded(10));
    await chooseView(graph, 'sandwich');
    await show(graph, { function: '目标', selection: '' });
    const middle = graph.getByRole('treeitem', { name: /^目标, 100%/ });
    await expect(middle).toHaveCount(1);
    await expect(middle).toBeInViewport();
    await expect(tabStops(graph)).toHaveAccessibleName(/^目标, 100%/);
    await expect(graph.locator('.flame-crumbs li')).toHaveText(['目标']);
    await middle.focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(graph.locator('.flame-crumbs li')).toHaveText(['目标', 'level_149']);
    await page.keyboard.press('Escape');
    await expect(graph.locator('.flame-crumbs li')).toHaveText(['目标']);
  });
});

test('a caller in a sandwich is copied as the stack that leads to the function', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const graph = await openTall(page, tallFolded(10));
  await show(graph, { view: 'sandwich', function: 'h' });
  await graph.getByRole('treeitem', { name: /^h, 100%/ }).focus();
  await page.keyboard.press('ArrowUp');
  await expect(graph.locator('.flame-name')).toHaveText('g');
  await graph.getByRole('button', { name: 'What to do with this frame' }).click();
  await graph.getByRole('button', { name: /Copy its stack/ }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('g;h');
});

test('the frame with the focus keeps it when the picture is moved away from it', async ({
  page,
}) => {
  const graph = await openTall(page, tallFolded(10));
  const deep = graph.getByRole('treeitem', { name: /^deep,/ });
  await deep.focus();
  await show(graph, { window: [0.9, 0.95] });
  await expect(graph.getByRole('treeitem', { name: /^level_/ })).toHaveCount(0);
  await expect(deep).toBeFocused();
  await expect(tabStops(graph)).toHaveCount(1);
});

test('a press that is let go beside the picture moves nothing afterwards', async ({ page }) => {
  const graph = await openTall(page, tallFolded(10));
  await show(graph, { window: [0.3, 0.4] });
  const window = graph.locator('.flame-minimap-window');
  await expect(window).toBeVisible();
  const place = () => window.evaluate(({ style }) => style.insetInlineStart);
  const before = await place();
  const box = (await graph.locator('.flame-picture').boundingBox())!; // it is drawn
  await page.mouse.move(box.x + 300, box.y + 1);
  await page.mouse.down();
  await page.mouse.move(box.x + 300, box.y - 2);
  await page.mouse.up();
  await page.mouse.move(box.x + 300, box.y + 40);
  await page.mouse.move(box.x + 100, box.y + 40, { steps: 4 });
  expect(await place()).toBe(before);
});

test('over a table the wheel with Ctrl, and a drag, change no picture that is not shown', async ({
  page,
}) => {
  const graph = await openTall(page, tallFolded(10));
  const windowOf = () =>
    graph.evaluate(
      (element) => (element as HTMLElement & { view: { window: unknown } }).view.window,
    );
  for (const [view, role] of [
    ['functions', 'table'],
    ['call-tree', 'treegrid'],
  ] as const) {
    await show(graph, { view, window: [0.25, 0.5] });
    await expect(graph.locator('.flame-picture').getByRole(role)).toBeVisible();
    const box = (await graph.locator('.flame-picture').boundingBox())!; // it is visible
    await page.mouse.move(box.x + 200, box.y + 60);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -300);
    await page.keyboard.up('Control');
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y + 60, { steps: 4 });
    await page.mouse.up();
    expect(await windowOf(), view).toEqual([0.25, 0.5]);
  }
});

test('a comparison says and maps the change of what is asked for: of the total, or of self', async ({
  page,
}) => {
  const graph = await openTall(page, tallFolded(10), tallFolded(60));
  await show(graph, { window: [0, 0.9], diff: { normalize: 'none', measure: 'total' } });
  const wide = graph.getByRole('treeitem', { name: /^wide,/ });
  const map = graph.locator('.flame-minimap canvas');
  const drawn = () => map.evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const said = async () => (await wide.getAttribute('aria-label')) ?? '';
  await expect.poll(said).toContain('→');
  const [titleOfTotal, mapOfTotal] = [await said(), await drawn()];
  await show(graph, { diff: { normalize: 'none', measure: 'self' } });
  await expect.poll(said).not.toBe(titleOfTotal);
  expect(await drawn()).not.toBe(mapOfTotal);
});
