import { expect, test } from '@playwright/test';
import { chooseView, frame, leaveExamples, openGraph } from '../support/embed-page.ts';

test.describe('back and forward', () => {
  for (const [id, where] of [
    ['plain', 'in the address'],
    ['selected', 'in the graph'],
  ] as const) {
    test(`lead through the zooms of a graph whose view is ${where}`, async ({ page }) => {
      const graph = await openGraph(page, id);
      const crumb = graph.locator('.flame-crumbs [aria-current]');
      await frame(graph, 'libsystem_pthread.dylib`thread_start').click();
      await frame(graph, 'libsystem_kernel.dylib`writev').click();
      await expect(crumb).toHaveText('writev');
      const [back, forward] = ['Back', 'Forward'].map((name) =>
        graph.getByRole('button', { name }),
      );
      await expect(forward!).toBeHidden();
      await back!.click();
      await expect(crumb).toHaveText(/thread_start/);
      await back!.click();
      await expect(crumb).toHaveText('all');
      await forward!.click();
      await forward!.click();
      await expect(crumb).toHaveText('writev');
      await expect(forward!).toBeHidden();
      await expect(back!).toBeFocused();
    });
  }

  test('a new zoom leaves nothing ahead', async ({ page }) => {
    const graph = await openGraph(page, 'selected');
    await frame(graph, 'libsystem_pthread.dylib`thread_start').click();
    await graph.getByRole('button', { name: 'Back' }).click();
    await expect(graph.getByRole('button', { name: 'Forward' })).toBeVisible();
    await frame(graph, 'dyld`start').click();
    await expect(graph.getByRole('button', { name: 'Forward' })).toBeHidden();
  });
});

test('a search in a zoomed graph says its share of all and of the zoomed frame', async ({
  page,
}) => {
  const graph = await openGraph(page, 'plain', '?root=UnownedTask%20%3E%20run_task');
  await graph.getByRole('searchbox').fill('writev');
  await expect(graph.locator('.flame-result')).toHaveText(
    /^14% of all matched \(95% interval 7\.0–26\.2%\): 7 samples, 1 frame · 26\.9% of the zoomed frame$/,
  );
  // Of these 33 samples 18 are among the 26 of the zoomed frame; the others are out of sight.
  await graph.getByRole('searchbox').fill('libsystem_kernel');
  await expect(graph.locator('.flame-result')).toHaveText(
    /^66% of all matched \(95% interval 52\.2–77\.6%\): 33 samples, 16 frames · 69\.2% of the zoomed frame$/,
  );
});

test('steps that change the stacks: hide, merge a library, collapse recursion', async ({
  page,
}) => {
  const graph = await openGraph(page, 'plain');
  const actions = async (name: string) => {
    await frame(graph, name).first().press(' ');
    await graph.getByRole('button', { name: 'What to do with this frame' }).click();
  };
  await actions('share_these`main');
  await graph.getByRole('button', { name: /Take it out of the stacks/ }).click();
  await expect(frame(graph, 'share_these`main')).toHaveCount(0);
  await expect(graph.getByRole('tree')).toHaveAttribute('data-total', '50');
  await expect(graph.locator('.flame-chips li')).toHaveCount(1);
  await graph.getByRole('button', { name: 'Views and colours' }).click();
  await graph.getByRole('checkbox').check();
  await expect(graph.locator('.flame-chips li')).toHaveCount(2);
  await expect(page).toHaveURL(/step=hide.*step=/);
});

test('steps that leave no sample say so, until one is undone', async ({ page }) => {
  const graph = await openGraph(page, 'plain', '?step=focus:no-such-frame&graph=1');
  const steps = graph.getByRole('list', { name: 'Steps applied to the stacks' });
  await expect(steps).toContainText('These steps leave no sample.');
  await steps.getByRole('button').click();
  await expect(graph.getByText('These steps leave no sample.')).toHaveCount(0);
  await expect(frame(graph, 'libsystem_kernel.dylib`writev').first()).toBeVisible();
});

test('the interval of a share stands beside it, and only where weights are samples', async ({
  page,
}) => {
  const graph = await openGraph(page, 'plain');
  await frame(graph, 'libsystem_kernel.dylib`writev').press(' ');
  await expect(graph.locator('.flame-details')).toContainText(/14% 95% interval 7\.0–26\.2%/);
  await graph.evaluate(async (element) => {
    const target = element as HTMLElement & { load(data: Blob, name: string): Promise<void> };
    target.setAttribute('unit', 'nanoseconds');
    await target.load(new Blob(['main;read 3\nmain;write 1\n']), 'own.folded');
  });
  await frame(graph, 'read').press(' ');
  await expect(graph.locator('.flame-details')).toContainText('75%');
  await expect(graph.locator('.flame-details')).not.toContainText('interval');
});

test.describe('motion', () => {
  for (const [reducedMotion, moves] of [
    ['no-preference', true],
    ['reduce', false],
  ] as const) {
    test(`boxes ${moves ? 'move to' : 'are at once in'} their places, ${reducedMotion}`, async ({
      page,
    }) => {
      await page.emulateMedia({ reducedMotion });
      const graph = await openGraph(page, 'plain');
      const moved = graph.evaluate((element) => {
        const seen = new Set<string>();
        const started = Element.prototype.animate;
        Element.prototype.animate = function (...args) {
          if (element.contains(this)) seen.add(this.getAttribute('data-row') ?? '');
          return started.apply(this, args);
        };
        return new Promise<number>((resolve) =>
          element.addEventListener('viewchange', () =>
            requestAnimationFrame(() => resolve(seen.size)),
          ),
        );
      });
      await chooseView(graph, 'left-heavy');
      if (moves) expect(await moved).toBeGreaterThan(10);
      else expect(await moved).toBe(0);
    });
  }
});

test.describe('two fingers', () => {
  test.use({ hasTouch: true });

  test('spread to zoom around their middle', async ({ page }) => {
    const graph = await openGraph(page, 'plain');
    const picture = graph.locator('.flame-picture');
    const box = (await picture.boundingBox())!; // it is visible
    const y = box.y + box.height - 60;
    const middle = box.x + box.width / 2;
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints:
          type === 'touchEnd'
            ? []
            : [
                { x: middle - apart / 2, y, id: 1 },
                { x: middle + apart / 2, y, id: 2 },
              ],
      });
    await touch('touchStart', 100);
    for (const apart of [120, 150, 180, 200]) await touch('touchMove', apart);
    await touch('touchEnd', 0);
    await expect(page).toHaveURL(/window=0\.2[45]\d*\+0\.7[45]/);
    await expect(page).not.toHaveURL(/selection/);
  });
});

test.describe('at 200% zoom', () => {
  test.use({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });

  for (const id of ['plain', 'large', 'functions', 'call-tree']) {
    test(`${id} needs no sideways scrolling, and its controls are there`, async ({ page }) => {
      const graph = await openGraph(page, id);
      const { width, inner } = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        inner: window.innerWidth,
      }));
      expect(width).toBeLessThanOrEqual(inner);
      for (const name of ['Views and colours', 'Keys', 'Show all']) {
        await expect(graph.getByRole('button', { name })).toBeInViewport();
      }
      const search = await graph.getByRole('searchbox').boundingBox();
      expect(search?.width).toBeGreaterThan(120);
    });
  }
});

test('on a phone the search has a line of its own while it is used', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const graph = await openGraph(page, 'plain');
  await graph.getByRole('searchbox').fill('poll');
  const toolbar = await graph.locator('.flame-toolbar').boundingBox();
  const search = await graph.getByRole('searchbox').boundingBox();
  expect(search?.width).toBeGreaterThan((toolbar?.width ?? 0) - 8);
  await expect(graph.getByRole('button', { name: 'Next match' })).toBeInViewport();
});

test('in forced colours a canvas is drawn in the reader’s colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const graph = await openGraph(page, 'large');
  const canvas = graph.locator('canvas.flame-canvas');
  await expect(canvas).toBeVisible();
  const { box, edge, ink, paper } = await canvas.evaluate((element) => {
    const { height } = element as HTMLCanvasElement;
    const surface = (element as HTMLCanvasElement).getContext('2d')!; // it was drawn on
    const probe = document.createElement('span');
    probe.style.setProperty('forced-color-adjust', 'none');
    document.body.append(probe);
    const colorOf = (name: string) => {
      probe.style.color = name;
      return getComputedStyle(probe).color;
    };
    const [paper, ink] = [colorOf('Canvas'), colorOf('CanvasText')];
    probe.remove();
    const colorAt = (x: number, y: number) => {
      const { data } = surface.getImageData(x, y, 1, 1);
      return `rgb(${data[0]}, ${data[1]}, ${data[2]})`;
    };
    // Of the frame above "all": its middle, where no letters are, and its left edge.
    const [box, edge] = [colorAt(200, height - 36), colorAt(0, height - 30)];
    return { box, edge, ink, paper };
  });
  expect(box).toBe(paper);
  // The boxes have the colour of the paper: a line says where each ends.
  expect(edge).toBe(ink);
});

test('the tree over a canvas reads like the tree of the picture', async ({ page }) => {
  const graph = await openGraph(page, 'large');
  await expect(graph.getByRole('tree')).toMatchAriaSnapshot(`
    - tree /Flame graph of/:
      - treeitem /^all, 100%, [\\d,]+ samples, self 0 samples$/ [expanded] [level=1]
      - treeitem /^MainThread, \\d+(\\.\\d)?%, [\\d,]+ samples, self/ [expanded] [level=2]
  `);
});

test('the table of calls is a treegrid with levels', async ({ page }) => {
  const graph = await openGraph(page, 'call-tree');
  await expect(graph.getByRole('treegrid')).toMatchAriaSnapshot(`
    - treegrid:
      - rowgroup:
        - row /Frame/
      - rowgroup:
        - row /thread_start .*45 samples/ [expanded] [level=1]
  `);
});

test.describe('with letters twice as large', () => {
  for (const width of [390, 1280]) {
    test(`the graph of a lesson lays out, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.addInitScript(() => {
        addEventListener('DOMContentLoaded', () => {
          document.documentElement.style.fontSize = '200%';
        });
      });
      await page.goto('/zh/lessons/1-2-hot-frames/');
      const graph = page.locator('flame-graph.is-live').first();
      await expect(graph).toBeVisible();
      const picture = await graph.locator('.flame-picture').boundingBox();
      expect(picture?.width).toBeGreaterThan(width === 390 ? 300 : 450);
      const search = await graph.getByRole('searchbox').boundingBox();
      expect(search?.width).toBeGreaterThan(200);
      const leastRoom = () =>
        graph.locator('.flame-box').evaluateAll((all) => {
          const rooms = all.slice(0, 20).map((box) => {
            const [rect, text] = [box.querySelector('rect'), box.querySelector('text')];
            const room = rect?.getBoundingClientRect().height ?? 0;
            return room - Number.parseFloat(text === null ? '0' : getComputedStyle(text).fontSize);
          });
          return Math.min(...rooms);
        });
      // Letters may grow after the first picture was drawn: here they do when the document is complete.
      await expect.poll(leastRoom).toBeGreaterThan(0);
      for (const button of await graph.locator('.flame-toolbar button:visible').all()) {
        const box = await button.boundingBox();
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      }
    });
  }
});

test('with a mouse on a narrow screen the search field shows what is typed', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await leaveExamples(page, 'plain');
  await page.goto('/en/embed/');
  const graph = page.locator('#plain flame-graph');
  await expect(graph).toHaveClass(/is-live/);
  const search = graph.getByRole('searchbox');
  expect((await search.boundingBox())?.width).toBeGreaterThan(180);
  await search.focus();
  expect((await search.boundingBox())?.width).toBeGreaterThan(300);
});

test('a zoom into a deep graph leaves out the levels that are empty then', async ({ page }) => {
  await leaveExamples(page, 'large');
  await page.goto('/en/embed/#large');
  const graph = page.locator('#large flame-graph');
  await graph.scrollIntoViewIfNeeded();
  const picture = graph.locator('.flame-picture.has-canvas');
  await expect(picture).toBeVisible();
  await graph.getByRole('button', { name: 'Show all' }).click();
  const heights = () =>
    picture.evaluate(({ clientHeight, scrollHeight }) => ({ clientHeight, scrollHeight }));
  const whole = await heights();
  expect(whole.scrollHeight).toBeGreaterThan(2 * whole.clientHeight);
  // A leaf among the callees of the root: it has few levels above it.
  await graph.getByRole('searchbox').fill('/^start_thread$/');
  await expect(graph.locator('.flame-result')).toContainText('matched');
  await graph.getByRole('button', { name: 'Next match' }).click();
  await graph.locator('.flame-icon-more').click();
  await graph.getByRole('button', { name: 'Zoom to it' }).click();
  const zoomed = await heights();
  expect(zoomed.clientHeight).toBe(whole.clientHeight);
  expect(zoomed.scrollHeight).toBeLessThan(whole.scrollHeight);
  await graph.getByRole('button', { name: 'Show all' }).click();
  expect(await heights()).toEqual(whole);
});
