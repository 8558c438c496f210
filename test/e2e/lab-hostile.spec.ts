import { expect, test } from '@playwright/test';
import { importProfile, toPprof, toSpeedscope } from '../../src/lib/flame/index.ts';
import { chooseFiles, openLab } from '../support/lab-page.ts';

const hostile = '<img src=x onerror="window.hacked=1">';
const xml = hostile.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The same hostile name in files of many kinds. */
async function hostileFiles(): Promise<
  readonly (readonly [name: string, text: string | Buffer])[]
> {
  const { profiles } = await importProfile(`main;${hostile} 7\n`);
  const profile = profiles[0]!; // it has one
  const node = (id: number, functionName: string, children: number[]) => ({
    id,
    callFrame: { functionName, scriptId: '1', url: hostile, lineNumber: 1, columnNumber: 1 },
    hitCount: 1,
    children,
  });
  const cpuProfile = {
    nodes: [node(1, '(root)', [2]), node(2, hostile, [])],
    startTime: 0,
    endTime: 3000,
    samples: [2, 2, 2],
    timeDeltas: [1000, 1000, 1000],
  };
  const trace = [
    { ph: 'M', name: 'thread_name', pid: 1, tid: 1, args: { name: hostile } },
    { ph: 'X', name: hostile, pid: 1, tid: 1, ts: 0, dur: 100 },
  ];
  const perf = `prog 1 [000] 1.0: 1 cycles:\n\t1234 ${hostile}+0x1 (/bin/${hostile})\n\t5678 main+0x2 (/bin/prog)\n\n`;
  const svg =
    '<svg version="1.1" xmlns="http://www.w3.org/2000/svg" width="1200" height="66">' +
    `<g><title>all (7 samples, 100%)</title><rect x="10" y="33" width="1180" height="15"/></g>` +
    `<g><title>${xml} (7 samples, 100%)</title><rect x="10" y="17" width="1180" height="15"/></g></svg>`;
  return [
    ['a.folded', `main;${hostile} 7\n`],
    ['a.speedscope.json', JSON.stringify(toSpeedscope(profile))],
    ['a.pb', Buffer.from(toPprof(profile))],
    ['a.cpuprofile', JSON.stringify(cpuProfile)],
    ['a.trace.json', JSON.stringify(trace)],
    [
      'a.d3.json',
      JSON.stringify({ name: 'root', value: 7, children: [{ name: hostile, value: 7 }] }),
    ],
    ['a.perf', perf],
    ['a.svg', svg],
  ];
}

test('hostile names are text in every format, in the page and in its title', async ({ page }) => {
  await openLab(page);
  for (const [name, text] of await hostileFiles()) {
    await test.step(name, async () => {
      const file = `${hostile.replaceAll('"', "'")} ${name}`;
      await chooseFiles(page, { name: file, text });
      await expect(page.locator('.lab-name'), name).toHaveText(file);
      await expect(page.locator('.lab-desk flame-graph.is-live'), name).toBeVisible();
      await expect(page.locator('.lab-contents'), name).toBeVisible();
      await expect(page.locator('.lab-reading'), name).toContainText('<img src=x');
      expect(await page.locator('.lab img, .lab-desk script').count(), name).toBe(0);
      expect(await page.evaluate(() => 'hacked' in window), name).toBe(false);
    });
  }
});
