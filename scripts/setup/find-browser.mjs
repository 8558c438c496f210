import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { projectEnvironment, runStep } from './run-step.mjs';
import { giveUp, say } from './say.mjs';

const systemBrowsers = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function onPath(name) {
  if (name.includes('/') || name.includes('\\')) return existsSync(name) ? name : undefined;
  const finder = process.platform === 'win32' ? 'where' : 'which';
  const found = spawnSync(finder, [name], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.split(/\r?\n/)[0] : undefined;
}

function playwrightsOwn() {
  const { chromium } = createRequire(import.meta.url)('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function systemsOwn() {
  for (const name of systemBrowsers) {
    const path = onPath(name);
    if (path !== undefined) return path;
  }
  return undefined;
}

async function installFromDistribution() {
  const asRoot = process.getuid?.() === 0;
  const sudo = asRoot ? [] : ['sudo', '-n'];
  const ways = [
    [
      'apt-get',
      [
        ['update', '-q'],
        ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
      ],
    ],
    ['dnf', [['install', '-y', 'chromium']]],
    ['apk', [['add', 'chromium']]],
  ];
  for (const [manager, calls] of ways) {
    if (onPath(manager) === undefined) continue;
    if (!asRoot && spawnSync('sudo', ['-n', 'true']).status !== 0) return undefined;
    for (const call of calls) {
      const [command, ...args] = [...sudo, manager, ...call];
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      const code = await runStep(`Install a browser: ${manager} ${call[0]}`, command, args, {
        env,
      });
      if (code !== 0) return undefined;
    }
    return systemsOwn();
  }
  return undefined;
}

/**
 * The path of a Chromium for the browser tests: FLAMEWISE_BROWSER, Playwright's own, the system's;
 * failing these, Playwright's download, then the distribution's package. Gives up with one line.
 */
export async function findBrowser() {
  const named = process.env.FLAMEWISE_BROWSER;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    giveUp(`FLAMEWISE_BROWSER is "${named}", but there is no such file.`);
  }
  const present = playwrightsOwn() ?? systemsOwn();
  if (present !== undefined) return present;

  say('\nNo Chromium found: trying to install one for the browser tests.');
  const code = await runStep(
    "Install a browser: Playwright's download",
    'playwright',
    ['install', 'chromium'],
    { env: projectEnvironment({ PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' }) },
  );
  const installed = code === 0 ? playwrightsOwn() : await installFromDistribution();
  return (
    installed ??
    giveUp(
      'no browser for the browser tests: install Chromium or Chrome, or set FLAMEWISE_BROWSER to its path.',
    )
  );
}
