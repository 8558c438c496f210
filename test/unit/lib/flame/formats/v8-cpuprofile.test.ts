import { describe, expect, it } from 'vitest';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { issueCodes } from '../../../../support/issue-codes.ts';
import { stackLines } from '../../../../support/stack-lines.ts';

interface NodeOptions {
  readonly hitCount?: number;
  readonly parent?: unknown;
  readonly url?: string;
  readonly lineNumber?: number;
}

function node(id: unknown, functionName: string, children: unknown[], options: NodeOptions = {}) {
  const { hitCount = 0, parent, url = '', lineNumber = -1 } = options;
  return {
    id,
    callFrame: { functionName, scriptId: '1', url, lineNumber, columnNumber: 0 },
    hitCount,
    children,
    ...(parent === undefined ? {} : { parent }),
  };
}

/** (root) over main over work, and the garbage collector beside main. */
const nodes = [
  node(1, '(root)', [2, 4]),
  node(2, 'main', [3], { url: 'file:///app.js', lineNumber: 0 }),
  node(3, 'work', []),
  node(4, '(garbage collector)', []),
];

async function read(file: object) {
  const { format, profiles, issues } = await importProfile(JSON.stringify(file));
  expect(format).toBe('v8-cpuprofile');
  return { profiles, stacks: profiles.map(stackLines), issues: issueCodes(issues) };
}

describe('a .cpuprofile', () => {
  it('weighs a sample by the time to the next one, not by the time before it', async () => {
    const { profiles, stacks } = await read({
      nodes,
      samples: [2, 3, 2],
      timeDeltas: [900, 10, 30],
    });
    expect(stacks[1]).toEqual(['main 10000', 'main;work 30000']);
    expect(profiles.map(({ unit }) => unit)).toEqual(['samples', 'nanoseconds']);
    expect([...profiles[0]!.samples.time!]).toEqual([0, 10_000, 40_000]);
  });

  it('is no longer than its recording where a delta is negative', async () => {
    const { profiles } = await read({
      nodes,
      samples: [2, 3, 2, 3],
      timeDeltas: [0, 100, -40, 60],
    });
    const [, byTime] = profiles;
    expect(byTime!.totalWeight).toBe(120_000); // with -40 taken as 0 it would be 160
    expect([...byTime!.samples.time!]).toEqual([0, 100_000, 100_000, 120_000]);
  });

  it('does not take hit counts for time, nor for more than samples say', async () => {
    const { profiles } = await read({
      nodes: [node(1, '(root)', [2]), node(2, 'main', [], { hitCount: 50 })],
      samples: [2, 2],
      timeDeltas: [0, 10],
    });
    expect(profiles[0]!.totalWeight).toBe(2);
  });

  it('with hit counts alone counts them', async () => {
    const { stacks } = await read({
      nodes: [
        node(1, '(root)', [2]),
        node(2, 'main', [3], { hitCount: 2 }),
        node(3, 'work', [], { hitCount: 5 }),
      ],
    });
    expect(stacks).toEqual([['main 2', 'main;work 5']]);
  });

  it('keeps collections, idling and native code beside the calls, where the file has them', async () => {
    const states = ['(garbage collector)', '(idle)', '(program)'];
    const { stacks, issues } = await read({
      nodes: [
        node(1, '(root)', [2, 4, 5, 6]),
        node(2, 'main', [3]),
        node(3, 'work', []),
        ...states.map((name, index) => node(4 + index, name, [])),
      ],
      samples: [3, 4, 3, 5, 6],
      timeDeltas: [0, 1, 1, 1, 1],
    });
    expect(stacks[0]).toEqual([...states.map((name) => `${name} 1`), 'main;work 2']);
    expect(issues).toEqual([]);
  });

  it('counts lines from 1', async () => {
    const { profiles } = await read({ nodes, samples: [2], timeDeltas: [0] });
    expect(profiles[0]!.frames.details).toEqual([{ file: 'file:///app.js', line: 1 }]);
  });

  it('keeps anonymous functions of two places apart', async () => {
    const { profiles, stacks } = await read({
      nodes: [
        node(1, '(root)', [2, 3]),
        node(2, '', [], { url: 'a.js', lineNumber: 4 }),
        node(3, '', [], { url: 'b.js', lineNumber: 9 }),
      ],
      samples: [2, 3],
      timeDeltas: [0, 1],
    });
    expect(stacks[0]).toEqual(['(anonymous) 2']);
    expect(profiles[0]!.frames.details).toEqual([
      { file: 'a.js', line: 5 },
      { file: 'b.js', line: 10 },
    ]);
  });

  it('keeps a function that is called "(root)" but is not the root', async () => {
    const { stacks } = await read({
      nodes: [node(1, '(root)', [2]), node(2, '(root)', [])],
      samples: [2],
      timeDeltas: [0],
    });
    expect(stacks[0]).toEqual(['(root) 1']);
  });

  it('links nodes by parent as well as by children', async () => {
    const { stacks } = await read({
      nodes: [
        node(1, '(root)', []),
        node(2, 'a', [], { parent: 1 }),
        node(3, 'b', [], { parent: 2 }),
      ],
      samples: [3],
      timeDeltas: [0],
    });
    expect(stacks[0]).toEqual(['a;b 1']);
  });

  it('starts a stack in the middle where a caller is not in the file, and says so', async () => {
    const { stacks, issues } = await read({
      nodes: [node(1, '(root)', []), node(3, 'b', [], { parent: 2 })],
      samples: [3, 77],
      timeDeltas: [0, 1],
    });
    expect(stacks[0]).toEqual(['b 1']);
    expect(issues).toEqual(['missing-caller', 'broken-stack']);
  });

  it('does not follow callers in a circle', async () => {
    const { stacks, issues } = await read({
      nodes: [node(1, '(root)', [4]), node(2, 'a', [3]), node(3, 'b', [2]), node(4, 'c', [])],
      samples: [2, 4],
      timeDeltas: [0, 1],
    });
    expect([stacks[0], issues]).toEqual([['c 1'], ['broken-stack']]);
  });

  it('counts without time where it does not say when', async () => {
    const { profiles, issues } = await read({ nodes, samples: [2, 3], timeDeltas: [0] });
    expect(profiles.map(({ samples }) => samples.time)).toEqual([undefined]);
    expect(issues).toEqual(['no-time']);
  });

  it('is also read inside the answer of the inspector', async () => {
    const answer = { id: 4, result: { profile: { nodes, samples: [2], timeDeltas: [0] } } };
    expect((await read(answer)).stacks[0]).toEqual(['main 1']);
  });
});

describe('a .cpuprofile of the old form', () => {
  const leaf = {
    functionName: 'work',
    url: 'a.js',
    lineNumber: 7,
    id: 3,
    hitCount: 1,
    children: [],
  };
  const main = {
    functionName: 'main',
    url: '',
    lineNumber: 0,
    id: 2,
    hitCount: 1,
    children: [leaf],
  };
  const head = {
    functionName: '(root)',
    url: '',
    lineNumber: 0,
    id: 1,
    hitCount: 0,
    children: [main],
  };

  it('has its tree nested, its lines from 1 and its times absolute', async () => {
    const { profiles, stacks } = await read({
      head,
      startTime: 1,
      endTime: 2,
      samples: [2, 3, 3],
      timestamps: [5_000_100, 5_000_120, 5_000_170],
    });
    expect(stacks).toEqual([
      ['main 1', 'main;work 2'],
      ['main 20000', 'main;work 50000'],
    ]);
    expect(profiles[0]!.frames.details).toEqual([undefined, { file: 'a.js', line: 7 }]);
  });

  it('whose nodes share ids counts their hits, and says that samples were ambiguous', async () => {
    const twice = { ...head, children: [{ ...main, id: 3 }] };
    const { stacks, issues } = await read({ head: twice, samples: [3, 3] });
    expect([stacks, issues]).toEqual([[['main 1', 'main;work 1']], ['repeated-id']]);
  });

  it('may be 20,000 calls deep', async () => {
    // JSON.stringify recurses, the importer does not: the text is put together by hand.
    const open = '{"functionName":"f","id":1,"hitCount":1,"children":[';
    const text = `{"head":${open.repeat(20_000)}${']}'.repeat(20_000)}}`;
    const { profiles } = await importProfile(text);
    expect(profiles[0]!.stacks.length).toBe(20_000);
  });
});
