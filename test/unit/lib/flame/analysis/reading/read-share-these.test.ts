import { beforeAll, describe, expect, test } from 'vitest';
import type { Caution, CautionCode, Reading } from '../../../../../../src/lib/flame/index.ts';
import { buildCallTree, displayName, readProfile } from '../../../../../../src/lib/flame/index.ts';
import { shareThese } from '../../../../../support/share-these.ts';

let reading: Reading;
beforeAll(async () => {
  reading = readProfile(await shareThese());
});

const shortest = (name: string) => displayName(name, { level: 'shortest' });
const cautionOf = (code: CautionCode): Caution | undefined =>
  reading.cautions.find((caution) => caution.code === code);
const percent = (interval: readonly [number, number] | undefined) =>
  interval?.map((edge) => Number((edge * 100).toFixed(1)));

describe('the guide’s profile, read as the dossier reads it: 1.1', () => {
  test('50 samples, 121 nodes, 29 deep', () => {
    expect([reading.samples, reading.nodes, reading.maxDepth]).toEqual([50, 121, 29]);
  });

  test('66% are in system calls, 52.2–77.6%, where the guide has about 30%', () => {
    const { all } = reading.systemCalls;
    expect([all.weight, all.share, percent(all.interval)]).toEqual([33, 0.66, [52.2, 77.6]]);
  });

  test('nine frames are wider than “the widest”', () => {
    const task = reading.widest.find(({ name }) => name.includes('WithGracefulShutdown'));
    expect(task).toMatchObject({ weight: 22, share: 0.44, self: 0, wider: 9 });
    expect(percent(task?.interval)).toEqual([31.2, 57.7]);
  });

  test('the widest five have 45 and hold one another', () => {
    expect(reading.widest.slice(0, 5).map(({ weight }) => weight)).toEqual([45, 45, 45, 45, 45]);
    expect(reading.widest[4]?.path).toEqual(reading.widest.slice(0, 4).map(({ name }) => name));
  });

  test('leaves by library: 33, 12, 4, 1', () => {
    expect(reading.selfByLibrary.map(({ name, weight }) => `${name} ${weight}`)).toEqual([
      'libsystem_kernel.dylib 33',
      'share_these 12',
      'libsystem_malloc.dylib 4',
      'libsystem_pthread.dylib 1',
    ]);
  });
});

describe('1.2: what is hot', () => {
  test('by self it is __psynch_cvsignal, which the guide does not mention', () => {
    expect(
      reading.hotBySelf.slice(0, 4).map(({ name, self }) => [shortest(name), self.weight]),
    ).toEqual([
      ['__psynch_cvsignal', 8],
      ['writev', 7],
      ['__psynch_cvwait', 6],
      ['kevent', 3],
    ]);
  });

  test('the connection task has no self weight at all', () => {
    const task = reading.hotByTotal.find(({ name }) => name.endsWith('_{{closure}}::_{{closure}}'));
    expect(task).toMatchObject({ self: { weight: 0 }, total: { weight: 22 }, wider: 9 });
  });

  test('its name misleads: no sample shuts anything down', () => {
    expect(cautionOf('name-misleads')).toMatchObject({
      weight: 22,
      values: { word: 'GracefulShutdown' },
    });
  });

  test('which leaf is the largest is not decided by 8 against 7', () => {
    expect(cautionOf('rank-undecided')?.values).toEqual({ first: 8, second: 7 });
  });
});

describe('1.3: the chain', () => {
  test('is a nesting: 39 ⊃ 37 ⊃ 26 ⊃ 24 ⊃ 22 ⊃ 22', () => {
    const steps = reading.chains[0]?.steps.slice(-6) ?? [];
    expect(steps.map(({ name, total }) => `${shortest(name)} ${total}`)).toEqual([
      'UnownedTask::run 39',
      'raw::poll 37',
      'Context::run_task 26',
      'raw::poll 24',
      'into_future::{{closure}}::{{closure}} 22',
      'UpgradeableConnection::poll 22',
    ]);
  });

  test('beside run_task stands park_timeout with 9', () => {
    const poll = reading.chains[0]?.steps.find(({ total }) => total === 37);
    expect(poll?.leaving.map(({ name, total }) => `${shortest(name)} ${total}`)).toEqual([
      'Context::park_timeout 9',
      'lstat 1',
      'fs::readdir 1',
    ]);
  });

  test('under the connection are 8 body, 7 writev, 6 handlers and 1 receive', () => {
    const connection = reading.chains[0]?.steps.at(-1);
    expect(connection?.leaving.map(({ total }) => total)).toEqual([8, 7, 6, 1]);
  });
});

describe('2.2: system calls, all of them', () => {
  test('each call, with its kind', () => {
    expect(
      reading.systemCalls.calls.map(
        ({ frame, kind, weight }) => `${shortest(frame)} ${kind} ${weight}`,
      ),
    ).toEqual([
      '__psynch_cvsignal wake 8',
      'writev write 7',
      '__psynch_cvwait wait 6',
      'kevent poll 3',
      '__psynch_mutexwait lock 2',
      'read read 2',
      'lstat file 1',
      '__open_nocancel file 1',
      'write write 1',
      '__psynch_mutexdrop lock 1',
      '__recvfrom read 1',
    ]);
  });

  test('17 hand work between threads, 10 move bytes', () => {
    expect(reading.systemCalls.groups.map(({ group, weight }) => `${group} ${weight}`)).toEqual([
      'hand-off 17',
      'bytes 10',
      'event-loop 3',
      'files 2',
      'log 1',
    ]);
    expect(percent(reading.systemCalls.groups[1]?.interval)).toEqual([11.2, 33.0]);
  });

  test('by kind', () => {
    expect(reading.systemCalls.kinds.map(({ kind, weight }) => `${kind} ${weight}`)).toEqual([
      'wake 8',
      'write 8',
      'wait 6',
      'lock 3',
      'read 3',
      'poll 3',
      'file 2',
    ]);
  });

  test('cvwait is called by parking: 3 in the blocking pool, 3 in workers', () => {
    const wait = reading.systemCalls.calls.find(({ kind }) => kind === 'wait');
    expect(wait?.callers.map(({ name, weight }) => `${shortest(name)} ${weight}`)).toEqual([
      'Condvar::wait_until_internal 3',
      'ThreadParker::park 3',
    ]);
  });
});

describe('what to be careful about', () => {
  test('50 samples are few: one point either way would take over 9,000', () => {
    const few = cautionOf('too-few-samples');
    expect(few?.values['samples']).toBe(50);
    expect(few?.values['forOnePoint']).toBeGreaterThan(9000);
  });

  test('idle threads are in the total: 15 samples under park and the pool’s wait', () => {
    expect(cautionOf('idle-threads')).toMatchObject({ weight: 15 });
  });

  test('waiting is not in it, and kernel time is drawn on the stubs', () => {
    expect(cautionOf('on-cpu-only')).toBeDefined();
    expect(cautionOf('kernel-hidden')).toMatchObject({ weight: 33 });
  });

  test('linker stubs are no missing symbols, and nothing is missing', () => {
    expect(cautionOf('linker-stubs')).toMatchObject({ weight: 2 });
    expect(cautionOf('missing-symbols')).toBeUndefined();
  });

  test('start-up, threads, merged generics, outlined code and skipped callers are said', () => {
    expect(cautionOf('mixed-phases')).toMatchObject({ weight: 5 });
    expect(cautionOf('many-threads')).toMatchObject({ weight: 50 });
    expect(cautionOf('merged-generics')).toBeDefined();
    expect(cautionOf('outlined-code')).toMatchObject({ weight: 1 });
    expect(cautionOf('missing-callers')).toBeDefined();
  });

  test('every finding names rows of the tree in which its frames are', async () => {
    const tree = buildCallTree(await shareThese());
    for (const { rows, frames, code } of [...reading.cautions, ...reading.shapes]) {
      if (rows.length === 0) continue;
      const names = new Set(rows.map((row) => tree.nameOf(row)));
      expect(
        frames.some((frame) => names.has(frame)),
        code,
      ).toBe(true);
    }
  });

  test('a reading is plain data', () => {
    expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
  });
});
