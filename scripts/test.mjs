// npm test: everything that a contributor must pass, fast checks first. Runs all of them, then says which failed
// and which command mends it. What keeps one core busy runs two abreast; the browser tests, some of which measure,
// have the machine to themselves.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { countTests } from './setup/count-tests.mjs';
import { ensureInstalled } from './setup/ensure-installed.mjs';
import { findBrowser } from './setup/find-browser.mjs';
import { freePort } from './setup/free-port.mjs';
import { projectEnvironment, root, runStep } from './setup/run-step.mjs';
import { say, seconds } from './setup/say.mjs';

const results = resolve(root, '.cache/test');

/** Each check: what it is called, what runs, what mends it, and where its runner counts. */
const sources = [
  {
    title: 'Format',
    run: ['prettier', '--check', '--log-level', 'warn', '.'],
    mend: 'npm run format',
  },
  {
    title: 'Lint',
    run: ['eslint', '.', '--cache', '--cache-location', '.cache/eslint'],
    mend: 'npm run lint:fix',
  },
  { title: 'Unused files, exports and dependencies', run: ['knip', '--no-config-hints'] },
  { title: 'Types of the library, without the DOM', run: ['tsc', '-p', 'tsconfig.lib.json'] },
  {
    title: 'Unit tests',
    run: ['vitest', 'run', '--project', 'unit', '--reporter=default', '--reporter=json'],
    report: 'unit.json',
  },
];

/** One after the other: each of them has Astro write what it knows of the content. */
const site = [
  { title: 'Build', run: ['astro', 'build'] },
  {
    title: 'Built pages: links, ids, sizes',
    run: ['node', 'scripts/check-dist.mjs'],
    needs: 'Build',
  },
  { title: 'Types', run: ['astro', 'check', '--minimumSeverity', 'warning'] },
  {
    title: 'A third language: build and pages',
    run: ['vitest', 'run', '--project', 'locale', '--reporter=default', '--reporter=json'],
    report: 'locale.json',
    browser: true,
  },
];

const pages = [
  {
    title: 'Browser tests',
    run: ['playwright', 'test'],
    report: 'browser.json',
    needs: 'Build',
    browser: true,
  },
];

await ensureInstalled();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const browser = await findBrowser();
const failed = [];
const counts = { passed: 0, failed: 0 };

/** Runs checks one after the other. */
async function runAll(checks, options) {
  for (const check of checks) await runCheck(check, options);
}

async function runCheck(check, options) {
  if (check.needs !== undefined && failed.some(({ title }) => title === check.needs)) {
    say(`\n– ${check.title}: skipped, since "${check.needs}" failed`);
    failed.push(check);
    counts.failed++;
    return;
  }
  const report = check.report === undefined ? undefined : resolve(results, check.report);
  const [command, ...args] = check.run;
  const env = projectEnvironment(
    check.browser === true
      ? {
          FLAMEWISE_BROWSER: browser,
          FLAMEWISE_PORT: String(await freePort(4399)),
          PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        }
      : {},
  );
  if (command === 'vitest') args.push(`--outputFile.json=${report}`);
  const code = await runStep(check.title, command, args, { ...options, env });
  if (code !== 0) failed.push(check);
  count(code, report === undefined ? undefined : countTests(report));
}

/** A check without a runner, or one whose runner broke before it could count, is one test. */
function count(code, counted) {
  counts.passed += counted?.passed ?? (code === 0 ? 1 : 0);
  counts.failed += counted?.failed ?? (code === 0 ? 0 : 1);
  if (counted?.failed === 0 && code !== 0) counts.failed++;
}

const inOnePiece = { inOnePiece: true };
await Promise.all([runAll(sources, inOnePiece), runAll(site, inOnePiece)]);
await runAll(pages);

writeFileSync(resolve(results, 'summary.json'), JSON.stringify(counts));
say('');
for (const { title, mend } of failed) {
  say(`✗ ${title}${mend === undefined ? '' : `: mend it with "${mend}"`}`);
}
say(`${failed.length === 0 ? '✓ All checks passed' : '✗ Not all checks passed'} in ${seconds()}`);
say(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(failed.length === 0 ? 0 : 1);
