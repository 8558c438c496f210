import { describe, expect, it } from 'vitest';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { issueCodes } from '../../../../support/issue-codes.ts';
import { stackLines } from '../../../../support/stack-lines.ts';

async function read(file: object) {
  const { format, profiles, issues } = await importProfile(JSON.stringify(file));
  expect(format).toBe('gecko');
  return { profiles, stacks: profiles.map(stackLines), issues: issueCodes(issues) };
}

const meta = { version: 27, preprocessedProfileVersion: 48, interval: 1 };
const stringArray = ['main', 'work', 'libapp.so', 'app.rs'];
const tables = {
  stackTable: { length: 2, prefix: [null, 0], frame: [0, 1] },
  frameTable: { length: 2, func: [0, 1], address: [-1, 64], line: [null, 7] },
  funcTable: {
    length: 2,
    name: [0, 1],
    resource: [-1, 0],
    fileName: [null, 3],
    isJS: [false, false],
  },
  resourceTable: { length: 1, name: [2] },
  stringArray,
};

function thread(samples: object, more: object = {}): object {
  return { name: 'GeckoMain', ...tables, samples, ...more };
}

const samplesOf = (stack: unknown[], more: object = {}): object => ({
  length: stack.length,
  stack,
  time: stack.map((_, i) => i),
  ...more,
});

describe('a processed Firefox or samply profile', () => {
  it('counts one for each sample that has no weight, and says which have no stack', async () => {
    const { stacks, issues } = await read({
      meta,
      threads: [thread(samplesOf([1, null, 0, 1], { weight: null, weightType: 'samples' }))],
    });
    expect([stacks, issues]).toEqual([[['main 1', 'main;work 2']], ['no-stack']]);
  });

  it.each([
    ['samples', 'samples', 3],
    ['tracing-ms', 'nanoseconds', 3e6],
    ['bytes', 'bytes', 3],
    ['bananas', 'count', 3],
  ])('weighed in %s is read as %s', async (weightType, unit, total) => {
    const { profiles } = await read({
      meta,
      threads: [thread(samplesOf([1], { weight: [3], weightType }))],
    });
    expect([profiles[0]!.unit, profiles[0]!.totalWeight]).toEqual([unit, total]);
  });

  it('keeps memory that was freed as negative bytes, and refuses negative samples', async () => {
    const weigh = (weightType: string) =>
      read({
        meta,
        threads: [thread(samplesOf([1, 0], { weight: [-5, 8], weightType }))],
      });
    expect((await weigh('bytes')).stacks).toEqual([['main 8', 'main;work -5']]);
    expect(await weigh('samples')).toMatchObject({
      stacks: [['main 8']],
      issues: ['negative-weight'],
    });
  });

  it('has times as they are, or as steps from one sample to the next', async () => {
    const { profiles } = await read({
      meta,
      threads: [
        thread({ length: 3, stack: [0, 0, 0], time: [100, 101.5, 103] }),
        thread({ length: 3, stack: [0, 0, 0], timeDeltas: [100, 1.5, 1.5] }),
      ],
    });
    for (const { samples } of profiles) expect([...samples.time!]).toEqual([0, 1.5e6, 3e6]);
  });

  it('says where a frame is: file, line, library, address', async () => {
    const { profiles } = await read({ meta, threads: [thread(samplesOf([1]))] });
    expect(profiles[0]!.frames.details).toEqual([
      {},
      { file: 'app.rs', line: 7, library: 'libapp.so', address: '0x40' },
    ]);
  });

  it('may share its tables between threads, as since 2025', async () => {
    const { stringArray: strings, ...shared } = tables;
    const { stacks } = await read({
      meta: { ...meta, preprocessedProfileVersion: 60 },
      shared: { ...shared, stringArray: strings, sources: { length: 0, filename: [] } },
      threads: [
        { name: 'A', samples: samplesOf([0]) },
        { name: 'B', samples: samplesOf([1, 1]) },
      ],
    });
    expect(stacks).toEqual([['main 1'], ['main;work 2']]);
  });

  it('gives allocations beside the samples', async () => {
    const allocations = samplesOf([1, 1], { weight: [64, -64], weightType: 'bytes' });
    const { profiles } = await read({
      meta,
      threads: [thread(samplesOf([0]), { nativeAllocations: allocations })],
    });
    expect(profiles.map(({ name, unit }) => [name, unit])).toEqual([
      ['GeckoMain', 'samples'],
      ['GeckoMain: nativeAllocations', 'bytes'],
    ]);
  });

  it('keeps a thread without samples, empty', async () => {
    const { profiles } = await read({
      meta,
      threads: [thread(samplesOf([])), thread(samplesOf([0]))],
    });
    expect(profiles.map(({ samples }) => samples.length)).toEqual([0, 1]);
  });

  it('is not followed where prefixes go in a circle or out of the table', async () => {
    const stackTable = { length: 4, prefix: [1, 0, 99, null], frame: [0, 1, 0, 17] };
    const { stacks, issues } = await read({
      meta,
      threads: [thread(samplesOf([0, 1, 2, 3, 4, 'x', -1, 1.5]), { stackTable })],
    });
    expect([stacks, issues]).toEqual([[['main 1']], ['broken-stack']]);
  });
});

describe("the browser's own Gecko profile", () => {
  const raw = (name: string, locations: string[]): object => ({
    name,
    samples: { schema: { stack: 0, time: 1 }, data: locations.map((_, i) => [i, i * 2]) },
    stackTable: {
      schema: { prefix: 0, frame: 1 },
      data: locations.map((_, i) => [i === 0 ? null : i - 1, i]),
    },
    frameTable: { schema: { location: 0, line: 1 }, data: locations.map((_, i) => [i]) },
    stringTable: locations,
  });

  it('has rows with a schema, and locations that say name and place', async () => {
    const { profiles, stacks } = await read({
      meta: { version: 9, interval: 1 },
      threads: [raw('GeckoMain', ['(root)', 'onload (http://a.test/x.js:12:3)'])],
      processes: [{ meta: { version: 9 }, threads: [raw('Web', ['(root)'])] }],
    });
    expect(stacks).toEqual([
      ['(root) 1', '(root);onload (http://a.test/x.js:12:3) 1'],
      ['(root) 1'],
    ]);
    expect(profiles[0]!.frames.details[1]).toEqual({ file: 'http://a.test/x.js', line: 12 });
  });

  it('of a DevTools recording shows the page by time, and the browser as well', async () => {
    const { stacks } = await read({
      fileType: 'Recorded Performance Data',
      profile: {
        meta: { version: 9, interval: 1 },
        threads: [
          raw('GeckoMain', [
            '(root)',
            'f (http://a.test/x.js:1)',
            'g (resource://gre/y.js:9)',
            'h (http://a.test/x.js:5)',
          ]),
        ],
      },
    });
    expect(stacks).toEqual([
      ['f 4000000', 'f;h 0'],
      [
        '(root) 1',
        '(root);f (http://a.test/x.js:1) 1',
        '(root);f (http://a.test/x.js:1);g (resource://gre/y.js:9) 1',
        '(root);f (http://a.test/x.js:1);g (resource://gre/y.js:9);h (http://a.test/x.js:5) 1',
      ],
    ]);
  });
});
