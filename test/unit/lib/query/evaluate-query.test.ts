import { describe, expect, it } from 'vitest';
import {
  evaluateCheck,
  evaluateQuery,
  findPaths,
  formatResult,
  numberOf,
} from '../../../../src/lib/query/index.ts';
import type { Check, Query } from '../../../../src/lib/query/index.ts';
import { profileOf } from '../../../support/profile-of.ts';
import { shareThese } from '../../../support/share-these.ts';

const server = profileOf(`
  main;serve;parse          3
  main;serve;libc\`write    5
  main;serve;serve;parse    2
  main;idle;libc\`wait      6
  main                      4
`);
const number = (query: Query) => numberOf(query, evaluateQuery(server, query));
const name = (query: Query) => {
  const result = evaluateQuery(server, query);
  return result.kind === 'frame' ? result.frame.name : result.kind;
};
const names = (query: Query) => {
  const result = evaluateQuery(server, query);
  return result.kind === 'frames'
    ? result.frames.map((frame) => frame.name).join(' ')
    : result.kind;
};

describe('weights', () => {
  it('knows how many samples there are', () => {
    expect(number({ samples: true })).toBe(20);
  });

  it('adds the self weight of a function over all places where it runs', () => {
    expect(number({ self: 'parse' })).toBe(5);
  });

  it('counts a sample once for a recursive function', () => {
    expect(number({ total: 'serve' })).toBe(10);
  });

  it('takes a function by the end of its name', () => {
    expect(number({ self: 'write' })).toBe(5);
  });

  it('takes libraries, patterns and literal text', () => {
    expect(number({ self: { library: 'libc' } })).toBe(11);
    expect(number({ self: { match: '/^libc`w/' } })).toBe(11);
    expect(number({ total: { match: 'SERVE' } })).toBe(10);
  });

  it('counts what stands under a frame, and what does not', () => {
    expect(number({ self: { library: 'libc', under: 'idle' } })).toBe(6);
    expect(number({ self: { library: 'libc', except: 'wait' } })).toBe(5);
    expect(number({ self: { path: 'serve > serve > parse' } })).toBe(2);
  });

  it('tells what a frame calls itself from what stands deeper', () => {
    expect(number({ self: { match: 'parse', under: { path: 'main > serve' } } })).toBe(5);
    expect(number({ self: { match: 'parse', calledBy: { path: 'main > serve' } } })).toBe(3);
    expect(() => number({ self: { match: 'parse', calledBy: 'idle' } })).toThrow('finds no frame');
  });

  it('takes the share of a base, whichever of the two is the caller', () => {
    expect(number({ share: { self: 'parse', of: 'serve' } })).toBe(0.5);
    expect(number({ share: { total: 'main', of: 'serve' } })).toBe(1);
    expect(number({ share: { total: 'parse', of: 'serve' } })).toBe(0.5);
  });

  it('calculates with weights and keeps their base', () => {
    const sum = evaluateQuery(server, { sum: [{ self: 'write' }, { self: 'wait' }] });
    expect(formatResult(sum, 'share', 'en')).toBe('55%');
    expect(number({ difference: [{ self: 'wait' }, { self: 'write' }] })).toBe(1);
    expect(number({ ratio: [{ total: 'serve' }, { self: 'write' }] })).toBe(2);
    expect(number({ ratio: [{ samples: true }, 100] })).toBe(0.2);
    expect(number({ speedup: { total: 'serve' } })).toBe(2);
  });

  it('tests whether two shares differ by chance alone', () => {
    const before = profileOf('hot 22\nrest 28');
    const after = profileOf('hot 15\nrest 35');
    const chance: Query = { chance: [{ self: 'hot' }, { after: { self: 'hot' } }] };
    expect(numberOf(chance, evaluateQuery(before, chance, { after }))).toBeCloseTo(0.147, 3);
  });

  it('asks the second profile of a comparison', () => {
    const after = profileOf('main;serve 4');
    const query: Query = { difference: [{ after: { samples: true } }, { samples: true }] };
    expect(evaluateQuery(server, query, { after })).toEqual({ kind: 'number', value: -16 });
    expect(() => evaluateQuery(server, query)).toThrow('no second profile');
  });
});

describe('counts', () => {
  it('counts boxes, functions, leaves, stacks and children', () => {
    expect(number({ count: 'frames' })).toBe(8);
    expect(number({ count: 'functions' })).toBe(6);
    expect(number({ count: 'leaves' })).toBe(4);
    expect(number({ count: 'stacks' })).toBe(5);
    expect(number({ count: 'stacks', where: 'parse' })).toBe(
      number({ count: 'frames', where: 'parse' }),
    );
    expect(number({ count: 'stacks', where: 'main' })).toBe(1);
    expect(number({ count: 'stacks', where: 'idle' })).toBe(0);
    expect(number({ count: 'children', where: 'main' })).toBe(2);
  });

  it('counts what is wider than a frame or a share', () => {
    expect(number({ count: 'frames', widerThan: { path: 'idle' } })).toBe(2);
    expect(number({ count: 'frames', widerThan: { share: 0.25 } })).toBe(4);
  });

  it('counts the frames of the deepest stack and of the way to a box', () => {
    expect(number({ depth: true })).toBe(4);
    expect(number({ depth: { path: 'idle' } })).toBe(2);
  });
});

describe('frames', () => {
  it('ranks functions by self and by total', () => {
    expect(name({ frame: { rank: 'self', nth: 1 } })).toBe('libc`wait');
    expect(name({ frame: { rank: 'total', nth: 2 } })).toBe('serve');
  });

  it('ranks boxes by width, and takes only wide ones', () => {
    expect(name({ frame: { rank: 'box', nth: 3, among: { match: 'e' } } })).toBe('libc`write');
    expect(names({ frames: { match: '/^[ms]/', widerThan: { path: 'libc`write' } } })).toBe(
      'main serve',
    );
  });

  it('refuses a rank that two functions share, unless both are wanted', () => {
    expect(() => name({ frame: { rank: 'self', nth: 2 } })).toThrow('weigh the same');
    expect(names({ functions: { rank: 'self', nth: 2, ties: true } })).toBe('libc`write parse');
  });

  it('finds leaves, callers, callees and chains', () => {
    expect(name({ frame: { leafOf: 'serve' } })).toBe('libc`write');
    expect(name({ frame: { parentOf: 'wait' } })).toBe('idle');
    expect(names({ frames: { childrenOf: 'main' } })).toBe('serve idle');
    expect(names({ chain: 'wait' })).toBe('main idle libc`wait');
    expect(findPaths(server, { path: 'idle > wait' })).toEqual([';main;idle;libc`wait']);
  });
});

describe('a query that cannot be answered names itself', () => {
  it.each<[Query, string]>([
    [{ self: 'nowhere' }, '"nowhere": finds no frame'],
    [{ self: { match: '/(/' } }, '{match: "/(/"}'],
    [{ frame: { library: 'libc' } }, 'finds 2 functions'],
    [{ frame: { rank: 'self', nth: 9 } }, 'there are only 6'],
    [{ self: { path: '' } }, 'whole graph'],
    [{ share: { count: 'frames' } }, 'only a weight has a share'],
    [{ selv: 'main' } as unknown as Query, 'is no query'],
    [{ self: { libary: 'libc' } } as unknown as Query, 'is no selector'],
  ])('%j', (query, message) => {
    expect(() => evaluateQuery(server, query)).toThrow(message);
  });

  it('refuses a function that could be either of two', () => {
    const two = profileOf('a::run 1\nb::run 1');
    expect(() => evaluateQuery(two, { self: 'run' })).toThrow('may be any of a::run, b::run');
  });

  it('refuses an interval for what is no count of samples', () => {
    const timed = profileOf('main 1', { unit: 'nanoseconds' });
    expect(() => evaluateQuery(timed, { low: { self: 'main' } })).toThrow('not for nanoseconds');
  });
});

describe('checks', () => {
  it.each<[Check, boolean]>([
    [{ greater: [{ self: 'wait' }, { self: 'write' }] }, true],
    [{ less: [{ self: 'wait' }, 6] }, false],
    [{ atMost: [{ self: 'wait' }, 6] }, true],
    [{ atLeast: [{ share: { self: 'wait' } }, 0.31] }, false],
    [{ equal: [{ share: { self: 'wait' } }, 0.3] }, true],
    [{ inside: ['parse', 'serve'] }, true],
    [{ inside: ['write', 'idle'] }, false],
    [{ exists: 'nowhere' }, false],
    [{ caution: 'too-few-samples' }, true],
    [{ caution: 'missing-symbols' }, false],
    [{ not: { exists: 'nowhere' } }, true],
  ])('%j is %s', (check, holds) => {
    expect(evaluateCheck(server, check)).toBe(holds);
  });
});

describe('the figures of the guide’s own profile', async () => {
  const profile = await shareThese();
  const kernel = { self: { library: 'libsystem_kernel.dylib' } };
  const say = (query: Query, form: Parameters<typeof formatResult>[1]) =>
    formatResult(evaluateQuery(profile, query), form, 'en');

  it('are those of the dossier', () => {
    expect(say(kernel, 'share')).toBe('66%');
    expect(say(kernel, 'of')).toBe('33/50');
    expect(say(kernel, 'interval')).toBe('52.2–77.6%');
    expect(say({ self: '__psynch_cvsignal' }, 'weight')).toBe('8 samples');
    expect(say({ frame: { rank: 'self', nth: 1 } }, 'name')).toBe('__psynch_cvsignal');
    const connection = { path: 'run_task > WithGracefulShutdown' };
    expect(say({ total: connection }, 'share')).toBe('44%');
    expect(say({ self: connection }, 'weight')).toBe('0 samples');
    expect(say({ count: 'frames', widerThan: connection }, 'count')).toBe('9');
    expect(say({ total: { match: 'WithGracefulShutdown' } }, 'share')).toBe('48%');
    const calls: Query = { count: 'leaves', where: { library: 'libsystem_kernel.dylib' } };
    expect(say(calls, 'count')).toBe('11');
    expect(say({ count: 'stacks' }, 'count')).toBe('32');
    expect(say({ total: 'UnownedTask<S>::run' }, 'count')).toBe('39');
  });
});
