import { describe, expect, it } from 'vitest';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { issueCodes } from '../../../../support/issue-codes.ts';
import { profilesText } from '../../../../support/profiles-text.ts';

async function read(text: string): Promise<{ format: string; text: string; issues: string[] }> {
  const { format, profiles, issues } = await importProfile(text);
  return { format, text: profilesText(profiles), issues: issueCodes(issues) };
}

describe('maps of bpftrace', () => {
  it('join kernel and user stacks, leaf first, under the words of the key', async () => {
    expect(await read('@[\n    sys_read+5\n,\n    main+0x10\n, app, 42]: 3\n')).toEqual({
      format: 'bpftrace',
      text: '# bpftrace [samples]\napp;42;main;sys_read 3',
      issues: [],
    });
  });

  it('may have words before the stacks, or no frame at all', async () => {
    const { text } = await read('@[app,\n    main+1\n]: 3\n@[, idle]: 2\n');
    expect(text).toBe('# bpftrace [samples]\napp;main 3\nidle 2');
  });

  it('lose a stack that has no count, and say so', async () => {
    const { text, issues } = await read('@[\n    a+1\n]: 1\n@[\n    b+1\n');
    expect([text, issues]).toEqual(['# bpftrace [samples]\na 1', ['truncated:4']]);
  });
});

describe('folded stacks by other tools', () => {
  it.each([
    ['bcc profile -f', 'swapper/0;x86_64_start_kernel;cpu_idle 12\nmysqld;[unknown] 3'],
    ['heaptrack', 'main;std::vector<int, std::allocator<int> >::push_back 4096\nmain 128'],
    ['tracing-flame', 'ThreadId(1)-main;http: request;db::query 26100\nThreadId(1)-main 400'],
  ])('of %s are read as folded stacks', async (_, folded) => {
    const { format, text } = await read(folded);
    expect(format).toBe('folded');
    expect(text.split('\n').slice(1)).toEqual(folded.split('\n').sort());
  });
});

describe('a goroutine dump', () => {
  it('counts goroutines that stand at the same place', async () => {
    const goroutine = (id: number): string =>
      `goroutine ${id} [chan receive, 3 minutes]:\nmain.wait(0x1)\n\t/a/main.go:7 +0x2\n`;
    const { text } = await read([1, 2, 3].map(goroutine).join('\n'));
    expect(text).toBe('# goroutines [count]\nmain.wait 3');
  });

  it('says where the runtime left frames out', async () => {
    const { issues } = await read(
      'goroutine 1 [running]:\nmain.f()\n\t/a/main.go:7\n...additional frames elided...\ncreated by main.main\n\t/a/main.go:1\n',
    );
    expect(issues).toEqual(['cut-stack']);
  });
});

describe('a thread dump', () => {
  it('may come several times in one file: each look is a sample', async () => {
    const dump =
      'Full thread dump OpenJDK\n\n"main" #1 prio=5 runnable\n   java.lang.Thread.State: RUNNABLE\n\tat a.B.c(B.java:1)\n\n';
    expect((await read(dump + dump)).text).toBe('# thread dump [samples]\nmain;a.B.c 2');
  });
});

describe('go tool pprof -raw', () => {
  it('may hold a row of digits that is no sample, however long', async () => {
    const head = 'PeriodType: cpu nanoseconds\nPeriod: 1\nSamples:\nsamples/count\n';
    const rest = '   3: 1\nLocations\n 1: 0x1 M=1 main /a.go:1:0 s=1\nMappings\n';
    const start = performance.now();
    expect((await read(`${head}${'0'.repeat(100_000)}x\n${rest}`)).text).toBe(
      '# pprof: samples [samples]\nmain 3',
    );
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('may claim any number of sample types: a profile each is made of the first 64', async () => {
    const types = Array.from({ length: 100_000 }, (_, i) => `t${i}/count`).join(' ');
    const dump = `PeriodType: cpu nanoseconds\nPeriod: 1\nSamples:\n${types}\n  3: 1\nLocations\n 1: 0x1 M=1 main /a.go:1:0 s=1\nMappings\n`;
    const { profiles, issues } = await importProfile(dump);
    expect(profiles).toHaveLength(64);
    expect(issueCodes(issues)[0]).toBe('too-many-types:4');
  });
});

describe('a pmcstat call graph', () => {
  it('has its leaves at the margin', async () => {
    const graph =
      '@ cycles [9 samples]\n\n100.0%  [9]  leaf\n 100.0%  [9]   middle\n  100.0%  [9]    main\n';
    expect((await read(graph)).text).toBe('# cycles [samples]\nmain;middle;leaf 9');
  });

  it('has one profile an event', async () => {
    const graph = '@ a [1 samples]\n100.0%  [1]  f\n@ b [2 samples]\n100.0%  [2]  g\n';
    expect((await read(graph)).text).toBe('# a [samples]\nf 1\n\n# b [samples]\ng 2');
  });
});

describe('a file of a tool that has no stacks', () => {
  it('is refused with what to do instead', async () => {
    await expect(read('Flat profile:\n\nEach sample counts as 0.01 seconds.\n')).rejects.toThrow(
      /gprof.*perf record -g/,
    );
  });
});
