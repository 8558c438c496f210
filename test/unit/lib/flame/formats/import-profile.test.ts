import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { formats, importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { defaultUnpackedLimit } from '../../../../../src/lib/flame/formats/unpack.ts';
import { issueCodes } from '../../../../support/issue-codes.ts';
import { stackLines } from '../../../../support/stack-lines.ts';

const text = 'main;parse 3\nmain;read;größe 2\n';
const stacks = ['main;parse 3', 'main;read;größe 2'];
const utf8 = new TextEncoder().encode(text);

/** UTF-16 in either byte order, with or without its mark. */
function utf16(order: 'le' | 'be', mark: boolean): Uint8Array {
  const little = Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
  return order === 'le' ? little : little.swap16();
}

function bytesOf(latin1: string): Uint8Array {
  return Uint8Array.from(latin1, (character) => character.charCodeAt(0));
}

describe('a file is recognised by its content', () => {
  it.each([
    ['text', text],
    ['bytes', utf8],
    ['a piece of a larger buffer', new Uint8Array([9, ...utf8, 9]).subarray(1, -1)],
    ['gzip, whatever its name', gzipSync(utf8)],
    [
      'gzip in two members',
      Buffer.concat([gzipSync('main;parse 3\n'), gzipSync('main;read;größe 2\n')]),
    ],
    ['UTF-8 with a mark', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8])],
    ['UTF-16 LE with a mark', utf16('le', true)],
    ['UTF-16 BE with a mark', utf16('be', true)],
    ['CRLF', text.replaceAll('\n', '\r\n')],
    ['no line end at the end', text.trimEnd()],
  ])('%s', async (_, data) => {
    const { format, profiles, issues } = await importProfile(data, { fileName: 'photo.svg' });
    expect(format).toBe('folded');
    expect(profiles.map(stackLines)).toEqual([stacks]);
    expect(issues).toEqual([]);
  });

  it('UTF-16 without a mark, as long as it is mostly ASCII', async () => {
    const ascii = Buffer.from('main;parse 3\nmain;read 2\n', 'utf16le');
    expect(stackLines((await importProfile(ascii)).profiles[0]!)).toEqual([
      'main;parse 3',
      'main;read 2',
    ]);
  });

  it('one stack alone, without a line end', async () => {
    expect((await importProfile('a;b 1')).format).toBe('folded');
    await expect(importProfile('a;b')).rejects.toMatchObject({ code: 'unknown-format' });
  });

  it('its name names the profile', async () => {
    const { profiles } = await importProfile(text, { fileName: 'monday.folded' });
    expect(profiles[0]?.name).toBe('monday.folded');
  });

  it('JSON is no format without JSON, whatever its names say', async () => {
    const root = { name: '<trace-query-result>', value: 1, children: [] };
    expect((await importProfile(JSON.stringify(root))).format).toBe('d3-json');
  });

  it('a format that is given is not asked again', async () => {
    const { format } = await importProfile('5 apples 3', { format: 'folded' });
    expect(format).toBe('folded');
    await expect(importProfile(text, { format: 'fold' })).rejects.toMatchObject({
      code: 'unknown-format',
    });
  });
});

describe('what cannot be read says what it is and what to do', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \r\n\t', 'empty'],
    ['prose', 'Dear reader,\nthis is a letter.\n', 'unknown-format'],
    ['JSON of another kind', '{"hello": [1, 2, 3]}', 'unknown-format'],
    ['JSON that was cut', '{"nodes": [1, 2', 'truncated'],
    ['a zip archive', bytesOf('PK\x03\x04\x14\0\0\0'), 'not-a-profile'],
    ['gzip that was packed again', gzipSync(gzipSync(text)), 'not-a-profile'],
    ['zstd', bytesOf('\x28\xb5\x2f\xfd\x04\x00'), 'not-a-profile'],
    ['perf.data, as perf record writes it', bytesOf('PERFILE2\x68\0\0\0'), 'not-a-profile'],
    ['a program', bytesOf('\x7fELF\x02\x01\x01'), 'not-a-profile'],
    ['a picture', bytesOf('\x89PNG\r\n\x1a\n'), 'not-a-profile'],
    ['gzip with nothing behind its header', bytesOf('\x1f\x8b\x08\0\0\0\0\0\0\x03'), 'bad-gzip'],
  ])('%s', async (_, data, code) => {
    const error: unknown = await importProfile(data).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'ImportError', code });
    const { message, advice } = error as { message: string; advice?: string };
    expect(advice).toMatch(/\.$/);
    expect(message.endsWith(advice ?? '')).toBe(true);
  });

  it('data that only looks like a second gzip member is still the first', async () => {
    const line = 'main;\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03;leaf';
    const stored = gzipSync(Buffer.from(`${line} 1\nmain;other 2\n`, 'latin1'), { level: 0 });
    const { profiles, issues } = await importProfile(stored);
    expect(profiles[0]!.totalWeight).toBe(3);
    expect(issueCodes(issues)).toEqual(['invalid-utf8:1']);
  });

  it('perf.data says how to make text of it', async () => {
    await expect(importProfile(bytesOf('PERFILE2'))).rejects.toThrow(/perf script/);
  });

  it('gzip that was cut gives what came out, and says so', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `main;f${index} ${index + 1}\n`);
    const packed = gzipSync(lines.join(''));
    const { profiles, issues } = await importProfile(packed.subarray(0, packed.length - 4000));
    expect(profiles[0]!.stacks.length).toBeGreaterThan(1000);
    expect(issueCodes(issues)).toContain('truncated');
  });
});

describe('a gzip bomb', () => {
  const packed = gzipSync(Buffer.alloc(50_000_000, 'a'));

  it('stops at the limit, not at its end', async () => {
    let largest = 0;
    const reading = importProfile(packed, {
      limit: 1_000_000,
      onProgress: (done) => (largest = Math.max(largest, done)),
    });
    const error = await reading.catch((reason: unknown) => reason);
    // It is read in larger pieces than this one: all of it had been taken.
    expect(error).toMatchObject({ name: 'ImportError', code: 'too-large', byte: packed.length });
    expect(packed.length).toBeLessThan(50_000);
  });

  it('may unpack to 1 GiB unless told otherwise, and the message has the limit', async () => {
    expect(defaultUnpackedLimit).toBe(1024 ** 3);
    const error = await importProfile(packed, { limit: 5 }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      said: { template: 'The file unpacks to more than {0} bytes.', values: [5] },
      message: expect.stringContaining('The file unpacks to more than 5 bytes. ') as string,
    });
  });

  it('of the allowed size is read', async () => {
    await expect(importProfile(packed, { limit: 50_000_000 })).rejects.toMatchObject({
      code: 'unknown-format',
    });
  });
});

describe('a long import', () => {
  const long = 'main;a;b;c;d;e 1\nmain;a;b;x;y;z 2\n'.repeat(50_000);

  it.each([
    ['plain', long],
    ['packed', gzipSync(long)],
    ['packed in two members', Buffer.concat([gzipSync(long), gzipSync(long)])],
  ])('tells how far it is, ascending, up to 1: %s', async (_, data) => {
    const seen: number[] = [];
    await importProfile(data, { onProgress: (done) => seen.push(done) });
    expect(seen.length).toBeGreaterThan(10);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });

  it('stops at the next checkpoint when it is cancelled', async () => {
    const stop = new AbortController();
    const reading = importProfile(long, {
      signal: stop.signal,
      onProgress: (done) => {
        if (done > 0.3) stop.abort();
        expect(done).toBeLessThan(0.5);
      },
    });
    await expect(reading).rejects.toMatchObject({ name: 'ImportError', code: 'cancelled' });
  });
});

describe('the list of formats', () => {
  it('has an id, a label and extensions for each, and no id twice', () => {
    const ids = formats.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, label, extensions } of formats) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(label).not.toBe('');
      expect(extensions.length).toBeGreaterThan(0);
      expect(extensions.every((extension) => !extension.startsWith('.'))).toBe(true);
    }
  });
});
