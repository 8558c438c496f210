// Takes the pictures of the README from the built site: `npm run build && npm run screenshots`.
import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { locales } from '../src/lib/i18n/locales.ts';
import { findBrowser } from './setup/find-browser.mjs';

const port = 4398;
/** What each picture shows: an address after the language, and what is done there before it is taken. */
const pictures = {
  lesson: {
    path: 'lessons/1-2-hot-frames/',
    before: async (page) => {
      const graph = page.locator('lesson-graph flame-graph.is-live');
      await graph.waitFor();
      await page.locator('#graph').evaluate((heading) => heading.scrollIntoView());
      await wait(600); // the step that is come to sets the graph
      await graph.getByRole('searchbox').fill('psynch');
    },
  },
  question: {
    path: 'questions/supported-by-fifty/',
    before: async (page) => {
      await page.locator('flame-quiz:defined').waitFor();
      await page.locator('.quiz-option input').nth(1).check();
      await page.locator('[type="submit"]').click();
    },
  },
  lab: {
    path: 'lab/?sample=share-these',
    before: (page) => page.locator('.lab-desk flame-graph.is-live').waitFor(),
  },
};

const server = spawn(process.execPath, ['scripts/serve.mjs', '--port', String(port)], {
  stdio: 'inherit',
});
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  await wait(1000);
  for (const locale of locales) {
    for (const [name, { path, before }] of Object.entries(pictures)) {
      const page = await browser.newPage({
        viewport: { width: 1280, height: 800 },
        colorScheme: 'light',
        reducedMotion: 'reduce',
      });
      await page.goto(`http://127.0.0.1:${port}/${locale}/${path}`);
      await before(page);
      await wait(600);
      await page.screenshot({ path: `docs/screenshots/${name}-${locale}.png` });
      await page.close();
    }
  }
} finally {
  await browser.close();
  server.kill();
}
