import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const readme = readFileSync('src/lib/flame/README.md', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'flame-readme-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const examples = [...readme.matchAll(/^### (.+)\n[\s\S]*?^```ts\n([\s\S]*?)^```$/gm)].map(
  ([, title = '', code = '']) => ({ title, code }),
);

/** What an example says that it prints: the text behind each arrow. */
function promised(code: string): string {
  return [...code.matchAll(/\/\/ → ?(.*)$/gm)].map(([, line = '']) => line).join('\n');
}

/** Runs an example as a reader would: node, no build. */
function printed(code: string, name: string): string {
  const door = pathToFileURL(resolve('src/lib/flame/index.ts')).href;
  const file = join(folder, `${name}.mts`);
  writeFileSync(file, code.replace("'./index.ts'", `'${door}'`));
  return execFileSync(process.execPath, [file], { encoding: 'utf8' }).trimEnd();
}

describe('the examples of the README', () => {
  test('are five', () => {
    expect(examples).toHaveLength(5);
  });

  test.each(examples)('$title', ({ title, code }) => {
    expect(printed(code, title.replace(/\W+/g, '-'))).toBe(promised(code));
  });
});
