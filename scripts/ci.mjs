// The part of CI that a contributor's machine does not need: the corpus of other people's profiles (kept outside
// the project) and the sum over all runners.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { countTests } from './setup/count-tests.mjs';
import { ensureInstalled } from './setup/ensure-installed.mjs';
import { findBrowser } from './setup/find-browser.mjs';
import { freePort } from './setup/free-port.mjs';
import { projectEnvironment, root, runStep } from './setup/run-step.mjs';
import { say } from './setup/say.mjs';

const results = resolve(root, '.cache/test');
mkdirSync(results, { recursive: true });
await ensureInstalled();

const report = resolve(results, 'corpus.json');
rmSync(report, { force: true });
const code = await runStep(
  'Corpus tests',
  'vitest',
  [
    'run',
    '--project',
    'corpus',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  { env: projectEnvironment() },
);

// The same files through the lab's page: it needs the site that npm test has built.
const browserReport = resolve(results, 'corpus-browser.json');
rmSync(browserReport, { force: true });
const browserCode = await runStep(
  'Corpus in the lab',
  'playwright',
  ['test', '--config', 'playwright.corpus.config.ts'],
  {
    env: projectEnvironment({
      FLAMEWISE_BROWSER: await findBrowser(),
      FLAMEWISE_PORT: String(await freePort(4397)),
      PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport,
    }),
  },
);

const summary = resolve(results, 'summary.json');
const npmTest = existsSync(summary)
  ? JSON.parse(readFileSync(summary, 'utf8'))
  : { passed: 0, failed: 1 };
const corpus = countTests(report) ?? { passed: 0, failed: 1 };
if (code !== 0 && corpus.failed === 0) corpus.failed = 1;
const inLab = countTests(browserReport) ?? { passed: 0, failed: 1 };
if (browserCode !== 0 && inLab.failed === 0) inLab.failed = 1;
const failed = npmTest.failed + corpus.failed + inLab.failed;
say(`\n${npmTest.passed + corpus.passed + inLab.passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
