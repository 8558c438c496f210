import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import config from '../../playwright.config.ts';
import { frame, openGraph } from '../support/embed-page.ts';

/* Zooming around a point, and the clicks that no press began. */

// A picture that is scrolled has a scrollbar beside it, which browsers without a window do not draw.
test.use({
  launchOptions: { ...config.use?.launchOptions, ignoreDefaultArgs: ['--hide-scrollbars'] },
});

interface Graph extends HTMLElement {
  get view(): { window: [number, number] | null };
  set view(view: object);
  load(text: string, name: string): Promise<void>;
}

/** Equal frames side by side, on a stack so deep that the picture has to be scrolled, or not. */
async function openLeaves(page: Page, leaves: number, depth: number): Promise<Locator> {
  const graph = await openGraph(page, 'bare');
  const chain = Array.from({ length: depth }, (_, i) => `c${i}`).join(';');
  const lines = Array.from({ length: leaves }, (_, i) => `${chain};leaf${i} 1000`);
  await graph.evaluate(
    (element, text) => (element as Graph).load(text, 'own.folded'),
    lines.join('\n'),
  );
  await expect(graph.getByRole('treeitem', { name: /^c0,/ })).toBeVisible();
  return graph;
}

/** How many leaves lie left of a place on the screen: read from where they are drawn. */
async function leavesAt(graph: Locator, x: number, leaves: number): Promise<number> {
  return await graph.evaluate(
    (element, [at, all]) => {
      const share = ({ left, width }: DOMRect) => (at - left) / width;
      const canvas = element.querySelector('.flame-canvas');
      if (canvas !== null) {
        const [from, to] = (element as Graph).view.window ?? [0, 1];
        return (from + share(canvas.getBoundingClientRect()) * (to - from)) * all;
      }
      // A leaf that is cut off at the edge of the picture says less than it holds: the nearest whole one is asked.
      const picture = element.querySelector('.flame-picture')!.getBoundingClientRect();
      const whole = [...element.querySelectorAll('.flame-box[data-w="1000"]')]
        .map((box) => ({ box, rect: box.querySelector('rect')!.getBoundingClientRect() }))
        .filter(({ rect }) => rect.left > picture.left + 2 && rect.right < picture.right - 20)
        .sort((a, b) => Math.abs(a.rect.left - at) - Math.abs(b.rect.left - at));
      const { box, rect } = whole[0]!; // many are in sight
      return Number(box.getAttribute('data-x')) / 1000 + share(rect);
    },
    [x, leaves] as const,
  );
}

/** Pixels that a leaf is wide when a part of the whole is shown. */
const pixelsOf = (width: number, [from, to]: readonly [number, number], leaves: number) =>
  width / ((to - from) * leaves);

const pictures = [
  ['SVG', 200],
  ['canvas', 2000],
] as const;
const places = [
  ['beside a scrollbar', 60],
  ['without a scrollbar', 3],
] as const;

for (const deviceScaleFactor of [1, 1.25]) {
  test.describe(`with ${deviceScaleFactor} pixels of the screen to one of the page`, () => {
    test.use({ deviceScaleFactor });

    for (const [kind, leaves] of pictures) {
      for (const [place, depth] of places) {
        test(`the wheel keeps what is under the pointer, ${kind} ${place}`, async ({ page }) => {
          const graph = await openLeaves(page, leaves, depth);
          const picture = graph.locator('.flame-picture');
          await expect(picture.locator('canvas')).toHaveCount(kind === 'canvas' ? 1 : 0);
          // A width of no whole pixels, as a column of a page may have.
          await picture.evaluate(({ style }) => (style.inlineSize = '701.3px'));
          await expect
            .poll(() => picture.evaluate((element) => Math.round(element.clientWidth / 100)))
            .toBe(7);
          const bar = await picture.evaluate(
            (element) => (element as HTMLElement).offsetWidth - element.clientWidth,
          );
          if (place === 'beside a scrollbar') expect(bar).toBeGreaterThan(5);
          else expect(bar).toBe(0);
          const box = (await picture.boundingBox())!; // it is drawn
          for (const share of [0.06, 0.93]) {
            const x = Math.round(box.x + share * box.width);
            await page.mouse.move(x, box.y + 12);
            const before = await leavesAt(graph, x, leaves);
            const windowOf = () => graph.evaluate((element) => (element as Graph).view.window);
            await page.keyboard.down('Control');
            for (let most = 0.65; most > 0.1; most *= 0.65) {
              await page.mouse.wheel(0, -300);
              await expect.poll(async () => widthOf(await windowOf())).toBeLessThan(most);
            }
            await page.keyboard.up('Control');
            const window = (await windowOf())!; // zoomed by hand
            const drift = (await leavesAt(graph, x, leaves)) - before;
            expect(Math.abs(drift * pixelsOf(box.width, window, leaves)), `${share}`).toBeLessThan(
              1,
            );
            await graph.evaluate((element) => ((element as Graph).view = { window: null }));
          }
        });
      }
    }
  });
}

function widthOf(window: readonly [number, number] | null): number {
  return window === null ? 1 : window[1] - window[0];
}

test.describe('fingers', () => {
  test.use({ hasTouch: true });

  for (const [kind, leaves] of pictures) {
    test(`keep what is under each of them while they spread unevenly, ${kind}`, async ({
      page,
    }) => {
      const graph = await openLeaves(page, leaves, 3);
      const box = (await graph.locator('.flame-picture').boundingBox())!; // it is drawn
      const session = await page.context().newCDPSession(page);
      const y = box.y + 30;
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: readonly number[]) =>
        session.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: xs.map((x, id) => ({ x, y, id })),
        });
      const [left, right] = [box.x + 300, box.x + 400];
      const before = [await leavesAt(graph, left, leaves), await leavesAt(graph, right, leaves)];
      await touch('touchStart', left, right);
      // The left one rests for most of the way.
      for (const by of [20, 60, 120, 180, 240]) await touch('touchMove', left, right + by);
      for (const by of [10, 30, 60]) await touch('touchMove', left - by, right + 240);
      const after = () =>
        Promise.all([left - 60, right + 240].map((x) => leavesAt(graph, x, leaves)));
      const leafPx = box.width / leaves;
      const zoom = 4;
      await expect
        .poll(async () => Math.abs((await after())[0]! - before[0]!) * leafPx * zoom)
        .toBeLessThan(2);
      await expect
        .poll(async () => Math.abs((await after())[1]! - before[1]!) * leafPx * zoom)
        .toBeLessThan(2);
      await touch('touchEnd');
    });
  }

  test('that have rested on a frame leave the clicks of a screen reader alone', async ({
    page,
  }) => {
    const graph = await openGraph(page, 'bare');
    const box = frame(graph, 'dyld`start');
    const { x, y } = (await box.boundingBox())!; // it is drawn
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', [{ x: x + 8, y: y + 8 }]);
    await expect(box).toHaveAttribute('aria-selected', 'true');
    await touch('touchEnd', []);
    // The end of the press is none.
    await expect(graph.locator('.flame-crumbs [aria-current]')).toHaveText('all');
    await clickWithoutPress(frame(graph, 'libsystem_pthread.dylib`thread_start'));
    await expect(graph.locator('.flame-crumbs [aria-current]')).toHaveText(/thread_start/);
  });
});

test('after a drag the click of a screen reader is heard', async ({ page }) => {
  const graph = await openGraph(page, 'bare');
  const box = (await graph.locator('.flame-picture').boundingBox())!; // it is drawn
  await page.mouse.move(box.x + 100, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + 34, { steps: 4 });
  await page.mouse.up();
  await expect(graph.locator('.flame-crumbs [aria-current]')).toHaveText('all');
  await clickWithoutPress(frame(graph, 'libsystem_pthread.dylib`thread_start'));
  await expect(graph.locator('.flame-crumbs [aria-current]')).toHaveText(/thread_start/);
});

/** As a screen reader clicks, some time after whatever the pointer did. */
async function clickWithoutPress(box: Locator): Promise<void> {
  await box.evaluate(async (element) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
  });
}
