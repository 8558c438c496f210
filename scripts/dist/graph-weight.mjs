// The graph widget with the library that draws it, as a lesson loads it: docs/adr/0011-a-small-door-for-lessons.md.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Gzipped bytes of the file that `astro.config.mjs` bundles for a graph, and of what it imports at once. */
const mostInOwnLanguages = 30_000;
const ownLanguages = 2;
/** A language more brings the names of the files with its words. */
const mostOfAnother = 100;
const words = 'src/components/widgets/flame-graph/words/*.ts';
const bundle = '_astro/flame-graph.*.js';
/** Every page has it, with or without a graph. */
const onEveryPage = /(?:^|\/)page-tools\./;

/**
 * The weight of the graph in a built site, and what is wrong with it, as sentences. `withImports` gives files with
 * those that they import at once.
 */
export function graphWeight(dist, withImports) {
  const languages = globSync(words, { cwd: join(dist, '..') }).length;
  const most = mostInOwnLanguages + mostOfAnother * Math.max(languages - ownLanguages, 0);
  const bundles = globSync(bundle, { cwd: dist }).map((file) => file.replaceAll('\\', '/'));
  if (bundles.length !== 1) {
    const problem = `${bundle}: ${bundles.length} files, not one. If the bundle has another name in astro.config.mjs now, name it in scripts/dist/graph-weight.mjs.`;
    return { bytes: 0, most, problems: [problem] };
  }
  const files = [...withImports(bundles)].filter((file) => !onEveryPage.test(file));
  const bytes = files
    .map((file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length)
    .reduce((total, size) => total + size, 0);
  const problem =
    `${files.join(', ')}: ${bytes} bytes gzipped, over ${most}. A lesson loads all of it before its graph is live: ` +
    'move what a graph needs only later behind an import() (rare-views.ts, rare-parts.ts), ' +
    'and import no index.ts of the library from what it needs at once (docs/adr/0011).';
  return { bytes, most, problems: bytes > most ? [problem] : [] };
}
