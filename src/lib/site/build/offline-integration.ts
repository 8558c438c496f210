import type { AstroIntegration } from 'astro';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import ts from 'typescript';

/** For other programs than a reader's browser. */
const notSaved = /^(?:sitemap.*\.xml|robots\.txt|_headers|cards\/.*)$/;

/** Files that a host sends compressed. */
const compressible = /\.(?:html|js|css|svg|json|txt|folded|webmanifest)$/;

/**
 * Writes what the offline copy of the site is made of: `offline-files.json`, and
 * `service-worker.js` with the version that the list has. Must run after everything else that
 * writes into the built site.
 */
export function offlineCopy(): AstroIntegration {
  return {
    name: 'flamewise:offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const { files, bytes, download } = listFiles(dist);
        const version = hashOf(JSON.stringify(files));
        const list = JSON.stringify({ version, bytes, download, files });
        await writeFile(join(dist, 'offline-files.json'), list);
        await writeFile(join(dist, 'service-worker.js'), serviceWorker(version));
        logger.info(`${Object.keys(files).length} files, ${mB(bytes)}, sent as ${mB(download)}`);
      },
    },
  };
}

function listFiles(dist: string) {
  const files: Record<string, string> = {};
  let [bytes, download] = [0, 0];
  for (const found of globSync('**/*', { cwd: dist }).sort()) {
    const file = found.replaceAll('\\', '/');
    if (!statSync(join(dist, file)).isFile() || notSaved.test(file)) continue;
    const content = readFileSync(join(dist, file));
    // As a browser asks for it: a page's address is its folder's.
    files[file.replace(/(^|\/)index\.html$/, '$1')] = hashOf(content);
    bytes += content.length;
    download += compressible.test(file) ? gzipSync(content).length : content.length;
  }
  return { files, bytes, download };
}

function serviceWorker(version: string): string {
  const source = readFileSync(join(process.cwd(), 'src/service-worker/service-worker.ts'), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      removeComments: true,
    },
  });
  return `const build = ${JSON.stringify({ version })};\n${outputText}`;
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

function mB(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
