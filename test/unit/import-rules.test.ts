import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * What each room may import besides itself; the longest matching path is a file's room. Arrows
 * point one way: pages → layouts → components → lib → model. docs/architecture.md draws them.
 */
const flame = 'src/lib/flame';
const mayImport: Record<string, readonly string[]> = {
  [`${flame}/model`]: [],
  [`${flame}/formats`]: [`${flame}/model`],
  [`${flame}/tree`]: [`${flame}/model`],
  [`${flame}/text`]: [`${flame}/model`],
  [`${flame}/analysis`]: [`${flame}/model`, `${flame}/tree`, `${flame}/text`],
  [`${flame}/layout`]: [`${flame}/model`, `${flame}/tree`],
  [`${flame}/color`]: [`${flame}/model`, `${flame}/tree`, `${flame}/analysis`],
  [`${flame}/view`]: [`${flame}/model`, `${flame}/tree`],
  [`${flame}/paint`]: ['model', 'tree', 'analysis', 'layout', 'color', 'text'].map(
    (room) => `${flame}/${room}`,
  ),
  [`${flame}/write`]: ['model', 'tree', 'analysis', 'text'].map((room) => `${flame}/${room}`),
  [`${flame}/worker`]: ['model', 'formats', 'tree'].map((room) => `${flame}/${room}`),
  [flame]: [flame],
  'src/lib/i18n': [],
  'src/service-worker': [],
  'src/lib/query': [flame],
  'src/lib/quiz': [flame, 'src/lib/query', 'src/lib/i18n'],
  'src/lib/lab': [flame, 'src/lib/query', 'src/lib/i18n'],
  'src/lib/progress': ['src/lib/quiz'],
  'src/lib': ['src/lib', 'src/content/schemas'],
  'src/content/schemas': ['src/lib'],
  'src/components': ['src/components', 'src/lib', 'src/content/schemas'],
  'src/layouts': ['src/components', 'src/lib', 'src/styles', 'src/content/schemas'],
  'src/preview': ['src/components', 'src/lib', 'src/styles', 'src/content/schemas'],
  'src/pages': ['src/layouts', 'src/components', 'src/lib', 'src/styles', 'src/content/schemas'],
};

const rooms = Object.keys(mayImport).sort((a, b) => b.length - a.length);
const roomOf = (path: string): string | undefined =>
  rooms.find((room) => path.startsWith(`${room}/`));

const any = /(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g;
/** Without `import('…')`, which waits until it is asked for. */
const eager = /(?:\bfrom|\bimport)\s*['"](\.[^'"]+)['"]/g;

function importsOf(file: string, kind = any): string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(kind)].map(([, specifier = '']) => join(dirname(file), specifier));
}

const sources = globSync('src/**/*.{ts,astro}').sort();

describe('a room imports only what its row allows', () => {
  test.each(sources)('%s', (file) => {
    const room = roomOf(file);
    if (room === undefined) return; // src/content.config.ts and its like join everything
    const allowed = [room, ...(mayImport[room] ?? [])];
    const strangers = importsOf(file).filter(
      (target) => !allowed.some((path) => target.startsWith(`${path}/`)),
    );
    expect(strangers, `${room} may import only: ${allowed.join(', ')}`).toEqual([]);
  });
});

/** Inner files that may be imported past the library's door, each with its reason. */
const doorExceptions: readonly RegExp[] = [
  // The small doors: a graph in a lesson loads a fifth of the library. See docs/adr.
  /src\/lib\/flame\/(?:graph|canvas|compare|search|trees)\.ts$/,
  // A worker is loaded by URL, and its client must not pull the rest of the library into a page.
  /src\/lib\/flame\/worker\//,
];

describe('everybody else enters the flame library by its door', () => {
  test.each(sources.filter((file) => !file.startsWith(`${flame}/`)))('%s', (file) => {
    const inner = importsOf(file).filter(
      (target) =>
        target.startsWith(`${flame}/`) &&
        target !== `${flame}/index.ts` &&
        !doorExceptions.some((exception) => exception.test(target)),
    );
    expect(inner).toEqual([]);
  });
});

test('the flame library uses nothing but the language and web standards that Node has', () => {
  // Anchored to the line's start: a comment may say `from "a string"`.
  const foreignImport =
    /^\s*(?:import\s*|(?:import|export)\b[^'"\n]*\bfrom\s*|\}\s*from\s*)['"]([^.'"][^'"]*)['"]/gm;
  const foreign = sources
    .filter((file) => file.startsWith(`${flame}/`))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(foreignImport)].map(
        ([, specifier = '']) => `${file}: ${specifier}`,
      ),
    )
    .filter((line) => !/: d3-[a-z]+$/.test(line));
  expect(foreign).toEqual([]);
});

/** Files that import one another in a ring, types included; `import()` waits and does not count. */
function findCircles(files: readonly string[]): string[] {
  const importsByFile = new Map(
    files.map((file) => [file, importsOf(file, eager).filter((target) => files.includes(target))]),
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    } else if (!done.has(file)) {
      for (const target of importsByFile.get(file) ?? []) walk(target, [...path, file]);
      done.add(file);
    }
  };
  for (const file of files) walk(file, []);
  return circles;
}

describe('no file imports itself by way of others', () => {
  test.each(['src', 'bench', 'scripts'])('%s', (folder) => {
    expect(findCircles(globSync(`${folder}/**/*.{ts,astro,mjs}`).sort())).toEqual([]);
  });
});
