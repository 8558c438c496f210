import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { profileFormats } from '../../../../../src/lib/flame/formats/registry.ts';

/** What docs/how-to/add-a-format.md promises of every format. */
describe('a format is one file and one line', () => {
  it.each(profileFormats.map((format) => [format.id, format] as const))('%s', (id, format) => {
    const file = `src/lib/flame/formats/${id}.ts`;
    expect(existsSync(file), `${id} is read by ${file}`).toBe(true);
    const source = readFileSync(file, 'utf8');
    expect(source.match(/^export const \w+: ProfileFormat = \{$/gm)).toHaveLength(1);
    expect(source).toMatch(/^\/\*\*[^]*?\*\/\nexport const \w+: ProfileFormat/m);
    expect(format.label).not.toBe('');
    expect(format.extensions.every((extension) => /^[a-z0-9.]+$/.test(extension))).toBe(true);
  });
});
