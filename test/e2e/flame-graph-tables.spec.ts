import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { chooseView } from '../support/embed-page.ts';

async function openSample(page: Page, query: string): Promise<Locator> {
  await page.goto(`/en/samples/node-perf/?${query}&graph=1`);
  const graph = page.locator('flame-graph.is-live').first();
  await expect(graph).toBeVisible();
  return graph;
}

async function chooseTable(graph: Locator, view: string): Promise<void> {
  await chooseView(graph, view);
  await expect(graph.locator('.flame-grid')).toBeVisible();
}

/** Whether the selected line lies between the headings and the foot of the table’s room. */
async function isSelectedInSight(graph: Locator): Promise<boolean> {
  const picture = graph.locator('.flame-picture');
  const [line, heading, room] = await Promise.all([
    picture.locator('tr[aria-selected="true"], tr.selected').boundingBox(),
    picture.locator('thead th').first().boundingBox(),
    picture.boundingBox(),
  ]);
  if (line === null || heading === null || room === null) return false;
  // A pixel for what is rounded.
  const foot = room.y + room.height + 1;
  return line.y >= heading.y + heading.height - 1 && line.y + line.height <= foot;
}

test('a step to the next match shows its line of the call tree, however far down it is', async ({
  page,
}) => {
  const graph = await openSample(page, 'view=call-tree');
  const search = graph.getByRole('searchbox');
  await search.fill('/^v8.*Scavenge/');
  for (let step = 0; step < 4; step++) {
    await search.press('Enter');
    await expect.poll(() => isSelectedInSight(graph)).toBe(true);
  }
  await search.press('Shift+Enter');
  await expect.poll(() => isSelectedInSight(graph)).toBe(true);
});

test('a picture that was scrolled leaves a table at its first line', async ({ page }) => {
  for (const view of ['call-tree', 'functions']) {
    const graph = await openSample(page, 'color=kind');
    const picture = graph.locator('.flame-picture');
    await expect.poll(() => picture.evaluate((element) => element.scrollTop)).toBeGreaterThan(100);
    await chooseTable(graph, view);
    expect(await picture.evaluate((element) => element.scrollTop)).toBe(0);
  }
});

for (const view of ['call-tree', 'functions']) {
  test(`what is selected in the picture is in sight in ${view}`, async ({ page }) => {
    const graph = await openSample(page, 'selection=uv__async_io');
    await chooseTable(graph, view);
    await expect.poll(() => isSelectedInSight(graph)).toBe(true);
  });
}

test('a line that the arrow keys lead up to is not under the headings', async ({ page }) => {
  const graph = await openSample(page, 'view=call-tree');
  const lines = graph.locator('.flame-grid tbody tr');
  await lines.nth(40).focus();
  for (let up = 0; up < 38; up++) {
    await page.keyboard.press('ArrowUp');
    const top = (element: Locator) => element.evaluate((each) => each.getBoundingClientRect());
    const line = await top(lines.and(graph.locator(':focus')));
    const heading = await top(graph.locator('.flame-grid thead th').first());
    expect(line.top).toBeGreaterThanOrEqual(heading.bottom - 1);
  }
});

test('a table has a column of intervals where its weights are samples, and no empty one elsewhere', async ({
  page,
}) => {
  for (const [sample, isSampled] of [
    ['share-these', true],
    ['go-heap-in-use', false],
  ] as const) {
    for (const view of ['call-tree', 'functions']) {
      await page.goto(`/en/samples/${sample}/?view=${view}&graph=1`);
      const table = page.locator('flame-graph.is-live .flame-grid');
      await expect(table.locator('tbody tr').first()).toBeVisible();
      await expect(table.locator('thead th', { hasText: '95% interval' })).toHaveCount(
        isSampled ? 1 : 0,
      );
      const columns = await table.locator('thead th').count();
      await expect(table.locator('tbody tr').first().locator('th, td')).toHaveCount(columns);
    }
  }
});

test('on paper a table has its names and headings, and all of its lines', async ({ page }) => {
  const graph = await openSample(page, 'view=functions');
  await page.emulateMedia({ media: 'print' });
  const picture = graph.locator('.flame-picture');
  await expect(picture.getByRole('button', { name: 'Total', exact: true })).toBeVisible();
  const last = picture.locator('tbody tr').last();
  await expect(last.locator('th')).toHaveText(/./, { useInnerText: true });
  const foot = async (of: Locator) => {
    const box = await of.boundingBox();
    return box === null ? 0 : box.y + box.height;
  };
  expect(await foot(picture)).toBeGreaterThanOrEqual((await foot(last)) - 1);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('all columns of the functions are in sight', async ({ page }) => {
    await page.goto('/en/samples/share-these/?view=functions&graph=1');
    const picture = page.locator('flame-graph.is-live .flame-picture');
    await expect(picture.locator('thead th')).toHaveCount(4);
    const [inside, room] = await picture.evaluate((element) => [
      element.scrollWidth,
      element.clientWidth,
    ]);
    expect(inside).toBeLessThanOrEqual(room!); // both were measured
  });
});

test('the call tree says what it does not list of a caller with many callees, and lists it when asked', async ({
  page,
}) => {
  const graph = await openSample(page, 'view=merged');
  // 130 callees, f0 the heaviest.
  const folded = Array.from({ length: 130 }, (_, i) => `main;f${i} ${130 - i}`).join('\n');
  await graph.evaluate(async (element, text) => {
    const live = element as HTMLElement & {
      view: unknown;
      load(text: string, name: string): Promise<void>;
    };
    await live.load(text, 'many.folded');
    live.view = { view: 'call-tree' };
  }, folded);
  const lines = graph.locator('.flame-grid tr[data-row]');
  await expect(lines).toHaveCount(51);
  const rest = graph.locator('.flame-grid .flame-rest');
  // 80 callees of 1 to 80 samples.
  await expect(rest).toContainText('80 lighter frames here, together 3,240 samples.');
  await lines.last().press('ArrowDown'); // there is no line below
  await expect(lines.last()).toBeFocused();
  await rest.getByRole('button', { name: 'Show 50 more' }).click();
  await expect(lines).toHaveCount(101);
  await expect(lines.nth(51)).toBeFocused();
  await expect(lines.nth(51)).toHaveAttribute('aria-posinset', '51');
  await expect(rest).toContainText('30 lighter frames here, together 465 samples.');
  // What a search leads to is listed, however light it is.
  await graph.getByRole('searchbox').fill('f129');
  await graph.getByRole('searchbox').press('Enter');
  await expect(graph.locator('.flame-grid tr[aria-selected="true"]')).toContainText('f129');
  await expect(rest).toHaveCount(0);
});
