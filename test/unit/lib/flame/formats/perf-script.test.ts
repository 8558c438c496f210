import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import type { FrameDetail, Profile } from '../../../../../src/lib/flame/model/profile.ts';
import { issueCodes } from '../../../../support/issue-codes.ts';
import { stackLines } from '../../../../support/stack-lines.ts';

const event = 'shop 812 [003] 9000.000000: 250000 task-clock:u: ';

async function read(text: string): Promise<{ profiles: Profile[]; issues: string[] }> {
  const { format, profiles, issues } = await importProfile(text);
  expect(format).toBe('perf-script');
  return { profiles, issues: issueCodes(issues) };
}

async function stacksOf(text: string): Promise<string[]> {
  return stackLines((await read(text)).profiles[0]!);
}

/** The frames of one sample with these lines as its stack, root first, without the process. */
async function framesOf(...lines: string[]): Promise<string[]> {
  const [stack = ''] = await stacksOf([event, ...lines.map((line) => `\t${line}`), ''].join('\n'));
  return stack.replace(/ \d+$/, '').split(';').slice(1);
}

async function detailOf(line: string): Promise<FrameDetail | undefined> {
  const { profiles } = await read(`${event}\n\t${line}\n`);
  const { names, details } = profiles[0]!.frames;
  return details[names.indexOf('f')];
}

describe('perf script', () => {
  const text = readFileSync('test/fixtures/formats/perf-script/two-events.perf', 'utf8');

  it('has a profile for each event, the first one first, weighed by periods', async () => {
    const { profiles } = await read(text);
    expect(profiles.map(({ name, unit, sampleCount }) => [name, unit, sampleCount])).toEqual([
      ['task-clock:u', 'nanoseconds', 3],
      ['page-faults:u', 'count', 1],
    ]);
    expect(stackLines(profiles[0]!)).toEqual([
      'shop_worker_2;__libc_start_call_main;shop::main;shop::Server::serve;shop::price 250000',
      'shop_worker_2;shop::main;[memfd:jit (deleted)];asm_exc_page_fault 250000',
      'swapper;intel_idle 750000',
    ]);
    expect(stackLines(profiles[1]!)).toEqual(['shop_worker_2;shop::main;[memfd:jit (deleted)] 1']);
  });

  it('keeps the time of each sample, in nanoseconds from the first of its event', async () => {
    const { profiles } = await read(text);
    expect([...profiles[0]!.samples.time!]).toEqual([0, 250_000, 500_000]);
  });

  it('does not charge the time that a thread slept to the stacks around it', async () => {
    const gap = 'shop 1 1.0: 100 cycles: \n\t1 a (x)\n\nshop 1 9.0: 100 cycles: \n\t1 b (x)\n';
    expect(await stacksOf(gap)).toEqual(['shop;a 100', 'shop;b 100']);
  });

  it('is exact on a machine that has been up for a year', async () => {
    const one = 'shop 1 31536000.000000001: 1 cycles: \n\n';
    const { profiles } = await read(`${one}shop 1 31536000.000000004: 1 cycles: \n`);
    expect([...profiles[0]!.samples.time!]).toEqual([0, 3]);
  });

  it('leaves out times that run backwards, as in two recordings put together, and says so', async () => {
    const { profiles, issues } = await read('a 1 2.0: 1 cycles: \n\na 1 1.0: 1 cycles: \n');
    expect(profiles[0]!.samples.time).toBeUndefined();
    expect(issues).toEqual(['times-out-of-order']);
  });
});

describe('the line that opens a sample', () => {
  it.each([
    ['worker 12   812 [003] 9.5: 7 cycles: ', 'worker_12 7', 'a command that ends in a number'],
    [
      'V8 WorkerThread 812/815 [003] 9.5: 7 cycles: ',
      'V8_WorkerThread 7',
      'a command with a space',
    ],
    ['0 812 [003] 9.5: 7 cycles: ', '0 7', 'a command that is false in Perl'],
    ['a:b (c) [d] 812 9.5: 7 cycles: ', 'a:b_(c)_[d] 7', 'a command with all sorts of signs'],
    [':-1    -1 [003] 9.5: 7 cycles: ', ':-1 7', 'a process that has ended'],
    ['    812/815 [003] 9.5: 7 cycles: ', ':812/815 7', 'a process without a name'],
    ['a\t812/815\t[003] 9.5:\t7 cpu-clock:u:', 'a 7', 'tabs, as simpleperf writes'],
    ['a 812 9.5: cycles: ', 'a 1', 'no period'],
    ['a 812 cycles:', 'a 1', 'no time'],
    ['a 812 [003] 12 cycles:', 'a 12', 'no time, but a period'],
    ['a 812 9.5: 0 cycles: ', 'a 1', 'a period of 0 is one event, as in stackcollapse-perf.pl'],
    ['a 812 [003] 9.5: 7 cpu_core/cycles/P: ', 'a 7', 'an event of one kind of core'],
    ['a 812 [003] 9.5: 7 raw 0x1c2: ', 'a 7', 'an event with a space'],
  ])('%s', async (line, expected) => {
    expect(await stacksOf(`${line}\n\t12ab x (y)\n`)).toEqual([
      expected.replace(/(?= \d+$)/, ';x'),
    ]);
  });

  it('may have the fields of a tracepoint behind it', async () => {
    const line = 'a 1 [0] 1.0: sched:sched_switch: prev_comm=b prev_pid=1 ==> next_comm=c (x)';
    const { profiles } = await read(`${line}\n\t12ab schedule (y)\n`);
    expect(profiles.map(({ name }) => name)).toEqual(['sched:sched_switch']);
    expect(stackLines(profiles[0]!)).toEqual(['a;schedule 1']);
  });

  it('may have its only frame behind it', async () => {
    const lines =
      '   a b 1 1.0: 5 cycles:  ffffffff9b20 f+0x2 (/x y)\n c 2 1.1: 6 cycles: 12ab g (z)\n';
    expect(await stacksOf(lines)).toEqual(['a_b;f 5', 'c;g 6']);
  });

  it('counts a sample without frames for its process', async () => {
    expect(await stacksOf('a 1 1.0: 5 cycles: \n\na 1 1.1: 6 cycles: \n')).toEqual(['a 11']);
  });

  it('ends the sample before it where the empty line is missing', async () => {
    expect(
      await stacksOf('a 1 1.0: 5 cycles: \n\t1 f (x)\na 1 1.1: 6 cycles: \n\t1 g (x)'),
    ).toEqual(['a;f 5', 'a;g 6']);
  });

  it('says how many events perf lost, and takes no record for a sample', async () => {
    const records = [
      'a 1 [0] 0.5: PERF_RECORD_MMAP2 1/1: [0x5(0x1) @ 0 08:01 1 2]: r-xp /bin/a',
      'a 1 [0] 0.6: PERF_RECORD_LOST lost 12',
      event,
    ];
    const { profiles, issues } = await read(records.join('\n'));
    expect(profiles.map(({ name }) => name)).toEqual(['task-clock:u']);
    expect(issues).toEqual(['lost-samples:2']);
  });

  it('says where samples of one event differ in having a period', async () => {
    const { profiles, issues } = await read('a 1 1.0: 5 cycles: \n\na 1 1.1: cycles: \n');
    expect(profiles[0]).toMatchObject({ unit: 'count', totalWeight: 6 });
    expect(issues).toEqual(['no-period']);
  });

  it('says which periods cannot be, also where none can', async () => {
    const absurd = '9'.repeat(30);
    const { profiles, issues } = await read(`a 1 1.0: ${absurd} cycles: \n`);
    expect(profiles[0]).toMatchObject({ unit: 'samples', totalWeight: 1 });
    expect(issues).toEqual(['bad-weight']);
    const some = `a 1 1.0: ${absurd} cycles: \n\na 1 1.1: 5 cycles: \n`;
    expect((await read(some)).profiles[0]).toMatchObject({ unit: 'count', totalWeight: 6 });
    expect((await read(some)).issues).toEqual(['bad-weight']);
  });
});

describe('a frame of perf script', () => {
  it.each([
    ['12ab main+0x1f (/bin/a)', 'main', 'without its offset'],
    ['12ab f(int, char const*) (/bin/a)', 'f', 'without arguments'],
    ['12ab (anonymous namespace)::f(int) (/bin/a)', '(anonymous namespace)::f', 'in C++'],
    ['12ab a::(anonymous namespace)::f(int) (/bin/a)', 'a::(anonymous namespace)::f', 'in C++'],
    ['12ab foo<(some_enum)0>::bar(int) (/bin/a)', 'foo<(some_enum)0>::bar', 'in brackets'],
    ['12ab std::function<int (char)>::swap(x) (/a)', 'std::function<int (char)>::swap', 'C++'],
    ['12ab operator<<(std::ostream&, x) (/bin/a)', 'operator<<', 'an operator is no bracket'],
    ['12ab std::unique_ptr<A>::operator->() const (/a)', 'std::unique_ptr<A>::operator->', 'C++'],
    ['12ab net/http.(*Client).Do (/bin/a)', 'net/http.(*Client).Do', 'of Go'],
    ['12ab [B::clone(int) (/tmp/perf-7.map)', '[B::clone', 'of an array'],
    ['12ab <fn(A) -> B as C>::call (/bin/a)', '<fn(A) -> B as C>::call', 'of Rust'],
    ['12ab foo;bar (/bin/a)', 'foo:bar', 'with the separator of folded stacks'],
    ['12ab RegExp:"a"\' (/bin/a)', 'RegExp:a', 'with quotes'],
    ['12ab [unknown] (/usr/lib/libc.so.6)', '[libc.so.6]', 'unknown, in a library'],
    ['12ab [unknown] ([kernel.kallsyms])', '[[kernel.kallsyms]]', 'unknown, in the kernel'],
    ['12ab [unknown] ([unknown])', '[unknown]', 'unknown'],
    ['12ab  (/usr/bin/glxgears)', '[glxgears]', 'without a symbol'],
    ['7f4198ace577  ()', '[unknown]', 'with nothing but an address'],
    ['7f4198ace577', '[unknown]', 'with nothing but an address, by -F ip'],
    ['7f4198ace577 main+0x2', 'main', 'without a library, by -F ip,sym'],
    ['12ab main (/lib/a.so)[native]', 'main', 'with the kind that simpleperf adds'],
  ])('%s', async (line, expected) => {
    expect(await framesOf(line)).toEqual([expected]);
  });

  it('is left out where it names the process, as old perfs do', async () => {
    expect(await framesOf('12ab f (/bin/a)', '0 (bash) (/bin/a)')).toEqual(['f']);
  });

  it('is many where a Java agent joined inlined methods', async () => {
    const [stack] = await stacksOf(
      'java 1 1.0: 1 cycles: \n\t12ab La/B;::<init>->La/C;::run->Lx;::y (/tmp/perf-1.map)\n',
    );
    expect(stack).toBe('java;a/B:::<init>;a/C:::run_[i];Lx:::y_[i] 1');
  });

  it.each([
    ['12ab f (/tmp/my dir/a.out)', { library: '/tmp/my dir/a.out', mark: 'user' }],
    ['12ab f (/memfd:jit (deleted))', { library: '/memfd:jit (deleted)', mark: 'user' }],
    ['12ab f ([JIT app cache])', { library: '[JIT app cache]', mark: 'jit' }],
    ['12ab f (/tmp/perf-17.map)', { library: '/tmp/perf-17.map', mark: 'jit' }],
    ['12ab f (/tmp/odd)name)', { library: '/tmp/odd)name', mark: 'user' }],
    ['12ab f ([kernel.kallsyms])', { library: '[kernel.kallsyms]', mark: 'kernel' }],
    ['12ab f ([nf_conntrack])', { library: '[nf_conntrack]', mark: 'kernel' }],
    [
      '12ab f (/lib/modules/6.1/build/vmlinux)',
      { library: '/lib/modules/6.1/build/vmlinux', mark: 'kernel' },
    ],
    ['12ab f ([vdso])', { library: '[vdso]', mark: 'user' }],
    ['12ab f (inlined)', { inlined: true }],
    ['12ab f ([unknown])', undefined],
  ])('%s: its library and whose code it is', async (line, expected) => {
    expect(await detailOf(line)).toEqual(expected);
  });

  it('has the source line that -F +srcline writes under it', async () => {
    const lines = ['12ab f (/a)', '  my dir/a.c:12', '12ac g (/a)', '  a.c:7 (discriminator 3)'];
    const { profiles, issues } = await read(
      `${event}\n\t${lines.join('\n\t')}\n\t1 h (/a)\n  ??:0\n`,
    );
    const { names, details } = profiles[0]!.frames;
    const places = names.map((name, i) => [name, details[i]?.file, details[i]?.line]);
    expect(places).toEqual(
      expect.arrayContaining([
        ['f', 'my dir/a.c', 12],
        ['g', 'a.c', 7],
      ]),
    );
    expect(stackLines(profiles[0]!)).toEqual(['shop;h;g;f 250000']);
    expect(issues).toEqual([]);
  });

  it('says that arguments were cut', async () => {
    expect((await read(`${event}\n\t12ab f(int) (/a)\n`)).issues).toEqual(['arguments-cut']);
  });
});

describe('what perf script writes beside samples', () => {
  it('is skipped where it is a header or another comment, before samples and between them', async () => {
    const header = '# ========\n# hostname : build 7 1.5: x\n# cmdline : perf record -g\n#\n';
    const { profiles, issues } = await read(`${header}${event}\n\t12ab f (/a)\n# a note\n\n`);
    expect(stackLines(profiles[0]!)).toEqual(['shop;f 250000']);
    expect([profiles.length, issues]).toEqual([1, []]);
  });
});

describe('damaged perf script', () => {
  it('keeps the last sample of a file without a last newline', async () => {
    expect(await stacksOf(`${event}\n\t12ab f (/a)`)).toEqual(['shop;f 250000']);
  });

  it('says where a file was cut in the middle of a frame', async () => {
    const { profiles, issues } = await read(`${event}\n\t12ab f (/a)\n\t12ac mai`);
    expect(stackLines(profiles[0]!)).toEqual(['shop;f 250000']);
    expect(issues).toEqual(['truncated:3']);
  });

  it('skips lines that are no frames, and frames outside of samples, and says so', async () => {
    const { issues } = await read(`${event}\n\tWHAT_IS_THIS\n\n\t12ab f (/a)\n`);
    expect(issues).toEqual(['bad-frame:2', 'outside-sample:4']);
  });

  it('reads CRLF, a byte order mark and UTF-16', async () => {
    const text = `\uFEFF${event}\r\n\t12ab f (/a)\r\n\r\n`;
    const utf16 = new Uint8Array(new Uint16Array([...text].map((c) => c.charCodeAt(0))).buffer);
    expect(await stacksOf(text)).toEqual(['shop;f 250000']);
    const { profiles } = await importProfile(utf16);
    expect(stackLines(profiles[0]!)).toEqual(['shop;f 250000']);
  });

  it('refuses a header without samples', async () => {
    const header = '# ========\n# captured on    : Mon Mar  2 10:00:00 2026\n# ========\n#\n';
    await expect(importProfile(header)).rejects.toMatchObject({ code: 'no-samples' });
  });

  it('does not slow down on lines that regular expressions get lost in', async () => {
    const spaces = ' '.repeat(200_000);
    const lines = [
      event,
      `\t12ab ${'('.repeat(200_000)}`,
      `\t12ab ${'(a) '.repeat(50_000)}(`,
      `\t12ab ${'a->'.repeat(50_000)} (x)`,
      `\t12ab f:${'1:'.repeat(100_000)}`,
      `a 1 ${spaces}x`,
      `1${spaces}1${spaces}`,
      `a 1 1.0: 1${spaces}`,
    ];
    expect((await read(lines.join('\n'))).profiles.length).toBeGreaterThan(0);
  });

  it('keeps at most 256 events apart', async () => {
    const lines = Array.from({ length: 400 }, (_, i) => `a 1 ${i}.0: 1 event${i}: \n`);
    const { profiles, issues } = await read(lines.join('\n'));
    expect(profiles).toHaveLength(257);
    expect(profiles.reduce((sum, { totalWeight }) => sum + totalWeight, 0)).toBe(400);
    expect(issues[0]).toMatch(/^too-many-events/);
  });
});
