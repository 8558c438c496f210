import { describe, expect, it } from 'vitest';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { issueCodes } from '../../../../support/issue-codes.ts';
import { stackLines } from '../../../../support/stack-lines.ts';

async function read(data: object | string) {
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  const { format, profiles, issues } = await importProfile(text);
  expect(format).toBe('chrome-trace');
  return { profiles, stacks: profiles.map(stackLines), issues: issueCodes(issues) };
}

/** `X a 0 5` from 0 for 5, `B a 1`, `E a 4`, in microseconds of thread 1 (or the one after `@`). */
function events(script: string): object[] {
  return script
    .split(',')
    .map((event) => event.trim().split(/[ @]+/))
    .map(([ph, name, ts, ...rest]) => {
      const dur = ph === 'X' ? { dur: Number(rest.shift()) } : {};
      return { ph, name, pid: 1, tid: Number(rest[0] ?? 1), ts: Number(ts), ...dur };
    });
}

/** Stacks of one thread, in microseconds. */
async function spans(script: string): Promise<{ stacks: string[]; issues: string[] }> {
  const { profiles, issues } = await read(events(script));
  const stacks = stackLines(profiles[0]!).map((line) =>
    line.replace(/\d+$/, (weight) => String(Number(weight) / 1000)),
  );
  return { stacks, issues };
}

describe('nested events of a Chrome trace', () => {
  it('nest by time', async () => {
    const { stacks } = await spans('X a 0 10, B b 2, X c 3 1, E b 6');
    expect(stacks).toEqual(['a 6', 'a;b 3', 'a;b;c 1']);
  });

  it('that start at one time stand in each other, the longest outside', async () => {
    const { stacks, issues } = await spans('X short 0 2, X long 0 10');
    expect([stacks, issues]).toEqual([['long 8', 'long;short 2'], []]);
  });

  it('keep their duration where they overlap without nesting', async () => {
    const { stacks, issues } = await spans('X a 0 10, X b 6 10');
    expect(stacks).toEqual(['a 6', 'a;b 4', 'b 6']); // a was not 16 long
    expect(issues).toEqual(['overlapping-events']);
  });

  it('end at the same time in whatever order the file has their ends', async () => {
    const { stacks, issues } = await spans('B a 0, B b 1, E a 5, E b 5');
    expect([stacks, issues]).toEqual([['a 1', 'a;b 4'], []]);
  });

  it('may begin and end at once, with the end written first', async () => {
    const { stacks, issues } = await spans('B a 0, E b 2, B b 2, E a 5');
    expect([stacks, issues]).toEqual([['a 5', 'a;b 0'], []]);
  });

  it('lose an end that fits nothing, and say so', async () => {
    const { stacks, issues } = await spans('B a 0, E x 3, E a 5');
    expect([stacks, issues]).toEqual([['a 5'], ['unmatched-close']]);
  });

  it('without an end go on to the last event, and that is said', async () => {
    const { stacks, issues } = await spans('B a 0, B b 2, E b 6');
    expect([stacks, issues]).toEqual([['a 2', 'a;b 4'], ['unclosed']]);
  });

  it('end by an end without a name, as the format allows', async () => {
    const trace = [
      ...events('B a 0, B b 1'),
      { ph: 'E', pid: 1, tid: 1, ts: 3 },
      ...events('E a 4'),
    ];
    expect((await read(trace)).stacks).toEqual([['a 2000', 'a;b 2000']]);
  });

  it('are told apart by their arguments', async () => {
    const [a, b] = events('X task 0 1, X task 1 2');
    const { stacks } = await read([
      { ...a, args: { url: 'x' } },
      { ...b, args: { url: 'y' } },
    ]);
    expect(stacks).toEqual([['task {"url":"x"} 1000', 'task {"url":"y"} 2000']]);
  });

  it('whose times are microseconds since boot keep their nanoseconds', async () => {
    const { profiles } = await read(events('X a 2233223324.449 0.235'));
    expect(profiles[0]!.totalWeight).toBe(235);
  });

  it('may write their numbers as text', async () => {
    const { stacks } = await read([
      { ph: 'X', name: 'a', pid: '7', tid: '8', ts: '11550183666', dur: '4' },
    ]);
    expect(stacks).toEqual([['a 4000']]);
  });

  it('survive a thousand that overlap like stairs', async () => {
    const stairs = Array.from({ length: 1000 }, (_, i) => `X f${i % 7} ${i} 500`).join();
    const { profiles } = await read(events(stairs));
    expect(profiles[0]!.totalWeight).toBe(1_499_000);
  });

  it('that overlap without end are cut short, and that is said', async () => {
    const stairs = Array.from({ length: 6000 }, (_, i) => `X f ${i} 3000`).join();
    expect((await read(events(stairs))).issues).toEqual(['overlapping-events', 'cut-short']);
  });
});

describe('threads of a Chrome trace', () => {
  it('are profiles of their own, in order, named by the metadata', async () => {
    const { profiles } = await read([
      ...events('X b 0 1 @10, X a 0 1 @2'),
      { ph: 'M', name: 'process_name', pid: 1, tid: 0, args: { name: 'app' } },
      { ph: 'M', name: 'thread_name', pid: 1, tid: 10, args: { name: 'worker' } },
    ]);
    expect(profiles.map(({ name }) => name)).toEqual([
      'app (pid 1, tid 2)',
      'app (pid 1), worker (tid 10)',
    ]);
  });

  it('of two processes may have the same id', async () => {
    const [a, b] = events('X a 0 1, X b 0 1');
    const { stacks } = await read([a, { ...b, pid: 2 }]);
    expect(stacks).toEqual([['a 1000'], ['b 1000']]);
  });
});

describe('a trace that was cut', () => {
  const whole = JSON.stringify(events('X a 0 5, X b 1 2'));

  it.each([
    ['its last bracket', whole.slice(0, -1)],
    ['its last bracket, after a comma', `${whole.slice(0, -1)},\n`],
  ])('lacking %s is complete: the format allows that', async (_, text) => {
    expect(await read(text)).toMatchObject({ stacks: [['a 3000', 'a;b 2000']], issues: [] });
  });

  it('in the middle of an event is read up to it, and says where', async () => {
    const text = `{"traceEvents":${whole.slice(0, -1)},\n{"ph":"X","na`;
    const { stacks, issues } = await read(text);
    expect([stacks, issues]).toEqual([[['a 3000', 'a;b 2000']], ['truncated:2']]);
  });

  it('before its first event is refused', async () => {
    await expect(importProfile('[{"ph":"X","name":"a","ts":1')).rejects.toMatchObject({
      name: 'ImportError',
    });
  });
});

describe('CPU samples of a Chrome trace', () => {
  const callFrame = (functionName: string, url = '', lineNumber = -1) => ({
    functionName,
    url,
    lineNumber,
    scriptId: '1',
  });
  const nodes = [
    { id: 1, callFrame: callFrame('(root)') },
    { id: 2, callFrame: callFrame('work'), parent: 1 },
    { id: 3, callFrame: callFrame('(garbage collector)'), parent: 1 },
    { id: 4, callFrame: callFrame('(idle)'), parent: 1 },
    { id: 5, callFrame: callFrame('', 'https://example.com/app.js', 9), parent: 2 },
  ];
  const chunk = (ts: number, samples: number[], timeDeltas: number[], more: object = {}) => ({
    ph: 'P',
    name: 'ProfileChunk',
    cat: 'v8',
    pid: 7,
    tid: 99, // V8's own thread writes the pieces
    id: '0x1',
    ts,
    args: { data: { cpuProfile: { samples, ...(ts === 10 ? { nodes } : {}) }, timeDeltas } },
    ...more,
  });
  const profile = {
    ph: 'P',
    name: 'Profile',
    cat: 'v8',
    pid: 7,
    tid: 3,
    id: '0x1',
    ts: 0,
    args: { data: { startTime: 0 } },
  };

  it('come in pieces, in any order, and belong to the thread that was sampled', async () => {
    const { profiles, stacks } = await read([
      chunk(20, [5, 2], [10, 30]),
      { ph: 'M', name: 'thread_name', pid: 7, tid: 3, args: { name: 'CrRendererMain' } },
      profile,
      chunk(10, [2, 2], [100, 10]),
    ]);
    expect(profiles.map(({ name }) => name)).toEqual(['CrRendererMain (pid 7, tid 3)']);
    expect(stacks).toEqual([['work 20000', 'work;(anonymous app.js:10) 30000']]);
  });

  it('show a collection on the stack that it interrupted, and idling as nothing', async () => {
    const { profiles, stacks, issues } = await read([
      profile,
      chunk(10, [2, 3, 2, 4, 3, 2], [0, 10, 5, 10, 40, 2]),
    ]);
    expect(stacks).toEqual([
      ['(garbage collector) 2000', 'work 20000', 'work;(garbage collector) 5000'],
    ]);
    expect(profiles[0]!.totalWeight).toBe(27_000);
    expect(issues).toEqual(['no-stack', 'assumed-stack']);
  });

  it('of two threads are two profiles', async () => {
    const other = { id: '0x2', tid: 4 };
    const { stacks } = await read([
      profile,
      { ...profile, ...other },
      chunk(10, [2, 2], [0, 10]),
      chunk(10, [5, 5], [0, 20], { id: '0x2' }),
    ]);
    expect(stacks).toEqual([['work 10000'], ['work;(anonymous app.js:10) 20000']]);
  });

  it('of two processes may have one id', async () => {
    const { stacks } = await read([
      profile,
      { ...profile, pid: 8 },
      chunk(10, [2, 2], [0, 10]),
      chunk(10, [2, 2], [0, 20], { pid: 8 }),
    ]);
    expect(stacks).toEqual([['work 10000'], ['work 20000']]);
  });

  it('leave pieces out that no profile announced', async () => {
    const { issues } = await read([
      profile,
      chunk(10, [2, 2], [0, 1]),
      chunk(11, [2], [1], { id: '0x9' }),
    ]);
    expect(issues).toEqual(['stray-chunk']);
  });

  it('may have pieces without data', async () => {
    const { stacks } = await read([
      profile,
      chunk(9, [], [], { args: {} }),
      chunk(10, [2, 2], [0, 10]),
    ]);
    expect(stacks).toEqual([['work 10000']]);
  });
});

describe('samples over stackFrames', () => {
  const stackFrames = {
    '1': { name: 'root', category: 'root' },
    '2': { name: 'f', category: 'js', parent: 1 },
    toString: { name: 'g', category: 'js', parent: '2' },
    ['__proto__']: { name: 'own' },
  };

  it('last to the next sample of their thread', async () => {
    const { stacks, issues } = await read({
      traceEvents: [{ ph: 'M', name: 'thread_name', pid: 1, tid: 2, args: { name: 'js' } }],
      samples: [
        { ts: '100', pid: 1, tid: 2, sf: 2, weight: '1' },
        { ts: '130', pid: 1, tid: 2, sf: 'toString', weight: '1' },
        { ts: '150', pid: 1, tid: 2, sf: 1, weight: '1' },
      ],
      stackFrames,
    });
    expect(stacks).toEqual([['root;f 30000', 'root;f;g 20000']]);
    expect(issues).toEqual(['no-duration']);
  });

  it('that name a key of every object name no frame', async () => {
    const trace = {
      traceEvents: [],
      samples: [
        { ts: 1, pid: 1, tid: 2, sf: 1 },
        { ts: 2, pid: 1, tid: 2, sf: 'constructor' },
        { ts: 3, pid: 1, tid: 2, sf: 1 },
      ],
      stackFrames,
    };
    const { profiles, issues } = await importProfile(JSON.stringify(trace), {
      format: 'chrome-trace',
    });
    expect(stackLines(profiles[0]!)).toEqual(['root 1000']);
    expect(issueCodes(issues)).toContain('broken-stack');
  });
});
