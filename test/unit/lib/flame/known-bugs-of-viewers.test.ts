import { describe, expect, it } from 'vitest';
import {
  applyTransforms,
  buildCallTree,
  buildFlameChart,
  callersAndCallees,
  changeOf,
  describeChange,
  diffProfiles,
  displayName,
  expressionOf,
  findNode,
  functionTotals,
  importProfile,
  layOutSandwich,
  pathOf,
  ProfileBuilder,
  searchFrames,
  toFolded,
} from '../../../../src/lib/flame/index.ts';
import type { Profile } from '../../../../src/lib/flame/index.ts';
import { profileOf } from '../../../support/profile-of.ts';
import { stackLines } from '../../../support/stack-lines.ts';

/**
 * Mistakes that well known viewers and converters make, or made. Most are tested where the matter
 * is (formats, search, differences…); here are those that belong to no one place.
 */

const rowOf = (tree: ReturnType<typeof buildCallTree>, name: string): number =>
  Array.from(tree.frame).findIndex((_, row) => tree.nameOf(row) === name);

describe('what a file is', () => {
  const speedscope = JSON.stringify({
    $schema: 'https://www.speedscope.app/file-format-schema.json',
    shared: { frames: [{ name: 'a' }] },
    profiles: [{ type: 'sampled', name: 'x', unit: 'none', samples: [[0]], weights: [1] }],
  });

  it.each(['Profile-20260101T000000', 'x.chrome.json', 'x.cpuprofile', 'x.heapprofile', 'x.pb.gz'])(
    'is not told by its name: %s that holds something else',
    async (fileName) => {
      expect((await importProfile(speedscope, { fileName })).format).toBe('speedscope');
      // The second could be many things, and is least like what its name says.
      for (const text of ['main;a 1\n', 'idle 1\nwork 2\n']) {
        expect((await importProfile(text, { fileName })).format).toBe('folded');
      }
    },
  );

  it('is not told by less than a whole magic number: a name may begin with FLR', async () => {
    const { format, profiles } = await importProfile('FLR 3\nidle 1\n');
    expect([format, stackLines(profiles[0]!)]).toEqual(['folded', ['FLR 3', 'idle 1']]);
  });

  it('is said where it is a binary report of simpleperf, which other readers half read', async () => {
    await expect(importProfile('SIMPLEPERF\x01\x00rest')).rejects.toMatchObject({
      code: 'not-a-profile',
      advice: expect.stringContaining('report_sample.py') as string,
    });
  });

  it('is said where its text is longer than a string can be, which stops readers that decode it whole', async () => {
    const head = '{"$schema":"https://www.speedscope.app/file-format-schema.json","name":"';
    const bytes = new Uint8Array(0x1fffffe8 + 1).fill(0x61);
    bytes.set(new TextEncoder().encode(head));
    await expect(importProfile(bytes)).rejects.toMatchObject({
      code: 'too-large',
      byte: 0x1fffffe8,
      said: { values: [bytes.length] },
      advice: expect.stringContaining('Fold its stacks') as string,
    });
  });
});

describe('index 0', () => {
  it('is not taken for "not known yet": the first frame and stack are made once', () => {
    const builder = new ProfileBuilder();
    for (let i = 0; i < 3; i++) builder.sample(builder.stack(-1, builder.frame('first')), 1);
    const profile = builder.build('zero', 'samples');
    expect([profile.frames.length, profile.stacks.length]).toEqual([1, 1]);
  });

  it('is not taken for "not known yet" of a frame with a place either', () => {
    const builder = new ProfileBuilder();
    const place = { file: 'a.c', line: 1 };
    for (let i = 0; i < 3; i++) builder.sample(builder.stack(-1, builder.frame('first', place)), 1);
    const profile = builder.build('zero', 'samples');
    expect([profile.frames.length, profile.stacks.length]).toEqual([1, 1]);
  });

  it('of a name in a file is a frame like any other, in every profile of the file', async () => {
    const profile = { type: 'sampled', name: 'x', unit: 'none', weights: [1, 2] };
    const { profiles } = await importProfile(
      JSON.stringify({
        $schema: 'https://www.speedscope.app/file-format-schema.json',
        shared: { frames: [{ name: '(unknown)' }, { name: 'b' }] },
        profiles: [
          { ...profile, samples: [[0], [0, 1]] },
          { ...profile, samples: [[0, 0], [1]] },
        ],
      }),
    );
    expect(profiles.map(stackLines)).toEqual([
      ['(unknown) 1', '(unknown);b 2'],
      ['(unknown);(unknown) 1', 'b 2'],
    ]);
    const [first] = profiles;
    expect(first!.frames.names.filter((name) => name === '(unknown)')).toHaveLength(1);
  });
});

describe('a profile that is looked at', () => {
  it('is not changed by search, order, transforms, or being compared', () => {
    const drawing = 'main;a;B 3\nmain;a 1\nmain;c;c 2\nlib`x;lib`y 1\nother 1';
    const profile = profileOf(drawing, { time: true });
    const later = profileOf('main;a;New 3\nother 1');
    const seen = JSON.stringify([profile, later]);
    for (const order of ['name', 'weight', 'time'] as const) {
      for (const inverted of [false, true]) {
        searchFrames(buildCallTree(profile, { order, inverted }), 'a');
      }
    }
    applyTransforms(profile, [
      { kind: 'drop', frame: 'other' },
      { kind: 'hide', frame: 'a' },
      { kind: 'collapse-recursion', frame: '' },
    ]);
    for (const step of [
      { kind: 'merge', frame: 'lib' },
      { kind: 'focus', frame: 'a' },
      { kind: 'focus', frame: 'c', path: ['main'] },
      { kind: 'collapse-recursion', frame: 'c' },
    ] as const) {
      applyTransforms(profile, [step]);
    }
    diffProfiles(profile, profile, { normalize: 'total' });
    diffProfiles(profile, later, { normalize: 'total', width: 'after' });
    diffProfiles(later, profile, { normalize: 'none', order: 'weight' });
    layOutSandwich(callersAndCallees(profile, 'c'));
    buildFlameChart(profile);
    functionTotals(profile);
    expect(JSON.stringify([profile, later])).toBe(seen);
  });
});

describe('wide and heavy graphs', () => {
  it('may have a caller of 200,000 callees: nothing is spread onto the stack', () => {
    const builder = new ProfileBuilder();
    const main = builder.stack(-1, builder.frame('main'));
    for (let i = 0; i < 200_000; i++) {
      builder.sample(builder.stack(main, builder.frame(`f${i}`)), 1 + (i % 3));
    }
    const profile = builder.build('wide', 'samples');
    for (const order of ['name', 'weight', 'time'] as const) {
      const tree = buildCallTree(profile, { order });
      expect([tree.size, tree.total[0], tree.maxDepth]).toEqual([200_001, profile.totalWeight, 2]);
    }
    expect(buildCallTree(profile, { inverted: true }).maxDepth).toBe(2);
    expect(functionTotals(profile)).toHaveLength(200_001);
    expect(toFolded(profile).split('\n').length).toBeGreaterThan(200_000);
  });

  it('keep the left edge of every frame exact, beyond what 32 bits hold', () => {
    const heavy = 2 ** 40;
    const tree = buildCallTree(profileOf(`a ${heavy}\nb 1\nc 1\nd 1`));
    expect([...tree.start]).toEqual([0, heavy, heavy + 1, heavy + 2]);
    expect([...tree.total]).toEqual([heavy, 1, 1, 1]);
  });
});

describe('a difference', () => {
  const none = profileOf('main;a 999\nmain;b 1');
  const after = profileOf('main;a 98\nmain;c 1\nmain;b 1');

  it('does not cut scaled weights down to whole numbers, where rare frames vanish', () => {
    const tree = diffProfiles(none, after, { normalize: 'total' });
    const rare = rowOf(tree, 'b');
    expect(tree.before.total(rare)).toBeCloseTo(0.1);
    expect(tree.statusOf(rare)).toBe('common');
  });

  it('has a number for what is new, what is gone, and what is too small to show', () => {
    const tiny = profileOf('main;a 10000000\nmain;b 1\nmain;gone 1');
    const same = profileOf('main;a 10000000\nmain;b 2\nmain;new 1');
    const tree = diffProfiles(tiny, same, { normalize: 'total' });
    for (let row = 0; row < tree.size; row++) {
      for (const measure of ['total', 'self'] as const) {
        const change = changeOf(tree, row, measure);
        expect(Number.isFinite(change.change)).toBe(true);
        expect(Number.isFinite(change.drawn)).toBe(true);
        for (const locale of ['en', 'zh'] as const) {
          expect(describeChange(change, locale)).not.toMatch(/Infinity|NaN|∞/);
        }
      }
    }
  });

  it('colours a caller by what changed below it, not by its own leaf weight alone', () => {
    const tree = diffProfiles(profileOf('m;a 4\nm 6'), profileOf('m;a 9\nm 6'), {
      normalize: 'none',
    });
    expect(changeOf(tree, 0, 'total').drawn).toBeGreaterThan(0);
    expect(changeOf(tree, 0, 'self').drawn).toBe(0);
  });

  it('is normalised by what was sampled, not by the sampling interval: a longer run is not redder', () => {
    const twice = profileOf('main;a 1998\nmain;b 2');
    const tree = diffProfiles(none, twice, { normalize: 'total' });
    expect(Math.max(...tree.totalChange.map(Math.abs))).toBe(0);
  });
});

describe('a link to a frame', () => {
  it('is by its path, so that it survives another recording, order and size', () => {
    const monday = buildCallTree(
      profileOf('main;load;parse 8\nmain;serve;parse 5\nmain;serve;read 9\nmain;idle 2'),
    );
    const path = ['main', 'serve', 'parse'];
    const rows = Array.from(monday.frame, (_, row) => row);
    const link = expressionOf(
      monday,
      rows.find((row) => `${pathOf(monday, row)}` === `${path}`)!,
    );
    const friday: Profile = profileOf(
      'boot 70\nmain;accept 30\nmain;load;parse 900\nmain;serve;parse 500\nmain;serve;read 1\nzlib 4',
    );
    for (const order of ['name', 'weight'] as const) {
      const tree = buildCallTree(friday, { order });
      const row = findNode(tree, link);
      expect(row === undefined ? undefined : pathOf(tree, row)).toEqual(path);
    }
  });
});

describe('a name', () => {
  it('is kept as the file has it, mangled or not: only what is shown is shortened', async () => {
    const names = [
      '_ZN3foo3barEv',
      '_RNvCs1234_7mycrate3foo',
      'core::fmt::write::h0123456789abcdef',
    ];
    const { profiles } = await importProfile(`${names.join(';')} 1\n`);
    expect(profiles[0]!.frames.names).toEqual(names);
    expect(names.map((name) => displayName(name))).toEqual([
      'foo::bar',
      'mycrate::foo',
      'core::fmt::write',
    ]);
  });

  it('of Rust, version 0, is demangled where a library stands before it, as DTrace writes', () => {
    expect(displayName('app`_RNvCs1234_7mycrate3foo')).toBe('mycrate::foo');
  });

  it('that only looks like a hash is not cut off', () => {
    for (const name of ['color::hface', 'a::h12', 'a::hello_world', 'a::h0123456789abcdeg']) {
      expect(displayName(name)).toBe(name);
    }
  });

  it('is cut at its arguments, not at the first bracket', () => {
    expect(displayName('foo<(some_enum)0>::bar(int)')).toMatch(/^foo<.*>::bar$/);
    expect(displayName('(anonymous namespace)::f(int)')).toBe('(anonymous namespace)::f');
  });

  it('has every mark of its collapser as a kind, and not only that of JIT code', async () => {
    const marks = ['k', 'j', 'i', 'w', '0', '1'];
    const { profiles } = await importProfile(`${marks.map((mark) => `f_[${mark}]`).join(';')} 1`);
    expect(profiles[0]!.frames.details.map((detail) => detail?.mark)).toEqual([
      'kernel',
      'jit',
      'inlined',
      'waker',
      'interpreted',
      'c1',
    ]);
  });

  it('that is a line of a separator is a frame: no stack is torn at it', async () => {
    const { profiles } = await importProfile('a;--;b_[k] 2\na;-;c 1\n');
    expect(stackLines(profiles[0]!)).toEqual(['a;--;b_[k] 2', 'a;-;c 1']);
  });
});

describe('the time of an evented profile', () => {
  it('begins at its start value: nothing is charged for the time before', async () => {
    const { profiles } = await importProfile(
      JSON.stringify({
        $schema: 'https://www.speedscope.app/file-format-schema.json',
        shared: { frames: [{ name: 'a' }, { name: 'b' }] },
        profiles: [
          {
            type: 'evented',
            name: 'x',
            unit: 'nanoseconds',
            startValue: 1000,
            endValue: 1010,
            events: [
              { type: 'O', frame: 0, at: 1002 },
              { type: 'O', frame: 1, at: 1004 },
              { type: 'C', frame: 1, at: 1005 },
              { type: 'C', frame: 0, at: 1010 },
            ],
          },
        ],
      }),
    );
    expect(stackLines(profiles[0]!)).toEqual(['a 7', 'a;b 1']);
    expect([...profiles[0]!.samples.time!]).toEqual([0, 2, 3]);
  });
});
