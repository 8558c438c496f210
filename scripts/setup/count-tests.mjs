import { existsSync, readFileSync } from 'node:fs';

/** Passed and failed tests of a Vitest or Playwright JSON report; undefined where there is none. */
export function countTests(path) {
  if (!existsSync(path)) return undefined;
  const report = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof report.numPassedTests === 'number') {
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  }
  const { expected, flaky, unexpected } = report.stats;
  return { passed: expected + flaky, failed: unexpected };
}
