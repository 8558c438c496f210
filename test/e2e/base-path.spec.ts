import { expect, test } from '@playwright/test';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { promisify } from 'node:util';

/** As a forge's project pages serve it: under the project's name. */
const base = '/flamewise/';
const outDir = '.cache/base-path';
const env = {
  ...process.env,
  FLAMEWISE_BASE: base,
  FLAMEWISE_SITE: 'https://someone.example',
  ASTRO_TELEMETRY_DISABLED: '1',
};

let server: ChildProcess | undefined;
let address = '';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  const astro = 'node_modules/astro/bin/astro.mjs';
  await promisify(execFile)(process.execPath, [astro, 'build', '--outDir', outDir], {
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
  const port = await freePort();
  server = spawn(
    process.execPath,
    ['scripts/serve.mjs', '--port', String(port), '--dist', outDir],
    { env, stdio: 'ignore' },
  );
  address = `http://127.0.0.1:${port}${base}`;
  await expect
    .poll(() =>
      fetch(address).then(
        ({ ok }) => ok,
        () => false,
      ),
    )
    .toBe(true);
});

test.afterAll(() => {
  server?.kill();
  rmSync(outDir, { recursive: true, force: true });
});

test('every link, file and anchor of the built pages is under the base', async () => {
  const checked = await promisify(execFile)(process.execPath, ['scripts/check-dist.mjs', outDir], {
    env,
  });
  expect(checked.stdout).toContain('No problems.');
});

test('pages, graphs, workers, search and the offline copy work under the base', async ({
  page,
  context,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });

  await page.goto(address);
  await expect(page).toHaveURL(`${address}en/`);
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page).toHaveURL(`${address}zh/`);

  // A profile that is read in a worker.
  await page.goto(`${address}en/samples/node-cpuprofile/`);
  await expect(page.locator('flame-graph').first()).toHaveClass(/is-live/);

  await page.goto(`${address}en/lessons/1-1-overview/`);
  await expect(page.locator('lesson-graph flame-graph')).toHaveClass(/is-live/);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('searchbox').fill('futex');
  await page.locator('.search-title').first().click();
  await expect(page).toHaveURL(`${address}en/glossary/#futex`);

  await page.goto(`${address}en/offline/`);
  await page.getByRole('button', { name: 'Save for offline' }).click();
  await expect(page.getByText('The site now opens without a network')).toBeVisible({
    timeout: 60_000,
  });
  await context.setOffline(true);
  await page.goto(`${address}zh/lessons/2-1-cpu-bound/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('addresses for others are whole: canonical, alternates, card, manifest', async ({ page }) => {
  await page.goto(`${address}en/lessons/1-1-overview/`);
  const site = `https://someone.example${base}`;
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    `${site}en/lessons/1-1-overview/`,
  );
  await expect(page.locator('link[hreflang=x-default]')).toHaveAttribute('href', site);
  await expect(page.locator('meta[property="og:image"]')).toHaveAttribute(
    'content',
    `${site}cards/share-these.png`,
  );
  const manifest = await (await fetch(`${address}en/manifest.webmanifest`)).json();
  expect(manifest).toMatchObject({
    scope: base,
    start_url: `${base}en/`,
    file_handlers: [{ action: `${base}en/lab/` }],
  });
  const icon = await fetch(new URL(manifest.icons[0].src, address));
  expect(icon.headers.get('content-type')).toBe('image/png');
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
