import { defineConfig } from '@playwright/test';
import site from './playwright.config.ts';

/** The corpus of other people's profiles through the lab's real page: scripts/ci.mjs runs it. */
export default defineConfig({
  ...site,
  testDir: 'test/corpus-browser',
  outputDir: '.cache/playwright-corpus',
});
