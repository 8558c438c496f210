import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * A file of a package that is compared with, installed into a cache folder of its own and no
 * dependency of the project. Undefined, and said, where the package cannot be had.
 */
export function installedPeer(name: string, version: string, file: string): string | undefined {
  const cache = resolve(`.cache/bench-${name}`);
  const path = `${cache}/node_modules/${name}/${file}`;
  try {
    if (!existsSync(path)) {
      console.log(`Installing ${name} ${version} into ${cache} …`);
      const options = ['--no-save', '--no-audit', '--no-fund', '--prefix', cache];
      execFileSync('npm', ['install', ...options, `${name}@${version}`], { stdio: 'pipe' });
    }
    return path;
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    console.log(`${name} ${version} is left out: ${why}`);
    return undefined;
  }
}
