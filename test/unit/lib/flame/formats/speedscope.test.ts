import { describe, expect, it } from 'vitest';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { issueCodes } from '../../../../support/issue-codes.ts';
import { stackLines } from '../../../../support/stack-lines.ts';

const frames = ['a', 'b', 'c'].map((name) => ({ name }));

async function read(profile: object, shared: object = { frames }) {
  const file = {
    $schema: 'https://www.speedscope.app/file-format-schema.json',
    shared,
    profiles: [{ name: 'one', startValue: 0, endValue: 0, ...profile }],
  };
  const { profiles, issues } = await importProfile(JSON.stringify(file));
  return { profile: profiles[0]!, stacks: stackLines(profiles[0]!), issues: issueCodes(issues) };
}

const sampled = (samples: unknown, weights: unknown, unit = 'none') =>
  read({ type: 'sampled', unit, samples, weights });

const evented = (events: string, endValue = 0) =>
  read({
    type: 'evented',
    unit: 'none',
    endValue,
    events: [...events.matchAll(/(\S+) ([OC])(\d)/g)].map(([, at, type, frame]) => ({
      type,
      frame: Number(frame),
      at: Number(at),
    })),
  });

describe('a sampled profile of speedscope', () => {
  it.each([
    ['seconds', 'nanoseconds', 2e9],
    ['milliseconds', 'nanoseconds', 2e6],
    ['microseconds', 'nanoseconds', 2e3],
    ['nanoseconds', 'nanoseconds', 2],
    ['bytes', 'bytes', 2],
    ['none', 'count', 2],
  ])('in %s is read as %s', async (unit, expected, weight) => {
    const { profile } = await sampled([[0]], [2], unit);
    expect([profile.unit, profile.totalWeight]).toEqual([expected, weight]);
  });

  it('has lists of frames that begin at the root', async () => {
    const { stacks } = await sampled([[0, 1], [0, 1, 2], [2]], [1, 2, 3]);
    expect(stacks).toEqual(['a;b 1', 'a;b;c 2', 'c 3']);
  });

  it('in a unit that nobody knows is counted, and that is said', async () => {
    const { profile, issues } = await sampled([[0]], [2], 'fortnights');
    expect([profile.unit, profile.totalWeight, issues]).toEqual(['count', 2, ['assumed-unit']]);
  });

  it('has no time in its total where nothing ran, but a gap', async () => {
    const { profile, issues } = await sampled([[0], [], [0, 1]], [1, 5, 2], 'nanoseconds');
    expect(profile.totalWeight).toBe(3);
    expect([...profile.samples.time!]).toEqual([0, 6]);
    expect(issues).toEqual(['no-stack']);
  });

  it('keeps samples of weight 0 and leaves out those below or that are no number', async () => {
    const { stacks, issues } = await sampled([[0], [1], [2], [2]], [0, -1, 'x', null]);
    expect(stacks).toEqual(['a 0']);
    expect(issues).toEqual(['negative-weight', 'bad-weight']);
  });

  it('loses only the samples whose frames are not in the list', async () => {
    const { stacks, issues } = await sampled(
      [[0], [0, 3], [1.5], ['0'], 7, [-1]],
      [1, 1, 1, 1, 1, 1],
    );
    expect([stacks, issues]).toEqual([['a 1'], ['broken-stack']]);
  });

  it('is read as far as both its lists go', async () => {
    const { stacks, issues } = await sampled([[0], [1]], [4]);
    expect([stacks, issues]).toEqual([['a 4'], ['unequal-lengths']]);
  });

  it('without weights counts its samples', async () => {
    const { stacks, issues } = await sampled([[0], [0]], undefined);
    expect([stacks, issues]).toEqual([['a 2'], ['no-weight']]);
  });

  it('keeps file and line of frames, and frames of one name in two files apart', async () => {
    const shared = {
      frames: [
        { name: 'new', file: 'a.rs', line: 3 },
        { name: 'new', file: 'b.rs' },
        { name: 'new', file: '', line: 0 },
      ],
    };
    const { profile } = await read(
      { type: 'sampled', unit: 'none', samples: [[0], [1], [2]], weights: [1, 1, 1] },
      shared,
    );
    expect(profile.frames.details).toEqual([
      { file: 'a.rs', line: 3 },
      { file: 'b.rs' },
      undefined,
    ]);
  });
});

describe('an evented profile of speedscope', () => {
  it('gives each stretch to the frames that are open', async () => {
    const { stacks, issues } = await evented('0 O0, 1 O1, 3 C1, 7 C0');
    expect([stacks, issues]).toEqual([['a 5', 'a;b 2'], []]);
  });

  it('closes what was left open at its end value', async () => {
    const { stacks, issues } = await evented('0 O0, 2 O1', 5);
    expect([stacks, issues]).toEqual([['a 2', 'a;b 3'], ['unclosed']]);
  });

  it('says where events go back in time, close nothing, or do not nest', async () => {
    expect((await evented('0 O0, 5 O1, 3 C1, 6 C0')).issues).toEqual(['out-of-order']);
    expect((await evented('0 O0, 1 C1, 6 C0')).issues).toEqual(['unmatched-close']);
    const { stacks, issues } = await evented('0 O0, 2 O1, 3 C0, 6 C1');
    expect([stacks, issues]).toEqual([['a 2', 'a;b 1', 'b 3'], ['not-nested']]);
  });

  it('leaves out events without a place in time', async () => {
    const { stacks, issues } = await read({
      type: 'evented',
      unit: 'none',
      events: [
        { type: 'O', frame: 0, at: 0 },
        { type: 'O', frame: 1, at: 1e300 },
        { type: 'X', frame: 1, at: 2 },
        null,
        { type: 'C', frame: 0, at: 4 },
      ],
    });
    expect(stacks).toEqual(['a 4']);
    expect(issues).toEqual(['bad-event', 'bad-event', 'bad-event']);
  });
});

describe('a speedscope file', () => {
  it('holds several profiles over the same frames', async () => {
    const file = {
      $schema: 'https://www.speedscope.app/file-format-schema.json',
      shared: { frames },
      profiles: [
        { type: 'sampled', name: 'p', unit: 'none', samples: [[0]], weights: [1] },
        { type: 'weird', name: 'q' },
        { type: 'sampled', name: 'r', unit: 'none', samples: [[2]], weights: [3] },
      ],
    };
    const { profiles, issues } = await importProfile(JSON.stringify(file));
    expect(profiles.map((profile) => [profile.name, ...stackLines(profile)])).toEqual([
      ['p', 'a 1'],
      ['r', 'c 3'],
    ]);
    expect(issues).toMatchObject([{ code: 'unknown-profile' }]);
  });

  it('without any sample is refused', async () => {
    await expect(sampled([], [])).rejects.toMatchObject({ code: 'no-samples' });
    await expect(sampled([[9]], [1])).rejects.toThrow(/not in the file/);
  });
});
