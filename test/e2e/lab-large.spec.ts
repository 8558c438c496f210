import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { generateStacks } from '../../bench/generated-stacks.ts';
import { openLab } from '../support/lab-page.ts';

const hundredMegabytes = 100_000_000;

/** A folded file of a hundred megabytes: several programs of a hundred thousand nodes. */
function writeLargeFile(path: string): void {
  for (let seed = 1; seed === 1 || statSync(path).size < hundredMegabytes; seed++) {
    appendFileSync(path, generateStacks(100_000, seed).bytes);
  }
}

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
