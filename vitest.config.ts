import { defineConfig } from 'vitest/config';

const shared = { environment: 'node' as const, testTimeout: 30_000 };

export default defineConfig({
  test: {
    projects: [
      // No test here leaves anything behind: a worker reads the library once for all its files, in a third of the time.
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          isolate: false,
          restoreMocks: true,
        },
      },
      // Builds the site in a third language: see package.json, test:locale.
      { test: { ...shared, name: 'locale', include: ['test/pseudo-locale/*.test.ts'] } },
      // Reads ../shared/corpus, which a contributor does not have: see package.json, test:corpus.
      { test: { ...shared, name: 'corpus', include: ['test/corpus/**/*.test.ts'] } },
    ],
  },
});
