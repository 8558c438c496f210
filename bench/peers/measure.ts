import type { Browser, CDPSession, Page } from '@playwright/test';
import type { Facts, Target } from './inputs.ts';
import type { Viewer } from './viewers.ts';

/** Milliseconds until something was painted, and how long the main thread worked for it. */
export interface Timing {
  readonly painted: number;
  readonly busy: number;
}

export interface Loaded {
  readonly load: Timing;
  /** Heap after a collection: JavaScript, DOM and array buffers, in MB. */
  readonly heapMb: number;
}

export interface Interactions {
  /** By a click; empty where a click does not zoom. */
  readonly zoom: readonly Timing[];
  /** By a call of the viewer's own interface, where there is one: no click is waited for. */
  readonly calledZoom: readonly Timing[];
  readonly reset: readonly Timing[];
  readonly search: readonly Timing[];
  /** Frames a second while panning, and the main thread's work for a step. */
  readonly pan?: { readonly fps: number; readonly busy: number };
}

const settleMs = 350;
const frameMs = 1000 / 60;
const timeoutMs = 90_000;

/** A page of a viewer in a browser context of its own. */
export class Bench {
  readonly #page: Page;
  readonly #session: CDPSession;
  #acts = 0;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async open(browser: Browser, origin: string, viewer: Viewer): Promise<Bench> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(timeoutMs);
    const session = await context.newCDPSession(page);
    // Thread time: what other programs do meanwhile is not counted as work.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const query = viewer.query === undefined ? '' : `?${viewer.query}`;
    await page.goto(`${origin}/${viewer.adapter}/${query}`);
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    await page.waitForTimeout(500);
    return new Bench(page, session);
  }

  /** From bytes in memory to the painted picture. */
  async load(input: string): Promise<Loaded> {
    await this.#page.evaluate(async (address) => {
      const response = await fetch(address);
      const bytes = new Uint8Array(await response.arrayBuffer());
      (window as Window & { bytes?: Uint8Array }).bytes = bytes;
      window.peer?.unpack?.(bytes);
    }, input);
    await this.#page.waitForTimeout(settleMs);
    const before = await this.#taskMs();
    const painted = await this.#page.evaluate(async () => {
      const holder = window as Window & { bytes?: Uint8Array<ArrayBuffer> };
      const bytes = holder.bytes;
      delete holder.bytes;
      const start = performance.now();
      if (bytes !== undefined) await window.peer?.load(bytes);
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return performance.now() - start;
    });
    const busy = (await this.#taskMs()) - before;
    await this.#page.waitForTimeout(settleMs);
    return { load: { painted, busy }, heapMb: await this.#heapMb() };
  }

  async interact(viewer: Viewer, facts: Facts): Promise<Interactions> {
    await this.#page.evaluate(() => window.peer?.getReadyToAct?.());
    await this.#page.waitForTimeout(settleMs);
    const zoom: Timing[] = [];
    const calledZoom: Timing[] = [];
    const reset: Timing[] = [];
    const readReset = async () => reset.push(await this.#time(() => window.peer?.reset()));
    for (const target of facts[viewer.order]) {
      const byClick = await this.#click(target);
      if (byClick === undefined) break;
      zoom.push(byClick);
      await readReset();
    }
    for (const target of facts[viewer.order]) {
      const byCall = await this.#call(target);
      if (byCall === undefined) break;
      calledZoom.push(byCall);
      await readReset();
    }
    const search: Timing[] = [];
    if (await this.#page.evaluate(() => window.peer?.search !== undefined)) {
      for (const text of facts.queries) {
        search.push(await this.#time((query) => window.peer?.search?.(query as string), text));
        await this.#time(() => window.peer?.search?.(''));
      }
    }
    const pan = await this.#pan(facts[viewer.order]);
    return { zoom, calledZoom, reset, search, ...(pan === undefined ? {} : { pan }) };
  }

  async close(): Promise<void> {
    await this.#page.context().close();
  }

  /** A call of the viewer's own interface, where it has one. */
  async #call(target: Target): Promise<Timing | undefined> {
    if (!(await this.#page.evaluate(() => window.peer?.zoomTo !== undefined))) return undefined;
    return await this.#time((to) => {
      const { from, to: end } = to as Target;
      window.peer?.zoomTo?.(from, end);
    }, target);
  }

  /** A real click, where the viewer zooms on one. */
  async #click(target: Target): Promise<Timing | undefined> {
    const point = await this.#page.evaluate(
      ({ depth, at }) => window.peer?.pointOf?.(depth, at),
      target,
    );
    if (point === undefined) return undefined;
    await this.#page.mouse.move(point.x, point.y);
    await this.#page.waitForTimeout(60);
    await this.#waitForSomePoint();
    await this.#page.evaluate(() => {
      window.painted = new Promise((resolve) => {
        addEventListener(
          'click',
          ({ timeStamp }) =>
            requestAnimationFrame(() =>
              requestAnimationFrame(() => resolve(performance.now() - timeStamp)),
            ),
          { once: true, capture: true },
        );
      });
    });
    const before = await this.#taskMs();
    await this.#page.mouse.down();
    await this.#page.mouse.up();
    const painted = (await this.#page.evaluate(() => window.painted)) ?? NaN;
    const busy = (await this.#taskMs()) - before;
    await this.#page.waitForTimeout(settleMs);
    // Grafana asks what to do with a frame: the first entry of its menu zooms to it.
    const menu = this.#page.getByRole('menuitem', { name: 'Focus block' });
    if ((await menu.count()) === 0) return { painted, busy };
    return await this.#time(() => {
      const items = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')];
      items.find((item) => item.textContent.includes('Focus block'))?.click();
    });
  }

  /** Runs something in the page; until the second animation frame after it, which is painted. */
  async #time(act: (argument: unknown) => unknown, argument?: unknown): Promise<Timing> {
    const source = `(${act.toString()})`;
    await this.#waitForSomePoint();
    const before = await this.#taskMs();
    const painted = await this.#page.evaluate(
      async ({ code, value }) => {
        const run = (0, eval)(code) as (argument: unknown) => unknown;
        const start = performance.now();
        const drawn = run(value);
        if (drawn instanceof Promise) await drawn;
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        return performance.now() - start;
      },
      { code: source, value: argument },
    );
    const busy = (await this.#taskMs()) - before;
    await this.#page.waitForTimeout(settleMs);
    return { painted, busy };
  }

  /**
   * A reader's key does not wait for the clock of the screen. Each act begins at another point between
   * two frames, all points alike; otherwise all would begin at the same one, since an act ends with a
   * frame, and a viewer that is done within a frame would get the time to that frame's end.
   */
  async #waitForSomePoint(): Promise<void> {
    const goldenRatio = 0.618;
    await this.#page.waitForTimeout(((this.#acts++ * goldenRatio) % 1) * frameMs);
  }

  async #pan(targets: readonly Target[]): Promise<Interactions['pan']> {
    const [target] = targets;
    const canPan = await this.#page.evaluate(() => window.peer?.pan !== undefined);
    if (!canPan || target === undefined) return undefined;
    if ((await this.#click(target)) === undefined) await this.#call(target);
    const steps = 90;
    const before = await this.#taskMs();
    const took = await this.#page.evaluate(async (count) => {
      const start = performance.now();
      for (let i = 0; i < count; i++) {
        window.peer?.pan?.(i < count / 2 ? 0.02 : -0.02);
        await new Promise(requestAnimationFrame);
      }
      return performance.now() - start;
    }, steps);
    const busy = ((await this.#taskMs()) - before) / steps;
    return { fps: (steps / took) * 1000, busy };
  }

  async #taskMs(): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  }

  async #heapMb(): Promise<number> {
    for (let i = 0; i < 3; i++) await this.#session.send('HeapProfiler.collectGarbage');
    const usage = (await this.#session.send('Runtime.getHeapUsage')) as unknown as {
      usedSize: number;
      embedderHeapUsedSize?: number;
      backingStorageSize?: number;
    };
    const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = usage;
    return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
  }
}
