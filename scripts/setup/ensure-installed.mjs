import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root, runStep } from './run-step.mjs';
import { giveUp, say } from './say.mjs';

const stamp = resolve(root, 'node_modules/.flamewise-installed');

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(resolve(root, 'package-lock.json')))
    .digest('hex');
}

/** Installs when node_modules is missing or older than package-lock.json; otherwise does nothing. */
export async function ensureInstalled() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) giveUp(`Node ${process.versions.node} is too old: install Node 20 or later.`);
  const wanted = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

  say(existsSync(stamp) ? 'Dependencies have changed.' : 'First run: dependencies are missing.');
  // `npm ci` removes node_modules first, and with it a half-finished earlier try.
  const code = await runStep('Install dependencies', 'npm', ['ci', '--no-audit', '--no-fund'], {
    env: process.env,
  });
  if (code === 127) giveUp('npm was not found: it comes with Node (https://nodejs.org).');
  if (code !== 0) giveUp('npm ci failed: see the lines above (is the registry reachable?).');
  writeFileSync(stamp, wanted);
}
