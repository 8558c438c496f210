import { describe, expect, it } from 'vitest';
import { importProfile } from '../../src/lib/flame/index.ts';
import { foldScript } from '../../scripts/record/bench.ts';
import { foldJfr } from '../../scripts/record/fold-jfr.ts';
import { foldOffCpuTime } from '../../scripts/record/fold-offcputime.ts';
import { pprofOf } from '../../scripts/record/with-unit.ts';
import { findMissing } from '../../scripts/record/tools.ts';

describe('folding perf script', () => {
  const sample = (address: string, leaf: string): string =>
    `app 7/7  1.000000: cpu-clock: \n\t${address} ${leaf} (/tmp/app)\n\t1103 main (/tmp/app)\n\n`;

  it('counts a sample as one where the period was left out', async () => {
    const script = sample('12a2', 'parse') + sample('12a9', 'parse') + sample('12f0', 'find');
    expect(await foldScript(script, 'app.script')).toBe('app;main;find 1\napp;main;parse 2\n');
  });

  it('refuses a script of which a line could not be read', async () => {
    await expect(foldScript(`${sample('12a2', 'parse')}garbage\n`, 'app.script')).rejects.toThrow(
      /app\.script:\d+:/,
    );
  });
});

describe('folding offcputime', () => {
  const output = `
    bpf_prog_6896d07dd3e1383c_sched_switch
    __schedule
    futex_wait
    _ZN4test7look_up17h0123456789abcdefE
    start_thread
    -                worker 1 (536)
        200

    __schedule
    futex_wait
    _ZN4test7look_up17h0123456789abcdefE
    start_thread
    -                worker 1 (537)
        50
`;

  it('adds threads of one name up, in nanoseconds, without the frames of the tracer', () => {
    expect(foldOffCpuTime(output)).toBe(
      'worker 1;start_thread;test::look_up;futex_wait;__schedule 250000\n',
    );
  });

  it('refuses a stack without a thread: nothing is lost without a word', () => {
    expect(() => foldOffCpuTime('    __schedule\n    futex_wait\n')).toThrow('no thread');
  });
});

describe('folding jfr print', () => {
  it('puts the thread at the root and drops lines and types', () => {
    const block = `jdk.ExecutionSample {
  startTime = 20:02:46.521
  sampledThread = "worker" (javaThreadId = 15)
  state = "STATE_RUNNABLE"
  stackTrace = [
    Ledger.addColumn(long[], long) line: 23
    Ledger.work(long[][], long) line: 44
    ...
  ]
}
`;
    expect(foldJfr(`${block}\n${block}`)).toBe('worker;Ledger.work;Ledger.addColumn 2\n');
  });
});

describe('a pprof file made of folded stacks', () => {
  it('says what they count, and has no stack of no weight', async () => {
    const bytes = await pprofOf('main;load 4096\nmain;free 0\n', { name: 'peak', unit: 'bytes' });
    const { profiles, issues } = await importProfile(bytes);
    expect(issues).toEqual([]);
    expect(profiles[0]).toMatchObject({ name: 'peak', unit: 'bytes', totalWeight: 4096 });
    expect(profiles[0]?.frames.names).not.toContain('free');
  });
});

describe('a tool that is not there', () => {
  it('is named with how to get it, and nothing is installed', () => {
    const path = process.env['PATH'];
    process.env['PATH'] = '';
    try {
      expect(findMissing(['heaptrack'])).toEqual([
        { tool: 'heaptrack', get: 'apt-get install heaptrack' },
      ]);
    } finally {
      process.env['PATH'] = path;
    }
  });
});
