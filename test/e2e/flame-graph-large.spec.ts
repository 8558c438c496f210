import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { leaveExamples } from '../support/embed-page.ts';
import { PageWatch } from '../support/page-watch.ts';

/** A graph of more than 1,500 boxes, on a canvas. */
async function openLarge(page: Page): Promise<Locator> {
  await leaveExamples(page, 'large');
  await page.goto('/en/embed/#large');
  const graph = page.locator('#large flame-graph');
  await graph.scrollIntoViewIfNeeded();
  await expect(graph.locator('canvas.flame-canvas')).toBeVisible();
  await expect(graph.getByRole('tree')).toBeAttached();
  return graph;
}

function middleOf(box: { y: number; height: number } | null): number {
  return box === null ? NaN : box.y + box.height / 2;
}

/** How much of the canvas is drawn on. */
function inkOf(graph: Locator): Promise<number> {
  return graph.locator('canvas.flame-canvas').evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height); // there is one: it was drawn on
    let inked = 0;
    for (let i = 3; i < data.length; i += 4) if (data[i] !== 0) inked++;
    return inked / (data.length / 4);
  });
}

test.describe('a large graph', () => {
  test('is drawn, and the canvas is no larger than what is seen', async ({ page }) => {
    const graph = await openLarge(page);
    expect(await inkOf(graph)).toBeGreaterThan(0.1);
    const height = await graph
      .locator('canvas.flame-canvas')
      .evaluate((canvas) => (canvas as HTMLCanvasElement).height);
    expect(height).toBeLessThan(1200);
  });

  test('is a tree for the keyboard and for screen readers, in step with the picture', async ({
    page,
  }) => {
    const graph = await openLarge(page);
    const all = graph.getByRole('treeitem', { name: /^all, 100%/ });
    await all.focus();
    await page.keyboard.press('ArrowUp');
    const focused = graph.locator('[role=treeitem]:focus');
    await expect(focused).toHaveAttribute('aria-level', '2');
    await expect(graph.locator('.flame-details')).toContainText('samples');
    const name = (await focused.getAttribute('aria-label')) ?? '';
    await page.keyboard.press('Enter');
    await expect(graph.getByRole('status')).toContainText('Zoomed to');
    expect(name).not.toBe('');
    await expect(focused).toHaveAccessibleName(name);
    const item = await focused.boundingBox();
    const picture = await graph.locator('.flame-picture').boundingBox();
    expect(Math.abs((item?.width ?? 0) - (picture?.width ?? 0))).toBeLessThan(20);
  });

  test('zooms to the frame that is clicked', async ({ page }) => {
    const graph = await openLarge(page);
    const item = graph.getByRole('treeitem').nth(4);
    const name = (await item.getAttribute('aria-label'))?.split(', ')[0] ?? '';
    expect(name).not.toBe('');
    await item.click();
    await expect(graph.locator('.flame-name')).toHaveText(name);
    await expect(graph.locator('.flame-crumbs li')).not.toHaveCount(1);
  });

  test('gives the focus at the click, and a press changes nothing that a frame would be drawn for', async ({
    page,
  }) => {
    const graph = await openLarge(page);
    const item = graph.getByRole('treeitem').nth(4);
    await item.hover();
    await graph.evaluate((element) => {
      for (const name of ['focusin', 'selectstart', 'framefocus', 'click']) {
        element.addEventListener(name, () => {
          element.dataset['heard'] = `${element.dataset['heard'] ?? ''} ${name}`.trim();
        });
      }
    });
    await page.mouse.down();
    await expect(item).not.toBeFocused();
    await expect(graph).not.toHaveAttribute('data-heard');
    const name = (await item.getAttribute('aria-label')) ?? '';
    await page.mouse.up();
    await expect(graph.locator('[role=treeitem]:focus')).toHaveAccessibleName(name);
    await expect(graph).toHaveAttribute('data-heard', 'framefocus focusin click');
    await page.keyboard.press('ArrowUp');
    await expect(graph.locator('[role=treeitem]:focus')).not.toHaveAccessibleName(name);
  });

  test('keeps no more elements however often it is zoomed', async ({ page }) => {
    const graph = await openLarge(page);
    const items = graph.getByRole('treeitem');
    const places = () => items.evaluateAll((all) => all.map((each) => each.style.cssText).join());
    // All of it in between, since two parts of one wide frame may look alike.
    const windows = [null, [0, 0.02], null, [0.3, 0.4], null, [0.6, 0.9], null, [0.97, 1]];
    for (const window of windows) {
      const before = await places();
      await graph.evaluate((element, wanted) => {
        (element as HTMLElement & { view: unknown }).view = { window: wanted };
      }, window);
      // The elements follow when the picture rests, a second time where it became higher by that. Two looks that see
      // the same are further apart than that takes, or the next zoom would be taken for the end of this one.
      let last = before;
      const followed = async () => {
        const now = await places();
        const rests = now === last;
        last = now;
        return rests && now !== before;
      };
      await expect.poll(followed, { intervals: [700] }).toBe(true);
      // Eighty that have a name in the picture, and the family of the one with the focus.
      expect(await items.count()).toBeLessThan(80 + 2 * 30 + 60);
    }
  });

  test('has the function of a sandwich in the middle: callers above, callees below', async ({
    page,
  }) => {
    const graph = await openLarge(page);
    await graph.evaluate((element) => {
      const view = { view: 'sandwich', function: 'v8::internal::Execution::Call' };
      (element as HTMLElement & { view: unknown }).view = view;
    });
    const picture = graph.locator('.flame-picture');
    // Its callers alone are higher than the picture.
    await expect.poll(() => picture.evaluate((each) => each.scrollTop)).toBeGreaterThan(100);
    const name = /^v8::internal::Execution::Call[^,]*, 100%/;
    const box = await graph.getByRole('treeitem', { name }).first().boundingBox();
    const room = await picture.boundingBox();
    expect(Math.abs(middleOf(box) - middleOf(room))).toBeLessThan(30);
  });

  test('says of frames thinner than a pixel how many they are', async ({ page }) => {
    const graph = await openLarge(page);
    await graph.getByRole('button', { name: 'Show all' }).click();
    await expect(graph.locator('.flame-minimap-window')).toBeHidden();
    const box = await graph.locator('.flame-picture').boundingBox();
    const details = graph.locator('.flame-details');
    let said = '';
    // Somewhere along the upper edge of the graph there is a spire of thin frames.
    for (let x = 2; x < (box?.width ?? 0) && !said.includes('too thin'); x += 7) {
      await page.mouse.move((box?.x ?? 0) + x, (box?.y ?? 0) + (box?.height ?? 0) * 0.45);
      said = (await details.textContent()) ?? '';
    }
    expect(said).toMatch(/frames too thin to draw, together/);
  });

  test('has a map of the whole, with the part that is shown, and dragging on it moves the part', async ({
    page,
  }) => {
    const graph = await openLarge(page);
    const map = graph.locator('.flame-minimap');
    await expect(map).toBeVisible();
    const window = map.locator('.flame-minimap-window');
    const before = (await window.boundingBox())?.x ?? 0;
    const box = await map.boundingBox();
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) * 0.9, (box?.y ?? 0) + 20);
    await expect.poll(async () => (await window.boundingBox())?.x).toBeGreaterThan(before);
    const picture = graph.locator('.flame-picture');
    const top = (await picture.boundingBox())?.y;
    await graph.getByRole('button', { name: 'Show all' }).click();
    await expect(window).toBeHidden();
    await expect(map).toBeVisible();
    expect((await picture.boundingBox())?.y).toBe(top); // it does not jump with a zoom
  });

  test('has its map also while all is shown, in the room that the server left for it', async ({
    page,
  }) => {
    const watch = await PageWatch.over(page);
    await page.goto('/en/samples/node-perf/');
    const map = page.locator('.flame-minimap canvas');
    await expect(page.locator('flame-graph.is-live')).toBeVisible();
    await expect(map).toBeVisible();
    const isDrawn = () =>
      map.evaluate((element) => {
        const { width, height } = element as HTMLCanvasElement;
        const surface = (element as HTMLCanvasElement).getContext('2d');
        return surface?.getImageData(0, 0, width, height).data.some((byte) => byte > 0) ?? false;
      });
    await expect.poll(isDrawn).toBe(true);
    expect(await watch.shift()).toBeLessThan(0.02);
  });

  test('its map is drawn again when what it shows looks different, and not for every zoom', async ({
    page,
  }) => {
    const graph = await openLarge(page);
    const map = graph.locator('.flame-minimap canvas');
    await expect(graph.locator('.flame-minimap')).toBeVisible();
    const drawn = () => map.evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
    const show = (view: object) =>
      graph.evaluate(async (element, wanted) => {
        (element as HTMLElement & { view: unknown }).view = wanted;
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      }, view);
    const clear = () =>
      map.evaluate((element) => {
        const canvas = element as HTMLCanvasElement;
        canvas.getContext('2d')!.clearRect(0, 0, 9999, 9999); // there is one: it was drawn on
        return canvas.toDataURL();
      });
    const empty = await clear();
    // Once it has the colours of all slivers, which are found while nothing else happens.
    const staysEmpty = async () => {
      await clear();
      await show({ window: [0.2, 0.3] });
      await show({ window: [0.3, 0.5], muted: [] });
      return (await drawn()) === empty;
    };
    await expect.poll(staysEmpty).toBe(true);
    await show({ window: [0.3, 0.5], highlight: ['kind:kernel'] });
    await expect.poll(async () => (await drawn()) === empty).toBe(false);
    const lit = await drawn();
    await show({ window: [0.3, 0.5] });
    await expect.poll(async () => (await drawn()) === lit).toBe(false);
  });

  test('of a comparison says each change, and has its signs and its legend', async ({ page }) => {
    await page.addInitScript(() => {
      const written: string[] = [];
      (window as Window & { written?: string[] }).written = written;
      const write = CanvasRenderingContext2D.prototype.fillText;
      CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
        written.push(text);
        write.call(this, text, x, y);
      };
    });
    await leaveExamples(page, 'muted');
    await page.goto('/en/embed/');
    await page.locator('#muted flame-graph').evaluate((muted) => {
      const graph = document.createElement('flame-graph');
      graph.id = 'large-diff';
      graph.className = 'flame-graph';
      for (const [name, value] of Object.entries({
        src: '/samples/node-json-perf.folded.gz',
        'after-src': '/samples/locks-one.folded',
        unit: 'samples',
        view: '{"view":"diff"}',
      })) {
        graph.setAttribute(name, value);
      }
      graph.setAttribute('linked', '');
      muted.replaceWith(graph);
    });
    const graph = page.locator('#large-diff');
    // Two files are read and compared first, which a machine with other work takes its time for.
    await expect(graph.locator('canvas.flame-canvas')).toBeVisible({ timeout: 30_000 });
    await expect(graph.getByRole('treeitem', { name: /→ .*points/ }).first()).toBeAttached();
    await expect(graph.getByRole('treeitem', { name: /only before/ }).first()).toBeAttached();
    await expect(graph.locator('.flame-legend')).toContainText('no clear change');
    const written = await page.evaluate(
      () => (window as Window & { written?: string[] }).written ?? [],
    );
    expect(written.filter((label) => label.startsWith('+ '))).not.toEqual([]);
    expect(written.filter((label) => label.startsWith('− '))).not.toEqual([]);
  });

  test('finds frames and marks them on the canvas', async ({ page }) => {
    const graph = await openLarge(page);
    await graph.getByRole('searchbox').fill('Builtins');
    await expect(graph.locator('.flame-result')).toContainText('of all matched');
    await graph.getByRole('button', { name: 'Next match' }).click();
    await expect(graph.locator('.flame-name')).toContainText('Builtins');
  });

  test('draws only what a search marks, and it looks as if all were drawn', async ({ page }) => {
    await page.addInitScript(() => {
      const counter = window as Window & { rectangles?: number };
      counter.rectangles = 0;
      const fill = CanvasRenderingContext2D.prototype.fillRect;
      CanvasRenderingContext2D.prototype.fillRect = function (...box) {
        const isPicture = this.canvas.classList.contains('flame-canvas');
        if (isPicture) counter.rectangles = (counter.rectangles ?? 0) + 1;
        fill.apply(this, box);
      };
    });
    const graph = await openLarge(page);
    const result = graph.locator('.flame-result');
    /** The picture, and how many rectangles it took since the last one. */
    const look = () =>
      graph.locator('canvas.flame-canvas').evaluate((element) => {
        const canvas = element as HTMLCanvasElement;
        const counter = window as Window & { rectangles?: number };
        const { rectangles } = counter;
        counter.rectangles = 0;
        return { picture: canvas.toDataURL(), rectangles: rectangles ?? 0 };
      });
    const drawAll = () =>
      page.evaluate(async () => {
        // The colours are read again, and are what they were.
        const { dataset } = document.documentElement;
        dataset['theme'] = dataset['theme'] ?? '';
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      });
    // Slivers are grey until it is known what they are: not before can two pictures be the same.
    let before = await look();
    await expect
      .poll(async () => {
        const { picture } = before;
        await drawAll();
        before = await look();
        return before.picture === picture;
      })
      .toBe(true);
    await graph.getByRole('searchbox').fill('CEntry');
    await expect(result).toContainText('of all matched');
    const marked = await look();
    expect(marked.picture).not.toBe(before.picture);
    await drawAll();
    const all = await look();
    expect(marked.picture).toBe(all.picture);
    expect(marked.rectangles).toBeGreaterThan(0);
    expect(marked.rectangles).toBeLessThan(all.rectangles / 4);
    await graph.getByRole('searchbox').fill('');
    await expect(result).toBeEmpty();
    expect((await look()).picture).toBe(before.picture);
  });

  test('is printed as SVG, all of it', async ({ page }) => {
    const graph = await openLarge(page);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await expect(graph.locator('.flame-print svg.flame-svg')).toBeVisible();
    expect(await graph.locator('.flame-print .flame-box').count()).toBeGreaterThan(300);
    await expect(graph.locator('canvas.flame-canvas')).toBeHidden();
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect(graph.locator('.flame-print')).toHaveCount(0);
  });

  test('takes the colours of the other theme at once', async ({ page }) => {
    const graph = await openLarge(page);
    const corner = () =>
      graph.locator('canvas.flame-canvas').evaluate((element) => {
        const canvas = element as HTMLCanvasElement;
        const at = canvas.getContext('2d')!.getImageData(60, canvas.height - 8, 1, 1); // as above
        return [...at.data].join();
      });
    const light = await corner();
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(corner).not.toBe(light);
  });

  test('is drawn for the screen that it is on, also when that is another one', async ({ page }) => {
    // No event comes when a screen is emulated: the test keeps the queries, and says that they changed.
    await page.addInitScript(() => {
      const asked: MediaQueryList[] = [];
      const seen = window as Window & { fonts?: string[]; changeScreen?: () => void };
      seen.changeScreen = () =>
        asked.splice(0).forEach((each) => each.dispatchEvent(new Event('change')));
      const ask = window.matchMedia.bind(window);
      window.matchMedia = (query) => {
        const list = ask(query);
        if (query.includes('resolution')) asked.push(list);
        return list;
      };
      seen.fonts = [];
      const write = CanvasRenderingContext2D.prototype.fillText;
      CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
        seen.fonts?.push(this.font);
        write.call(this, text, x, y);
      };
    });
    const graph = await openLarge(page);
    const session = await page.context().newCDPSession(page);
    const lookAt = async (deviceScaleFactor: number) => {
      const { width, height } = page.viewportSize() ?? { width: 1280, height: 720 };
      const metrics = { width, height, deviceScaleFactor, mobile: false };
      await session.send('Emulation.setDeviceMetricsOverride', metrics);
      await page.evaluate(async () => {
        (window as Window & { changeScreen?: () => void }).changeScreen?.();
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      });
      return graph.locator('canvas.flame-canvas').evaluate((element) => {
        const canvas = element as HTMLCanvasElement;
        const fonts = (window as Window & { fonts?: string[] }).fonts ?? [];
        return {
          pixels: canvas.width / canvas.clientWidth,
          letters: parseFloat(fonts.at(-1) ?? ''),
        };
      });
    };
    const plain = await lookAt(1);
    expect(plain.pixels).toBe(1);
    // Twice, since each change asks about the next.
    for (const density of [2, 1.5]) {
      const sharp = await lookAt(density);
      expect(sharp.pixels).toBeCloseTo(density, 2);
      expect(sharp.letters / plain.letters).toBeCloseTo(density, 2);
    }
  });

  test('passes axe, and its page does not scroll sideways on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const graph = await openLarge(page);
    await graph.getByRole('button', { name: 'Views and colours' }).click();
    await expectAccessible(page, { within: '#large' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
  });
});
