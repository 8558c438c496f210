import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import {
  importProfile,
  type ImportResult,
} from '../../../../../src/lib/flame/formats/import-profile.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes, of texts as well as of objects. */
async function memory(): Promise<number> {
  for (let i = 0; i < 3; i++) {
    collectGarbage();
    await new Promise((done) => setTimeout(done, 10));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const padding = 10_000_000;
const name = 'a function whose name is long enough to be a slice';

async function readPadded(format: string, text: string): Promise<ImportResult> {
  const bytes = new TextEncoder().encode(text + '\n'.repeat(padding));
  const result = await importProfile(bytes, { format });
  /x/.exec('x'); // engines remember the text that was searched last
  return result;
}

describe('a profile does not keep the text of its file', () => {
  it.each([
    [
      'goroutines',
      `goroutine profile: total 1\n1 @ 0x1\n#\t0x1\t${name}+0xbe\t\t/usr/src/time.go:8\n`,
    ],
    ['instruments', `Weight\tSelf Weight\t\tSymbol Name\n5.00 ms  100%\t5.00 ms\t \t${name}\n`],
    [
      'flamegraph-svg',
      `<svg><g><title>${name} (3 samples, 100%)</title><rect x="0" y="0" width="9"/></g></svg>`,
    ],
    ['callgrind', `events: Ir\nfl=a file with a long name.c\nfn=${name}\n1 5\n?${name}\n`],
  ])('%s', async (format, text) => {
    const before = await memory();
    const { profiles, issues } = await readPadded(format, text);
    expect((await memory()) - before).toBeLessThan(padding / 2);
    expect(profiles[0]!.frames.names).toContain(name);
    for (const { excerpt } of issues) expect(excerpt?.length ?? 0).toBeLessThan(81);
  });
});
