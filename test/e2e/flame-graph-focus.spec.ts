import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { frame, openGraph } from '../support/embed-page.ts';

/* Where the focus is, and what is said of which frame, after what a reader does. */

test.describe('the focus', () => {
  test('goes with a step on the stacks into the picture, and the facts are of its tree', async ({
    page,
  }) => {
    const graph = await openGraph(page);
    await frame(graph, 'libsystem_pthread.dylib`thread_start').press(' ');
    await graph.getByRole('button', { name: 'What to do with this frame' }).press('Enter');
    await graph.getByRole('button', { name: /Take it out of the stacks/ }).press('Enter');
    await expect(frame(graph, 'all')).toBeFocused();
    await expect(graph.getByRole('status')).toHaveText(/^without thread_start/);
    // Its row is another frame's now: "Zoom to it" would lead there.
    await expect(graph.locator('.flame-name')).not.toHaveText(
      'libsystem_pthread.dylib`thread_start',
    );
    await expect(graph.locator('[aria-selected=true]')).toHaveCount(0);
  });

  test('goes from a chip that is pressed to the next, and from the last to the picture', async ({
    page,
  }) => {
    const graph = await openGraph(
      page,
      'plain',
      '?step=drop:kevent&step=merge:libsystem_malloc.dylib&step=collapse-recursion',
    );
    const chips = graph.locator('.flame-chips button');
    await chips.nth(1).press('Enter');
    await expect(chips).toHaveCount(2);
    await expect(chips.nth(1)).toBeFocused();
    await chips.nth(1).press('Enter');
    await expect(chips.nth(0)).toBeFocused();
    await chips.nth(0).press('Enter');
    await expect(frame(graph, 'all')).toBeFocused();
  });

  test('goes from the last chip into the tree of a canvas, which is brought in step later', async ({
    page,
  }) => {
    await page.goto('/en/samples/node-perf/?step=drop:uv__async_io&graph=1');
    const graph = page.locator('flame-graph.is-live').first();
    await graph.locator('.flame-chips button').press('Enter');
    await expect(graph.getByRole('treeitem', { name: /^all,/ })).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(graph.getByRole('treeitem', { name: /^MainThread,/ })).toBeFocused();
  });

  test('stays on the step of the breadcrumb that is pressed', async ({ page }) => {
    const graph = await openGraph(page, 'plain', '?root=writev');
    await graph.locator('.flame-crumbs button').nth(1).press('Enter');
    await expect(graph.locator('.flame-crumbs [aria-current]')).toBeFocused();
  });

  test('stays on the function that is chosen in the table', async ({ page }) => {
    const graph = await openGraph(page, 'functions');
    const third = graph.locator('tbody button').nth(2);
    await third.press('Enter');
    await expect(third).toHaveAttribute('aria-pressed', 'true');
    await expect(third).toBeFocused();
  });

  test('stays in the tree of a canvas while another tree takes its place', async ({ page }) => {
    const graph = await openGraph(page, 'large');
    await graph.getByRole('treeitem', { name: /^all, 100%/ }).focus();
    await graph.evaluate((element) => {
      Object.assign(element, { view: { view: 'left-heavy' } });
    });
    await expect(graph.locator('[role=treeitem]:focus')).toHaveCount(1);
  });
});

for (const [id, line, keys] of [
  ['functions', 'tbody button', 'to the function above or below'],
  ['call-tree', 'tr[tabindex="0"]', 'open the callees'],
] as const) {
  test(`the keys of a picture that make sense in the table ${id} work there`, async ({ page }) => {
    const graph = await openGraph(page, id);
    const lines = graph.locator(line).first();
    await lines.press('?');
    await expect(page.getByRole('dialog')).toContainText(keys);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await lines.focus();
    await page.keyboard.type('writev');
    await expect(graph.locator(':focus')).toContainText('writev');
    await page.keyboard.press('/');
    await expect(graph.getByRole('searchbox')).toBeFocused();
  });
}

test('the arrow keys go from function to function', async ({ page }) => {
  const graph = await openGraph(page, 'functions');
  const lines = graph.locator('tbody button');
  await lines.first().press('ArrowDown');
  await expect(lines.nth(1)).toBeFocused();
  await lines.nth(1).press('End');
  await expect(lines.last()).toBeFocused();
  await lines.last().press('Home');
  await expect(lines.first()).toBeFocused();
});

test('Ctrl+F searches the graph, and Esc in the graph ends the search', async ({ page }) => {
  const graph = await openGraph(page, 'plain', '?search=poll');
  await frame(graph, 'dyld`start').press('Control+f');
  const field = graph.getByRole('searchbox');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('poll');
  await frame(graph, 'dyld`start').press('Escape');
  await expect(field).toHaveValue('');
  await expect(page).not.toHaveURL(/search=/);
});

test('kinds switched off in the legend do not stay dimmed where another legend stands', async ({
  page,
}) => {
  const graph = await openGraph(page, 'plain', '?muted=kernel');
  await expect(graph.locator('.flame-box.dimmed')).not.toHaveCount(0);
  await graph.getByRole('button', { name: 'Views and colours' }).click();
  await graph.getByRole('combobox', { name: 'Colour by' }).selectOption('library');
  await expect(graph.locator('.flame-box.dimmed')).toHaveCount(0);
});

test('a link from a graph that its page’s address does not hold opens in the lab', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const graph = await openGraph(page, 'selected');
  await graph.getByRole('button', { name: 'Views and colours' }).click();
  await graph.getByRole('combobox', { name: 'View', exact: true }).selectOption('left-heavy');
  // The order of weights has to be loaded first: a link is to what is shown.
  const viewOf = (locator: Locator) =>
    locator.evaluate((element) => (element as unknown as { view: { view: string } }).view);
  await expect.poll(async () => (await viewOf(graph)).view).toBe('left-heavy');
  await graph.getByRole('button', { name: 'Copy a link to this view' }).click();
  await expect(graph.getByRole('status')).toHaveText('Copied.');
  await page.goto(await page.evaluate(() => navigator.clipboard.readText()));
  const inLab = page.locator('flame-graph');
  await expect(frame(inLab, 'libsystem_kernel.dylib`writev')).toHaveAttribute(
    'aria-selected',
    'true',
  );
  expect(await viewOf(inLab)).toMatchObject({
    view: 'left-heavy',
    sample: 'share-these',
    selection: 'writev',
  });
});

test('the files of a comparison hold both sides', async ({ page }) => {
  const graph = await openGraph(page, 'diff');
  await graph.getByRole('button', { name: 'Views and colours' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    graph.getByRole('button', { name: 'folded', exact: true }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('chunks-8k-1-chunks-1m-1.folded');
  let text = '';
  for await (const piece of await file.createReadStream()) text += String(piece);
  expect(text).toMatch(/^\S.* [\d.]+ [\d.]+$/m);
});

test('a picture saved as SVG has colours that any program can read, and its marks', async ({
  page,
}) => {
  const graph = await openGraph(page, 'plain', '?search=poll');
  await graph.getByRole('button', { name: 'Views and colours' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    graph.getByRole('button', { name: 'SVG', exact: true }).click(),
  ]);
  let svg = '';
  for await (const piece of await file.createReadStream()) svg += String(piece);
  expect(svg).not.toMatch(/okl(ch|ab)|var\(/);
  expect(svg).toMatch(/\.kind-kernel rect\{fill:#[0-9a-f]{6}\}/);
  expect(svg).toMatch(/class="kind-\w+ matched"/);
  expect(svg).toMatch(/\.kind-memory line\{stroke-dasharray:2, 2\}/);
});

test('a key that comes while the server’s boxes are still taken over moves the only tab stop', async ({
  page,
}) => {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const graph = document.querySelector('flame-graph.is-live');
      const box = graph?.querySelector<SVGElement>('.flame-box[tabindex="0"]');
      if (box === null || box === undefined) return;
      observer.disconnect();
      box.focus();
      for (let i = 0; i < 3; i++) {
        const key = new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true });
        document.activeElement?.dispatchEvent(key);
      }
    }).observe(document, { attributes: true, subtree: true });
  });
  await page.goto('/zh/lessons/5-1-verify/');
  const graph = page.locator('flame-graph.is-live').first();
  await expect(graph.locator('.flame-box').nth(300)).toHaveAttribute('tabindex', '-1');
  await page.waitForTimeout(500); // longer than all boxes take
  await expect(graph.locator('.flame-box[tabindex="0"]')).toHaveCount(1);
  await expect(graph.locator('.flame-box[tabindex="0"]')).toBeFocused();
  await expect(graph.locator('.flame-box[tabindex="0"]')).not.toHaveAttribute('data-row', '-1');
});
