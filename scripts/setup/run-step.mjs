import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say, seconds } from './say.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The project's own tools first: among them Node 24, which Astro and Vitest need (`node` in package.json). */
export function projectEnvironment(extra = {}) {
  return {
    ...process.env,
    PATH: `${resolve(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
    ASTRO_TELEMETRY_DISABLED: '1',
    ASTRO_DEV_BACKGROUND: '0',
    ASTRO_PREVIEW_BACKGROUND: '0',
    TZ: 'UTC',
    LC_ALL: 'C.UTF-8',
    ...extra,
  };
}

/**
 * Runs a command with its output shown, and says every 20 silent seconds that it still runs.
 * Gives the exit code; 127 where the command does not exist. `inOnePiece`: what it says is held until
 * it ends, so that two that run side by side do not talk at once.
 */
export function runStep(title, command, args, options = {}) {
  const since = Date.now();
  const { inOnePiece = false } = options;
  if (!inOnePiece) say(`\n▸ ${title}`);
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env: options.env ?? projectEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let lastWord = Date.now();
    const held = [];
    const show = (stream) => (chunk) => {
      if (inOnePiece) return void held.push(() => stream.write(chunk));
      lastWord = Date.now();
      stream.write(chunk);
    };
    child.stdout.on('data', show(process.stdout));
    child.stderr.on('data', show(process.stderr));
    const pulse = setInterval(() => {
      if (Date.now() - lastWord < 20_000) return;
      lastWord = Date.now();
      say(`  … ${title.toLowerCase()}: ${seconds(since)}`);
    }, 5_000);
    const finish = (code) => {
      clearInterval(pulse);
      if (inOnePiece) say(`\n▸ ${title}`);
      for (const show of held) show();
      say(`${code === 0 ? '✓' : '✗'} ${title} (${seconds(since)})`);
      done(code);
    };
    child.once('error', (error) => finish(error.code === 'ENOENT' ? 127 : 1));
    child.once('close', (code) => finish(code ?? 1));
  });
}

export { root };
