import { appendFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { generateStacks } from '../../bench/generated-stacks.ts';
import { openLab } from '../support/lab-page.ts';

const hundredMegabytes = 100_000_000;

/** A folded file of a hundred megabytes: several programs of a hundred thousand nodes. */
function writeLargeFile(path: string): void {
  for (let seed = 1; seed === 1 || statSync(path).size < hundredMegabytes; seed++) {
    appendFileSync(path, generateStacks(100_000, seed).bytes);
  }
}

const viewOf = (page: Page) =>
  page
    .locator('.lab-desk flame-graph')
    .evaluate((element) => (element as HTMLElement & { view: { view: string } }).view.view);

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread's own clock: other programs on the machine do not count. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** How long each task of the page's main thread took, in milliseconds of its own work. */
function mainThreadTasks(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const keyOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(keyOf),
  );
  return traceEvents
    .filter((event) => event.name.endsWith('RunTask') && main.has(keyOf(event)))
    .map(({ tdur = 0 }) => tdur / 1000);
}

/** What the page's longest task takes of the thread, while something is done. */
async function longestTask(
  { page, browser }: { page: Page; browser: Browser },
  act: () => Promise<void>,
): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  await act();
  return Math.max(...mainThreadTasks(await browser.stopTracing()));
}

test('two large files are compared, and no task of the page takes more than 50 ms', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'flamewise-'));
  try {
    const [before, after] = [join(folder, 'a.folded'), join(folder, 'b.folded')];
    // Of other programs each: the tree of both has all of the nodes.
    writeFileSync(before, generateStacks(200_000, 1).bytes);
    writeFileSync(after, generateStacks(200_000, 2).bytes);
    await openLab(page);
    const graph = page.locator('.lab-desk flame-graph.is-live');
    const isReady = async () => {
      await expect(graph.locator('canvas.flame-canvas')).toBeVisible({ timeout: 60_000 });
      await expect(page.locator('.lab-contents')).toBeVisible({ timeout: 120_000 });
      await expect(graph).not.toHaveAttribute('aria-busy');
    };
    const longest = await longestTask({ page, browser }, async () => {
      await page.locator('.lab-files').setInputFiles([before, after]);
      await expect(page.locator('.lab-name')).toContainText('→', { timeout: 120_000 });
      await isReady();
    });
    expect(longest).toBeLessThan(50);
    await expect(graph.locator('.flame-legend')).toContainText('no clear change');

    await graph.getByRole('button', { name: 'Views and colours' }).click();
    const [view] = await graph.locator('.flame-options select').all();
    for (const wanted of ['leaf-first', 'sandwich', 'functions', 'call-tree', 'diff']) {
      const task = await longestTask({ page, browser }, async () => {
        await view?.selectOption(wanted);
        await expect.poll(() => viewOf(page), { timeout: 30_000 }).toBe(wanted);
      });
      expect(task, wanted).toBeLessThan(50);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a newer choice gives up the one that is being worked out', async ({ page }) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'flamewise-'));
  try {
    const path = join(folder, 'a.folded');
    writeFileSync(path, generateStacks(300_000, 1).bytes);
    await openLab(page);
    await page.locator('.lab-files').setInputFiles(path);
    const graph = page.locator('.lab-desk flame-graph.is-live');
    await expect(page.locator('.lab-contents')).toBeVisible({ timeout: 60_000 });
    await graph.getByRole('button', { name: 'Views and colours' }).click();
    const view = graph.locator('.flame-options select').first();
    await view.selectOption('leaf-first');
    await expect(graph).toHaveAttribute('aria-busy', 'true');
    await expect(graph.locator('.flame-busy')).toHaveText('Working it out…');
    await view.selectOption('left-heavy');
    await expect.poll(() => viewOf(page), { timeout: 30_000 }).toBe('left-heavy');
    await expect(graph).not.toHaveAttribute('aria-busy');
    await expect(graph.locator('.flame-busy')).toHaveCount(0);
    expect(await viewOf(page)).toBe('left-heavy');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a view that cannot be worked out is said, and the one before it stays', async ({ page }) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'flamewise-'));
  try {
    const path = join(folder, 'a.folded');
    writeFileSync(path, generateStacks(30_000, 1).bytes);
    await page.route(/graph-worker/, (route) => route.abort());
    await openLab(page);
    await page.locator('.lab-files').setInputFiles(path);
    const graph = page.locator('.lab-desk flame-graph.is-live');
    await expect(page.locator('.lab-contents')).toBeVisible({ timeout: 60_000 });
    await graph.getByRole('button', { name: 'Views and colours' }).click();
    const view = graph.locator('.flame-options select').first();
    await view.selectOption('leaf-first');
    await expect(graph.getByRole('alert')).toContainText('could not be worked out');
    expect(await viewOf(page)).toBe('merged');
    await expect(view).toHaveValue('merged');
    // It can be tried again.
    await page.unroute(/graph-worker/);
    await view.selectOption('leaf-first');
    await expect.poll(() => viewOf(page), { timeout: 30_000 }).toBe('leaf-first');
    await expect(graph.getByRole('alert')).toHaveCount(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a folded file of 100 MB opens, and no task of the page takes more than 50 ms', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'flamewise-'));
  try {
    const path = join(folder, 'large.folded');
    writeLargeFile(path);
    await openLab(page);
    await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
    await page.locator('.lab-files').setInputFiles(path);
    await expect(page.locator('.lab-progress')).toBeVisible();
    await expect(page.locator('.lab-desk flame-graph.is-live canvas.flame-canvas')).toBeVisible({
      timeout: 60_000,
    });
    await expect(page.locator('.lab-contents')).toBeVisible({ timeout: 120_000 });
    const tasks = mainThreadTasks(await browser.stopTracing());
    expect(tasks.length).toBeGreaterThan(100);
    expect(Math.max(...tasks)).toBeLessThan(50);
    await expect(page.locator('.lab-report')).toContainText(/1\d\d MB/);
    // Too large to be kept, and the page says so.
    await page.getByRole('button', { name: 'Open another' }).click();
    await expect(page.locator('.lab-recent')).toContainText('too large to keep');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
