import { defineConfig } from '@playwright/test';

const port = Number(process.env['FLAMEWISE_PORT'] ?? 4399);
const dist = process.env['FLAMEWISE_DIST'] ?? 'dist';
const browser = process.env['FLAMEWISE_BROWSER'];
const asRoot = process.getuid?.() === 0;

/** The browser tests run against the built site: `npm run build` first. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: '.cache/playwright',
  fullyParallel: true,
  forbidOnly: process.env['CI'] === 'true',
  workers: 2,
  // A machine that stalls for seconds should not stop a change; a test that needed this is listed as flaky, and is to be
  // mended: twice it was a race in the page.
  retries: process.env['CI'] === 'true' ? 1 : 0,
  // axe needs half a minute for a page full of graphs on a machine that has other work.
  timeout: 120_000,
  expect: { timeout: 8_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1280, height: 800 },
    // A context of its own takes a third of a short test's time. Files of many short tests keep one (`reuseContext`), which
    // Playwright empties between them: what is stored, caches, routes, clocks. Not for what depends on the pointer, on an
    // empty cache, on airplane mode or on print: of all tests in one context four of 564 failed now and then.
    // Zooms and steps are checked by where they end; without motion they end at once.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: [
        ...(asRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `node scripts/serve.mjs --port ${port} --dist ${dist}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: process.env['FLAMEWISE_REUSE'] === '1',
    stdout: 'ignore',
  },
});
