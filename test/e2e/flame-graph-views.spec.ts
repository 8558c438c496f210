import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import type { FlameGraphElement } from '../../src/components/widgets/flame-graph/flame-graph-element.ts';
import { expectAccessible } from '../support/axe.ts';
import { chooseView, frame, openGraph } from '../support/embed-page.ts';

test.describe('switching views', () => {
  test('keeps the selection: merged, heaviest first, leaf first and back', async ({ page }) => {
    const graph = await openGraph(page);
    const writev = frame(graph, 'libsystem_kernel.dylib`writev');
    await writev.press(' ');
    for (const view of ['left-heavy', 'leaf-first', 'merged']) {
      await chooseView(graph, view);
      await expect(writev.first()).toHaveAttribute('aria-selected', 'true');
      await expect(page).toHaveURL(view === 'merged' ? /selection/ : new RegExp(`view=${view}`));
    }
  });

  test('the heaviest stack stands left in the heaviest-first view', async ({ page }) => {
    const graph = await openGraph(page, 'left-heavy');
    const left = async (name: string) => (await frame(graph, name).boundingBox())?.x ?? 0;
    expect(await left('libsystem_pthread.dylib`thread_start')).toBeLessThan(
      await left('dyld`start'),
    );
  });

  test('a sandwich has callers above and callees below, and the keys follow', async ({ page }) => {
    const graph = await openGraph(page, 'sandwich');
    const middle = frame(graph, 'libsystem_kernel.dylib`__psynch_cvsignal');
    await middle.focus();
    await page.keyboard.press('ArrowUp');
    const caller = graph.getByRole('treeitem', { name: /UnparkHandleT>::unpark/ });
    await expect(caller).toBeFocused();
    const top = async (box: Locator) => (await box.boundingBox())?.y ?? 0;
    expect(await top(caller)).toBeLessThan(await top(middle));
    await page.keyboard.press('ArrowDown');
    await expect(middle).toBeFocused();
  });

  test('a comparison shows both sides, with signs, and what appeared and vanished', async ({
    page,
  }) => {
    const graph = await openGraph(page, 'diff');
    await expect(graph.getByRole('treeitem', { name: /→ .*points/ }).first()).toBeVisible();
    await expect(graph.getByRole('treeitem', { name: /only before/ }).first()).toBeAttached();
    await expect(graph.getByRole('treeitem', { name: /only after/ }).first()).toBeAttached();
    await expect(graph.locator('.flame-box text', { hasText: /^\+ / }).first()).toBeVisible();
    await expect(graph.locator('.flame-box text', { hasText: /^− / }).first()).toBeVisible();
    await expect(graph.locator('.flame-legend')).toContainText('no clear change');
    await graph.getByRole('button', { name: 'Views and colours' }).click();
    await graph.getByLabel('Colour by change of').selectOption('self');
    await graph.getByLabel('Width').selectOption('after');
    await expect(graph.getByRole('treeitem', { name: /→ .*points/ }).first()).toBeVisible();
  });

  test('time order is offered only where the profile has times', async ({ page }) => {
    const graph = await openGraph(page);
    await chooseView(graph, 'merged');
    await expect(graph.getByRole('option', { name: /the profile has no times/ })).toBeDisabled();
    await page.goto('about:blank'); // the address of the next differs by its anchor alone
    const timed = await openGraph(page, 'time');
    await expect(timed.getByRole('treeitem').nth(1)).toBeVisible();
  });
});

test('in time order a link leads to the very call that was chosen, not to a longer one of its path', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const graph = await openGraph(page, 'time');
  await graph.getByRole('treeitem').first().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press(' ');
  const chosen = graph.locator('[role=treeitem][aria-selected=true]');
  const row = await chosen.getAttribute('data-row');
  const name = await chosen.getAttribute('aria-label');
  // A path that stands more than once.
  expect(await graph.evaluate((element: FlameGraphElement) => element.view.selection)).toMatch(
    /^;.*\\\d+$/,
  );
  await graph.getByRole('button', { name: 'What to do with this frame' }).click();
  await graph.getByRole('button', { name: 'Copy a link to it' }).click();
  await expect(graph.getByRole('status')).toHaveText('Copied.');
  await page.goto(await page.evaluate(() => navigator.clipboard.readText()));
  const inLab = page.locator('flame-graph [role=treeitem][aria-selected=true]');
  await expect(inLab).toHaveAttribute('data-row', row!);
  await expect(inLab).toHaveAttribute('aria-label', name!);
});

test.describe('the tables', () => {
  test('functions sort by what is clicked, and keep the selection', async ({ page }) => {
    const graph = await openGraph(page, 'functions');
    const first = graph.locator('.flame-grid tbody th').first();
    await expect(first).toHaveText('libsystem_kernel.dylib`__psynch_cvsignal');
    await graph.getByRole('button', { name: 'Total', exact: true }).click();
    await expect(first).not.toHaveText('libsystem_kernel.dylib`__psynch_cvsignal');
    await graph.getByRole('button', { name: 'libsystem_kernel.dylib`writev' }).click();
    await expect(graph.locator('.flame-details')).toContainText('7 samples');
    await chooseView(graph, 'merged');
    await expect(frame(graph, 'libsystem_kernel.dylib`writev')).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  test('a function is said as it is listed: wherever it is called, each sample once', async ({
    page,
  }) => {
    const graph = await openGraph(page);
    const details = graph.locator('.flame-details');
    const place = frame(graph, 'libsystem_kernel.dylib`__psynch_cvsignal').first();
    await place.press(' ');
    const ofPlace = await details.innerText();
    await chooseView(graph, 'functions');
    const line = graph.locator('.flame-grid tbody tr.selected');
    await expect(line).toBeVisible();
    const [self, total] = await line.locator('td').allTextContents();
    const [, weight = '', share = ''] = /^(\d+\s+samples) · (\d+%)$/.exec(total ?? '') ?? [];
    expect(self).toBe(total); // what this test is about: nothing below it, in more than one place
    for (const said of [weight, share]) {
      expect(ofPlace).not.toContain(said);
      await expect(details).toContainText(said);
    }
    await expect(details).toContainText('Counted wherever it is called');
    await line.getByRole('button').click();
    await expect(graph.getByRole('status')).toHaveText(
      `Selected: libsystem_kernel.dylib\`__psynch_cvsignal, ${share}, ${weight}, self ${weight}`,
    );
    await chooseView(graph, 'merged');
    await expect(details).toHaveText(ofPlace.replaceAll('\n', ' '), { useInnerText: true });
  });

  test('a search steps from function to function as they are listed', async ({ page }) => {
    const graph = await openGraph(page, 'plain', '?view=functions&search=poll');
    const lines = graph.locator('.flame-grid tbody tr');
    await expect(lines.first()).toContainText('poll');
    const names = await lines.locator('th').allInnerTexts();
    expect(names.length).toBeGreaterThan(2);
    for (const name of [...names, names[0]!]) {
      await graph.getByRole('button', { name: 'Next match' }).click();
      await expect(graph.locator('.flame-grid tr.selected th')).toHaveText(name);
    }
  });

  test('Tab stops once among the functions, where the reader was', async ({ page }) => {
    const graph = await openGraph(page, 'functions');
    const lines = graph.locator('tbody button');
    await graph.getByRole('button', { name: 'Total', exact: true }).focus();
    await page.keyboard.press('Tab');
    await expect(lines.first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await expect(graph.locator('tbody button:focus')).toHaveCount(0);
    await page.keyboard.press('Shift+Tab');
    await expect(lines.nth(2)).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(graph.getByRole('button', { name: 'Total', exact: true })).toBeFocused();
  });

  test('the call tree opens, closes and selects by keyboard', async ({ page }) => {
    const graph = await openGraph(page, 'call-tree');
    const rows = graph.getByRole('row').filter({ has: page.getByRole('rowheader') });
    const before = await rows.count();
    await rows.first().focus();
    await page.keyboard.press('ArrowLeft');
    await expect(rows.first()).toHaveAttribute('aria-expanded', 'false');
    expect(await rows.count()).toBeLessThan(before);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect(rows.nth(1)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');
    await expect(graph.getByRole('status')).toContainText('Selected');
  });

  test('a click on a line of the call tree selects it, and its mark opens it', async ({ page }) => {
    const graph = await openGraph(page, 'call-tree');
    const line = graph.getByRole('row', { name: /raw::poll/ }).first();
    await line.getByRole('gridcell').first().click();
    await expect(line).toHaveAttribute('aria-selected', 'true');
    await expect(graph.locator('.flame-details')).toContainText('raw::poll');
    await line.locator('.flame-twisty').click();
    await expect(line).toHaveAttribute('aria-expanded', 'false');
  });

  for (const id of ['functions', 'call-tree', 'sandwich', 'diff', 'transformed']) {
    test(`axe finds nothing in ${id}, with the panel open`, async ({ page }) => {
      const graph = await openGraph(page, id);
      await graph.getByRole('button', { name: 'Views and colours' }).click();
      await expect(graph.getByRole('combobox', { name: 'View', exact: true })).toBeVisible();
      await expectAccessible(page, { within: `#${id} flame-graph` });
    });
  }
});

test.describe('what can be done with a frame', () => {
  async function openActions(graph: Locator, name: string): Promise<void> {
    await frame(graph, name).first().press(' ');
    await graph.getByRole('button', { name: 'What to do with this frame' }).click();
  }

  test('steps stack up as chips, and each can be taken out', async ({ page }) => {
    const graph = await openGraph(page);
    await openActions(graph, 'libsystem_kernel.dylib`writev');
    await graph.getByRole('button', { name: /Drop the samples/ }).click();
    await expect(graph.getByRole('tree')).toHaveAttribute('data-total', '43');
    await openActions(graph, 'dyld`start');
    await graph.getByRole('button', { name: /Show only what it calls/ }).click();
    await expect(graph.getByRole('tree')).toHaveAttribute('data-total', '5');
    await expect(page).toHaveURL(/step=drop.*step=focus/);
    await graph.getByRole('button', { name: /^Undo: without samples of writev/ }).click();
    await graph.getByRole('button', { name: /^Undo/ }).click();
    await expect(graph.getByRole('tree')).toHaveAttribute('data-total', '50');
  });

  test('its name, its stack and a link to it are copied', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const graph = await openGraph(page);
    await openActions(graph, 'share_these`main');
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await graph.getByRole('button', { name: 'Copy its name' }).click();
    await expect(graph.getByRole('status')).toHaveText('Copied.');
    expect(await copied()).toBe('share_these`main');
    await graph.getByRole('button', { name: /Copy its stack/ }).click();
    await expect.poll(copied).toBe('dyld`start;share_these`main');
    await graph.getByRole('button', { name: 'Copy a link to it' }).click();
    await expect.poll(copied).toContain('selection=');
    await page.goto(await copied());
    await expect(frame(page.locator('#plain'), 'share_these`main')).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  test('a link to a frame that has the focus alone selects it', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const graph = await openGraph(page);
    await frame(graph, 'dyld`start').press(' ');
    await frame(graph, 'libsystem_kernel.dylib`writev').focus();
    await graph.getByRole('button', { name: 'What to do with this frame' }).press('Enter');
    await graph.getByRole('button', { name: 'Copy a link to it' }).press('Enter');
    await expect(graph.getByRole('status')).toHaveText('Copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('selection=writev');
  });

  test('is called by its names in other profilers', async ({ page }) => {
    const graph = await openGraph(page);
    await openActions(graph, 'dyld`start');
    await expect(graph.locator('.flame-actions')).toContainText('sandwich (speedscope)');
  });
});

test.describe('colours', () => {
  test('by library and by self weight have a legend of their own', async ({ page }) => {
    const graph = await openGraph(page);
    await graph.getByRole('button', { name: 'Views and colours' }).click();
    await graph.getByRole('combobox', { name: 'Colour by', exact: true }).selectOption('library');
    await expect(graph.locator('.flame-legend')).toContainText('libsystem_kernel.dylib');
    await graph.getByRole('combobox', { name: 'Colour by', exact: true }).selectOption('self');
    await expect(graph.locator('.flame-legend')).toContainText('most self weight');
    await expect(graph.locator('.flame-box.heat-5')).not.toHaveCount(0);
  });

  test('by name gives a name the same hue wherever it stands, and in every view', async ({
    page,
  }) => {
    const graph = await openGraph(page);
    await graph.getByRole('button', { name: 'Views and colours' }).click();
    await graph.getByRole('combobox', { name: 'Colour by', exact: true }).selectOption('name');
    await expect(graph.locator('.flame-legend')).toContainText('A name has the same colour');
    const huesByName = () =>
      graph.locator('.flame-box:not(.held, .kind-all)').evaluateAll((boxes) => {
        const hues: Record<string, string[]> = {};
        for (const box of boxes) {
          const title = box.querySelector('title')?.textContent ?? '';
          const name = title.slice(0, title.lastIndexOf(', ', title.indexOf('%')));
          const hue = [...box.classList].find((each) => each.startsWith('hue-')) ?? 'none';
          if (!(hues[name] ??= []).includes(hue)) hues[name].push(hue);
        }
        return hues;
      });
    const hues = await huesByName();
    expect(Object.keys(hues).length).toBeGreaterThan(20);
    for (const [name, each] of Object.entries(hues)) expect(each, name).toHaveLength(1);
    expect(new Set(Object.values(hues).flat()).size).toBeGreaterThan(5);
    expect(Object.values(hues).flat()).not.toContain('none');
    await graph.getByRole('combobox', { name: 'View', exact: true }).selectOption('left-heavy');
    await expect.poll(huesByName).toEqual(hues);
  });

  test('an entry of the legend dims and shows the frames of its kind', async ({ page }) => {
    const graph = await openGraph(page);
    const kernel = graph.locator('.flame-legend').getByRole('button', { name: 'Kernel' });
    await kernel.click();
    await expect(kernel).toHaveAttribute('aria-pressed', 'false');
    await expect(frame(graph, 'libsystem_kernel.dylib`writev')).toHaveClass(/dimmed/);
    await kernel.click();
    await expect(frame(graph, 'libsystem_kernel.dylib`writev')).not.toHaveClass(/dimmed/);
  });

  test('an entry of a library’s legend does so too', async ({ page }) => {
    const graph = await openGraph(page);
    await graph.getByRole('button', { name: 'Views and colours' }).click();
    await graph.getByRole('combobox', { name: 'Colour by', exact: true }).selectOption('library');
    const kernel = graph.locator('.flame-legend').getByRole('button', { name: 'libsystem_kernel' });
    await kernel.click();
    await expect(kernel).toHaveAttribute('aria-pressed', 'false');
    await expect(frame(graph, 'libsystem_kernel.dylib`writev')).toHaveClass(/dimmed/);
    await expect(frame(graph, 'dyld`start')).not.toHaveClass(/dimmed/);
    await kernel.click();
    await expect(graph.locator('.flame-box.dimmed')).toHaveCount(0);
  });

  test('an entry of a comparison’s legend dims all that grew, however much', async ({ page }) => {
    const graph = await openGraph(page, 'diff');
    const more = graph.locator('.flame-legend').getByRole('button', { name: /^\+/ });
    await more.click();
    const grown = graph.locator('.flame-box:is(.more-1, .more-2)');
    expect(await grown.count()).toBeGreaterThan(1);
    await expect(graph.locator('.flame-box:is(.more-1, .more-2):not(.dimmed)')).toHaveCount(0);
    await expect(graph.locator('.flame-box.dimmed:not(.more-1, .more-2)')).toHaveCount(0);
  });

  test('frames that another recording might not show are paler and in italics', async ({
    page,
  }) => {
    const graph = await openGraph(page);
    await expect(frame(graph, 'libsystem_kernel.dylib`__recvfrom')).toHaveClass(/noise/);
    await expect(frame(graph, 'libsystem_kernel.dylib`writev')).not.toHaveClass(/noise/);
    await frame(graph, 'libsystem_kernel.dylib`__recvfrom').press(' ');
    await expect(graph.locator('.flame-details')).toContainText('another recording might not');
  });
});

test.describe('files', () => {
  for (const [name, start] of [
    ['SVG', '<?xml'],
    ['folded', 'dyld`start;'],
    ['speedscope', '{"$schema"'],
    ['PNG', '\u0089PNG'],
  ] as const) {
    test(`the graph is saved as ${name}`, async ({ page }) => {
      const graph = await openGraph(page);
      await graph.getByRole('button', { name: 'Views and colours' }).click();
      const download = page.waitForEvent('download');
      await graph.getByRole('button', { name, exact: true }).click();
      const stream = await (await download).createReadStream();
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const bytes = Buffer.concat(chunks);
      expect(bytes.toString('latin1').startsWith(start)).toBe(true);
      if (name === 'SVG') {
        const svg = bytes.toString();
        expect(svg).toContain('fg:w="50"');
        expect(svg).not.toMatch(/fill:(?:;|\})/);
      }
    });
  }
});

test.describe('free zoom', () => {
  test('the wheel with Ctrl zooms around the pointer; without it the page scrolls', async ({
    page,
  }) => {
    const graph = await openGraph(page);
    const box = await graph.locator('.flame-picture').boundingBox();
    await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 100);
    await page.mouse.wheel(0, 100);
    await expect(page).not.toHaveURL(/window=/);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -300);
    await page.keyboard.up('Control');
    await expect(page).toHaveURL(/window=0\.2\d+\+0\.7\d+/);
  });

  test('dragging moves the window, and does not choose a frame', async ({ page }) => {
    const graph = await openGraph(page, 'plain', '?window=0.25%200.5');
    const box = await graph.locator('.flame-picture').boundingBox();
    const [x, y] = [(box?.x ?? 0) + 600, (box?.y ?? 0) + (box?.height ?? 0) - 50];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 200, y, { steps: 4 });
    await page.mouse.up();
    await expect(page).toHaveURL(/window=0\.29\d*\+0\.54/);
    await expect(page).not.toHaveURL(/selection/);
  });

  test('+ and − do the same for the keyboard', async ({ page }) => {
    const graph = await openGraph(page);
    await frame(graph, 'all').focus();
    await page.keyboard.press('+');
    await expect(graph.getByRole('status')).toHaveText('Showing 50% of the width.');
    await expect(page).toHaveURL(/window=0\.25\+0\.75/);
    await page.keyboard.press('-');
    await expect(page).not.toHaveURL(/window/);
  });
});

test('a question’s graph selects on a click, and zooms only on a double click', async ({
  page,
}) => {
  const graph = await openGraph(page, 'picking');
  const writev = frame(graph, 'libsystem_kernel.dylib`writev');
  await writev.click();
  await expect(writev).toHaveAttribute('aria-selected', 'true');
  await expect(frame(graph, 'dyld`start')).toBeVisible();
  await writev.dblclick();
  await expect(frame(graph, 'dyld`start')).toHaveCount(0);
});
