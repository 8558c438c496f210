import { describe, expect, it } from 'vitest';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { issueCodes } from '../../../../support/issue-codes.ts';
import { stackLines } from '../../../../support/stack-lines.ts';

async function read(
  data: string | Uint8Array,
): Promise<{ stacks: string[][]; issues: string[]; units: string[] }> {
  const { profiles, issues } = await importProfile(data, { format: 'folded' });
  return {
    stacks: profiles.map(stackLines),
    issues: issueCodes(issues),
    units: profiles.map(({ unit }) => unit),
  };
}

async function stacksOf(data: string | Uint8Array): Promise<string[]> {
  return (await read(data)).stacks[0] ?? [];
}

describe('a line of folded stacks', () => {
  it('is a stack from the root, and a weight', async () => {
    expect(await read('main;parse 3\nmain 1\n')).toEqual({
      stacks: [['main 1', 'main;parse 3']],
      issues: [],
      units: ['samples'],
    });
  });

  it('adds to the same stack wherever it stands in the file', async () => {
    const { profiles } = await importProfile('a;b 1\nc 2\na;b 3\na 1\na;b;c 1\na;b 1');
    expect(stackLines(profiles[0]!)).toEqual(['a 1', 'a;b 5', 'a;b;c 1', 'c 2']);
    expect(profiles[0]!.stacks.length).toBe(4);
  });

  it('keeps blanks, brackets and colons in frames', async () => {
    const line = 'my app (v 1);std::map<int, std::string>::operator[](int const&) const 12';
    expect(await stacksOf(line)).toEqual([line]);
  });

  it('keeps a fractional weight as it is, and says that it is no number of samples', async () => {
    expect(await read('a;b 1.5\na 2.25')).toMatchObject({
      stacks: [['a 2.25', 'a;b 1.5']],
      issues: ['assumed-unit'],
      units: ['count'],
    });
  });

  it('may end in an exponent, a decimal point, a tab, CRLF or nothing', async () => {
    expect(await stacksOf('a;b 1e3\r\na;c 2.\r\na;d\t3\r\ne .5')).toEqual([
      'a;b 1000',
      'a;c 2',
      'a;d 3',
      'e 0.5',
    ]);
  });

  it('parts the weight by one blank: any more belongs to the frame, as for flamegraph.pl', async () => {
    expect(await stacksOf('a;write0_[j];  3')).toEqual(['a;write0_[j];  3']);
  });

  it('may have empty frames inside and at the root; at the leaf there is no frame', async () => {
    expect(await stacksOf('a;;b 3\n;a 2\na; 1\n 5\n;; 4')).toEqual([' 9', ';a 2', 'a 1', 'a;;b 3']);
  });

  it('may name members of Object.prototype', async () => {
    const lines = ['__proto__;constructor;toString 5', 'hasOwnProperty;__proto__ 3', 'valueOf 1'];
    expect(await stacksOf(lines.join('\n'))).toEqual(lines);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('may name the same function again and again', async () => {
    expect(await stacksOf('a;a 1\na;a;a 2\na;b;a;b 3\na 4')).toEqual([
      'a 4',
      'a;a 1',
      'a;a;a 2',
      'a;b;a;b 3',
    ]);
  });
});

describe('what is not a stack is said, never dropped in silence', () => {
  it('a line without a weight', async () => {
    const { issues } = await importProfile('a;b 1\nTHIS IS A BAD LINE\na 12V.43\na 2', {
      format: 'folded',
    });
    expect(issueCodes(issues)).toEqual(['no-weight:2', 'no-weight:3']);
    expect(issues[0]?.excerpt).toBe('THIS IS A BAD LINE');
  });

  it('a line of ten megabytes without a weight is quoted with 80 characters', async () => {
    const { issues } = await importProfile(`a 1\n${'x'.repeat(1e7)}\n`, { format: 'folded' });
    expect(issues[0]?.excerpt).toHaveLength(80);
  });

  it('comments, as austin writes them; but "#note" is a frame', async () => {
    expect(await read('# austin: 3.7.0\n# interval: 100\n#note 12\na;b 3')).toMatchObject({
      stacks: [['#note 12', 'a;b 3']],
      issues: ['comment:1', 'comment:2'],
    });
  });

  it('negative and infinite weights', async () => {
    expect(await read('a 1\nb -5\nc 1e999\nd NaN')).toMatchObject({
      stacks: [['a 1']],
      issues: ['bad-weight:2', 'bad-weight:3', 'no-weight:4'],
    });
  });

  it('NaN and Infinity, which are words: such a line has no weight', async () => {
    expect(await read('a;b NaN\na;c Infinity\na -Infinity\na;d 1')).toMatchObject({
      stacks: [['a;d 1']],
      issues: ['no-weight:1', 'no-weight:2', 'no-weight:3'],
    });
  });

  it('a weight of zero, whose stack is kept', async () => {
    expect(await read('a;b 0\na;c 10')).toMatchObject({
      stacks: [['a;b 0', 'a;c 10']],
      issues: ['zero-weight:1'],
    });
  });

  it('a million bad lines give a short list with the true count', async () => {
    const { issues } = await importProfile(`a 1\n${'bad\n'.repeat(1e6)}`, { format: 'folded' });
    expect(issues).toHaveLength(20);
    expect(issues.at(-1)).toMatchObject({ code: 'no-weight', count: 1e6 });
  });

  it('bytes that are not UTF-8: they are U+FFFD, and equal names stay equal', async () => {
    const bytes = new Uint8Array([...'a;b'].map((c) => c.charCodeAt(0)).concat(0xe4, 32, 49, 10));
    const twice = new Uint8Array([...bytes, ...bytes.with(3, 0xff)]);
    expect(await read(twice)).toMatchObject({
      stacks: [['a;b\uFFFD 2']],
      issues: ['invalid-utf8:1'],
    });
  });

  it('no stack at all is an error with advice', async () => {
    await expect(importProfile('hello\nworld\n', { format: 'folded' })).rejects.toMatchObject({
      name: 'ImportError',
      code: 'no-samples',
      line: 1,
    });
  });
});

describe('weights that cannot be samples are counts', () => {
  it.each([
    ['multiples of a period, as perf writes', 'a 10101010\nb 20202020\nc 10101010'],
    ['too many', 'a 300000000\nb 7'],
  ])('%s', async (_, text) => {
    expect(await read(text)).toMatchObject({ units: ['count'], issues: ['assumed-unit'] });
  });

  it('sums above 2^53 are said to be inexact', async () => {
    const { issues } = await read('a;b 9007199254740991\na;c 9007199254740993\nd 1');
    expect(issues).toContain('inexact-weight');
  });
});

describe('two weights a line', () => {
  it('are before and after, where most lines have two', async () => {
    const { profiles, issues } = await importProfile('a;b 10 12\na;c 5\na;d 0 7\na;e 3 0', {
      fileName: 'x.diff',
    });
    expect(profiles.map(({ name }) => name)).toEqual(['x.diff (before)', 'x.diff (after)']);
    expect(profiles.map(stackLines)).toEqual([
      ['a;b 10', 'a;c 5', 'a;d 0', 'a;e 3'],
      ['a;b 12', 'a;c 5', 'a;d 7', 'a;e 0'],
    ]);
    expect(issueCodes(issues)).toEqual(['one-column:2', 'two-columns']);
  });

  it('add up where a stack is repeated: inferno keeps the change of its last line alone', async () => {
    expect((await read('a;b 1 2\na;c 1 1\na;b 3 5\n')).stacks).toEqual([
      ['a;b 4', 'a;c 1'],
      ['a;b 7', 'a;c 1'],
    ]);
  });

  it('a thread called "worker 12" does not make a file a difference', async () => {
    expect(await read('main;worker 12 100\nmain;io 5\nmain 7')).toMatchObject({
      stacks: [['main 7', 'main;io 5', 'main;worker 12 100']],
      issues: [],
    });
    expect(await stacksOf('main;worker 12 100')).toEqual(['main;worker 12 100']);
  });

  it('the whole file decides, not its first lines', async () => {
    const lines = Array.from({ length: 9000 }, (_, index) => `main;worker ${index} 1`);
    const single = ['main;io 1', ...lines, ...lines.map((_, index) => `main;f${index} 1`)];
    expect((await read(single.join('\n'))).stacks).toHaveLength(1);
    const double = [...lines.map((_, i) => `main;f${i} 1`), ...lines.flatMap((l) => [l, `${l}2`])];
    expect((await read(double.join('\n'))).stacks).toHaveLength(2);
  });
});

describe('what names say of their frames', () => {
  it('module`symbol has a library; marks tell kernel, jit and inlined; names stay whole', async () => {
    const { profiles } = await importProfile('libc.so`read;f_[k];g_[i];h_[j];<a`b> 1', {
      format: 'folded',
    });
    const { names, details } = profiles[0]!.frames;
    expect(names).toEqual(['libc.so`read', 'f_[k]', 'g_[i]', 'h_[j]', '<a`b>']);
    expect(details).toEqual([
      { library: 'libc.so' },
      { mark: 'kernel' },
      { mark: 'inlined', inlined: true },
      { mark: 'jit' },
      undefined,
    ]);
  });
});

describe('sizes that break other readers', () => {
  it('a stack of 10,000 frames', async () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `f${index % 7}`);
    const { profiles } = await importProfile(`${names.join(';')} 1\n${names.join(';')};g 2`);
    expect(profiles[0]!.stacks.length).toBe(10_001);
    expect(profiles[0]!.frames.length).toBe(8);
  });

  it('names of a megabyte', async () => {
    const name = 'n'.repeat(2 ** 20);
    const { profiles } = await importProfile(`a;${name} 1\na;${name}x 2\n`);
    expect(profiles[0]!.frames.names.map(({ length }) => length)).toEqual([
      1,
      2 ** 20,
      2 ** 20 + 1,
    ]);
  });

  it('a million lines, each the reverse order of the one before', async () => {
    const lines = Array.from({ length: 1e6 }, (_, index) => `main;f${(1e6 - index) % 4096};g 1\n`);
    const { profiles } = await importProfile(lines.join(''));
    expect(profiles[0]!.totalWeight).toBe(1e6);
    expect(profiles[0]!.stacks.length).toBe(1 + 2 * 4096);
  });

  it('ten million lines, of which half are bad', async () => {
    const block = new TextEncoder().encode('main;read 2\nno weight here\n'.repeat(50_000));
    const file = new Uint8Array(block.length * 100);
    for (let i = 0; i < 100; i++) file.set(block, i * block.length);
    const { profiles, issues } = await importProfile(file);
    expect(profiles[0]!.totalWeight).toBe(10_000_000);
    expect(profiles[0]!.samples.length).toBe(5_000_000);
    expect(issues.filter(({ code }) => code === 'no-weight').at(-1)?.count).toBe(5_000_000);
  }, 60_000);

  it('a weight of a billion is one sample of a billion, not a billion samples', async () => {
    const { profiles } = await importProfile('a;b 1000000000');
    expect(profiles[0]!.samples.length).toBe(1);
    expect([...profiles[0]!.samples.weight]).toEqual([1e9]);
  });
});
