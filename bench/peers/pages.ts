import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileGlobs } from './file-globs.ts';

const root = join(import.meta.dirname, '../..');
/** The peers live here, apart from the project's own dependencies. */
export const cache = join(root, '.cache/peers');
export const site = join(cache, 'site');

/** Installs the peers, if they are not there in the versions of `peers.json`. */
export function installPeers(): void {
  mkdirSync(cache, { recursive: true });
  const wanted = join(import.meta.dirname, 'peers.json');
  const installed = join(cache, 'package.json');
  const isCurrent =
    existsSync(join(cache, 'node_modules/speedscope')) &&
    existsSync(installed) &&
    readFileSync(installed, 'utf8') === readFileSync(wanted, 'utf8');
  if (isCurrent) return;
  copyFileSync(wanted, installed);
  console.log('Installing the peers into .cache/peers (600 MB, about a minute)…');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps'];
  const { status } = spawnSync('npm', ['install', ...flags], { cwd: cache, stdio: 'inherit' });
  if (status !== 0) throw new Error('The peers could not be installed; see above.');
}

interface Bundler {
  build(options: unknown): Promise<unknown>;
}

/** What our viewer starts by itself; bundled beside its page, whatever folder it comes from. */
const workers = [
  'src/lib/flame/worker/import-worker.ts',
  'src/components/widgets/flame-graph/worker/graph-worker.ts',
].map((file) => join(root, file));

/** Bundles one adapter with its viewer, as its users would. */
export async function buildPage(adapter: string): Promise<void> {
  const require = createRequire(join(cache, 'package.json'));
  const esbuild = require('esbuild') as Bundler;
  const folder = join(site, adapter);
  mkdirSync(folder, { recursive: true });
  await esbuild.build({
    entryPoints: [
      join(import.meta.dirname, `adapters/${adapter}.ts`),
      ...(adapter === 'flamewise' ? workers : []),
    ],
    entryNames: '[name]',
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    absWorkingDir: cache,
    nodePaths: [join(cache, 'node_modules')],
    alias: {
      // Grafana's button that asks its cloud service wants the whole of Grafana.
      '@grafana/assistant': join(import.meta.dirname, 'adapters/no-assistant.ts'),
      'react-custom-scrollbars-2': join(import.meta.dirname, 'adapters/scrollbars.ts'),
    },
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    loader: { '.svg': 'dataurl', '.png': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl' },
    logLevel: 'error',
    plugins: [fileGlobs],
  });
  writeFileSync(join(folder, 'index.html'), pageOf(adapter, folder));
}

function pageOf(adapter: string, folder: string): string {
  const head = '<!doctype html><html lang="en"><meta charset="utf-8">';
  const script = `<script type="module" src="${adapter}.js"></script>`;
  const style = existsSync(join(folder, `${adapter}.css`))
    ? `<link rel="stylesheet" href="${adapter}.css">`
    : '';
  if (adapter === 'speedscope') {
    const release = join(cache, 'node_modules/speedscope/dist/release');
    cpSync(release, folder, { recursive: true });
    const page = readFileSync(join(release, 'index.html'), 'utf8');
    return page.replace('</body>', `${script}</body>`);
  }
  if (adapter === 'flamebearer') {
    const source = join(cache, 'node_modules/flamebearer');
    copyFileSync(join(source, 'viz.js'), join(folder, 'viz.js'));
    const page = readFileSync(join(source, 'index.html'), 'utf8');
    const load =
      'function loadFlamebearer(d) { names = d.names; levels = d.levels; numTicks = d.numTicks; init(); }';
    return page
      .replace('<script src="index.js"></script>', '')
      .replace('</body>', `<script>${load}</script>${script}</body>`);
  }
  return `${head}${style}<style>body{margin:0}</style><body>${script}</body></html>`;
}
