import { describe, expect, it } from 'vitest';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import type { Profile } from '../../../../../src/lib/flame/model/profile.ts';
import { issueCodes } from '../../../../support/issue-codes.ts';
import { jfrBytes, type JfrDrawing } from '../../../../support/jfr-bytes.ts';
import { stackLines } from '../../../../support/stack-lines.ts';

async function read(data: Uint8Array | string): Promise<{ profiles: Profile[]; issues: string[] }> {
  const { format, profiles, issues } = await importProfile(data);
  expect(format).toBe('jfr');
  return { profiles, issues: issueCodes(issues) };
}

const stacks = [
  { frames: ['shop/Cart.price:12 JIT compiled', 'shop/Shop.serve:7 Interpreted'] },
  { frames: ['read:0 Kernel', 'libc.so.6.__read:0 Native', 'shop/Shop.serve:9 Inlined'] },
];

const drawing: JfrDrawing = {
  stacks,
  events: [
    { type: 'jdk.ExecutionSample', at: 2, stack: 1, state: 'STATE_RUNNABLE' },
    { type: 'jdk.ExecutionSample', at: 1, stack: 2, state: 'STATE_RUNNABLE' },
    { type: 'jdk.NativeMethodSample', at: 1.5, stack: 2, state: 'STATE_RUNNABLE' },
    { type: 'jdk.ObjectAllocationSample', at: 3, stack: 1, value: 4096 },
    { type: 'jdk.ThreadPark', at: 4, stack: 2, value: 250 },
  ],
};

describe.each([true, false])('a flight recording, its integers compressed: %s', (isCompressed) => {
  const bytes = jfrBytes({ ...drawing, isCompressed });

  it('keeps running, native code, memory and waiting in profiles of their own', async () => {
    const { profiles, issues } = await read(bytes);
    expect(profiles.map((profile) => [profile.name, profile.unit, profile.totalWeight])).toEqual([
      ['execution samples', 'samples', 2],
      ['native method samples', 'samples', 1],
      ['sampled allocations', 'bytes', 4096],
      ['parked threads', 'nanoseconds', 250e6],
    ]);
    expect(issues).toEqual([]);
  });

  it('names methods by their class, and native code by its function and library', async () => {
    const { profiles } = await read(bytes);
    expect(stackLines(profiles[0]!)).toEqual([
      'shop/Shop.serve;__read;read 1',
      'shop/Shop.serve;shop/Cart.price 1',
    ]);
    const { names, details } = profiles[0]!.frames;
    const kinds = Object.fromEntries(names.map((name, index) => [name, details[index]]));
    expect(kinds).toMatchObject({
      'shop/Cart.price': { line: 12, mark: 'jit' },
      __read: { library: 'libc.so.6', mark: 'native' },
      read: { mark: 'kernel' },
    });
  });

  it('orders samples by their times, in nanoseconds from the first', async () => {
    const { samples } = (await read(bytes)).profiles[0]!;
    expect([...samples.time!]).toEqual([0, 1e9]);
  });
});

describe('a flight recording', () => {
  it('keeps waiting threads of a wall clock profile apart from running ones', async () => {
    const states = ['STATE_RUNNABLE', 'STATE_SLEEPING', 'STATE_SLEEPING'];
    const events = states.map((state, at) => ({
      type: 'jdk.ExecutionSample',
      at,
      stack: 1,
      state,
    }));
    const { profiles } = await read(jfrBytes({ stacks, events }));
    expect(profiles.map(({ name, totalWeight }) => [name, totalWeight])).toEqual([
      ['execution samples', 1],
      ['execution samples (waiting)', 2],
    ]);
  });

  it('says how many stacks the recorder cut', async () => {
    const cut = stacks.map((stack) => ({ ...stack, truncated: true }));
    const { issues } = await read(jfrBytes({ ...drawing, stacks: cut }));
    expect(issues).toContain('truncated-stacks');
  });

  it('is read chunk by chunk, each with keys of its own', async () => {
    const other = jfrBytes({ ...drawing, stacks: [...stacks].reverse() });
    const both = new Uint8Array([...jfrBytes(drawing), ...other]);
    const { profiles } = await read(both);
    expect(stackLines(profiles[0]!)).toEqual([
      'shop/Shop.serve;__read;read 2',
      'shop/Shop.serve;shop/Cart.price 2',
    ]);
  });

  it('gives the chunks before one that is damaged, and says where that begins', async () => {
    const whole = jfrBytes(drawing);
    const { profiles, issues } = await importProfile(
      new Uint8Array([...whole, ...whole.slice(0, -40)]),
    );
    expect(profiles[0]!.totalWeight).toBeGreaterThanOrEqual(2);
    expect(issues).toMatchObject([{ code: 'bad-chunk' }]);
    expect(issues[0]!.byte).toBeGreaterThan(whole.length);
  });

  it('is refused with advice where nothing can be read', async () => {
    const whole = jfrBytes(drawing);
    for (let length = 5; length < whole.length; length += 7) {
      await expect(importProfile(whole.slice(0, length))).rejects.toMatchObject({
        name: 'ImportError',
        code: 'truncated',
        advice: expect.stringContaining('jfr summary') as string,
      });
    }
  });

  it('is refused where it has no samples', async () => {
    const bytes = jfrBytes({ stacks, events: [] });
    await expect(importProfile(bytes)).rejects.toMatchObject({ code: 'no-samples' });
  });
});

describe('the text of jfr print', () => {
  const text = `jdk.CPULoad {
  startTime = 10:00:00.000
  jvmUser = 12.00%
}

jdk.ExecutionSample {
  startTime = 10:00:00.010
  sampledThread = "worker; "q" <1>" (javaThreadId = 15)
  state = "STATE_RUNNABLE"
  stackTrace = [
    shop.Cart.price(List, int) line: 12
    shop.Shop.serve() line: 7
  ]
}

jdk.ExecutionSample {
  startTime = 10:00:00.030
  state = "STATE_RUNNABLE"
  stackTrace = [
    shop.Cart.price(List, int) line: 14
    ...
  ]
}
`;

  it('is read as samples, and stacks that it cuts are said', async () => {
    const { profiles, issues } = await read(text);
    expect(profiles.map(({ name }) => name)).toEqual(['execution samples']);
    expect(stackLines(profiles[0]!)).toEqual([
      'shop.Cart.price 1',
      'shop.Shop.serve;shop.Cart.price 1',
    ]);
    expect(issues).toEqual(['truncated-stacks']);
  });
});
