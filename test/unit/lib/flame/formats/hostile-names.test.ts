import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  buildCallTree,
  colorByName,
  importProfile,
  paintSvg,
  planScene,
  readProfile,
  readingToMarkdown,
} from '../../../../../src/lib/flame/index.ts';
import type { CallTree, Profile } from '../../../../../src/lib/flame/index.ts';
import { profileFormats } from '../../../../../src/lib/flame/formats/registry.ts';

/** Each would be an element wherever a name were taken for markup; not every format can hold every sign. */
const hostile = ['<img/src=x/onerror=alert(1)>', '<script>', '<b>'] as const;

const fixtures = globSync('test/fixtures/formats/*/*')
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.endsWith('.expected'))
  .sort();

const read = async (bytes: Uint8Array, file: string) =>
  (await importProfile(bytes, { fileName: basename(file) })).profiles;

const namesOf = (profiles: readonly Profile[]) =>
  profiles.flatMap(({ frames }) => [...frames.names]);

/** The file with a word of its names replaced: by as many bytes where the file says their number. */
async function withHostileName(
  file: string,
): Promise<{ profile: Profile; tree: CallTree } | undefined> {
  const bytes = readFileSync(file);
  const text = bytes.toString('latin1');
  const isBinary = text.includes('\0');
  const isMarkup = /^\s*(?:\uFEFF|ï»¿)?<[?!a-z]/i.test(text);
  const names = namesOf(await read(bytes, file));
  const words = [...new Set(names.flatMap((name) => name.match(/[A-Za-z]\w{3,}/g) ?? []))];
  for (const word of words.sort((a, b) => b.length - a.length)) {
    for (const wanted of hostile) {
      const written = isBinary ? fitted(word.length) : wanted;
      const escaped = isMarkup ? written.replaceAll('<', '&lt;').replaceAll('>', '&gt;') : written;
      const whole = isBinary ? word : `(?<!\\w)${word}(?!\\w)`;
      const changed = text.replaceAll(new RegExp(whole, 'g'), escaped);
      const profiles = await read(Buffer.from(changed, 'latin1'), file).catch(() => []);
      for (const profile of profiles) {
        const tree = buildCallTree(profile);
        if (hasName(tree, written)) return { profile, tree };
      }
    }
  }
  return undefined;
}

/** A name that is drawn: what weighs nothing has no box. */
function hasName(tree: CallTree, part: string): boolean {
  const rows = Array.from({ length: tree.size }, (_, row) => row);
  return rows.some((row) => (tree.total[row] ?? 0) > 0 && tree.nameOf(row).includes(part));
}

/** Markup in exactly so many bytes. */
function fitted(length: number): string {
  return `<${'b'.repeat(length - 2)}>`;
}

/** What a reader of Markdown would take for an element: neither in a code span nor escaped. */
function elementsIn(markdown: string): string[] {
  return markdown.replaceAll(/`[^`\n]*`/g, '').match(/(?<!\\)<\w[^>\n]*>/g) ?? [];
}

describe('a name that is markup', () => {
  it('is tried in every format', () => {
    const tried = new Set(fixtures.map((file) => file.split('/')[3]));
    expect(profileFormats.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
  });

  it.each(fixtures)('stays text: %s', async (file) => {
    const found = await withHostileName(file);
    if (found === undefined) expect.fail('no name of this file could be replaced');
    const { profile, tree } = found;
    const svg = paintSvg(planScene(tree, { colors: colorByName(tree), label: profile.name }));
    expect(svg).toContain('&lt;');
    expect(svg).not.toMatch(/<(?:img|script|b+)[/>]/);
    expect(elementsIn(readingToMarkdown(readProfile(profile), 'en'))).toEqual([]);
  });
});
