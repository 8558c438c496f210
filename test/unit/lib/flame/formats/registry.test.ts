import { existsSync, globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { profileFormats } from '../../../../../src/lib/flame/formats/registry.ts';

const room = 'src/lib/flame/formats';
const sources = globSync('src/**/*.{ts,astro,mdx}').map((path) => path.replaceAll('\\', '/'));
const textOf = new Map(sources.map((path) => [path, readFileSync(path, 'utf8')]));

function importsOf(path: string): string[] {
  const relative = [...(textOf.get(path) ?? '').matchAll(/from '(\.[^']+)'/g)];
  return relative.map(([, specifier = '']) => posix.join(posix.dirname(path), specifier));
}

/** What docs/how-to/add-a-format.md promises of every format. */
describe('a format is one file, one line and one fixture', () => {
  it.each(profileFormats.map((format) => [format.id, format] as const))('%s', (id, format) => {
    const file = `${room}/${id}.ts`;
    expect(existsSync(file), `${id} is read by ${file}`).toBe(true);
    const source = readFileSync(file, 'utf8');
    expect(source.match(/^export const \w+: ProfileFormat = \{$/gm)).toHaveLength(1);
    expect(source).toMatch(/^\/\*\*[^]*?\*\/\nexport const \w+: ProfileFormat/m);
    expect(format.label).not.toBe('');
    expect(format.extensions.every((extension) => /^[a-z0-9.]+$/.test(extension))).toBe(true);
  });

  it.each(profileFormats.map(({ id }) => id))('%s: nothing else has to know of it', (id) => {
    const file = `${room}/${id}.ts`;
    const importing = sources.filter((path) => importsOf(path).includes(file));
    expect(importing).toEqual([`${room}/registry.ts`]);
    const lines = (textOf.get(`${room}/registry.ts`) ?? '').split('\n');
    const name = /export const (\w+): ProfileFormat/.exec(
      textOf.get(`${room}/${id}.ts`) ?? '',
    )?.[1];
    expect(lines.filter((line) => line === `  ${name},`)).toHaveLength(1);
  });

  it.each(profileFormats.map(({ id }) => id))('%s: a fixture, and what it holds', (id) => {
    const files = globSync(`test/fixtures/formats/${id}/*`);
    const fixtures = files.filter((path) => !path.endsWith('.expected'));
    expect(fixtures.length).toBeGreaterThan(0);
    expect(files.filter((path) => path.endsWith('.expected')).sort()).toEqual(
      fixtures.map((path) => `${path}.expected`).sort(),
    );
  });

  it('has no fixtures of formats that are not there', () => {
    const ids = new Set(profileFormats.map(({ id }) => id));
    const folders = globSync('test/fixtures/formats/*').map((path) => path.split(/[\\/]/).at(-1));
    expect(folders.filter((folder) => !ids.has(folder ?? ''))).toEqual([]);
  });
});
