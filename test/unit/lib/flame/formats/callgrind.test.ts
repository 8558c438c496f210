import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import type { Profile } from '../../../../../src/lib/flame/model/profile.ts';
import { issueCodes } from '../../../../support/issue-codes.ts';
import { stackLines } from '../../../../support/stack-lines.ts';

async function read(text: string): Promise<{ profiles: Profile[]; issues: string[] }> {
  const { format, profiles, issues } = await importProfile(text);
  expect(format).toBe('callgrind');
  return { profiles, issues: issueCodes(issues) };
}

/** `main 20, work 100; main>work 1 100`: self costs, then calls with their count and cost. */
function graph(self: string, calls = '', header = 'events: Ir'): string {
  const lines = [header, 'fl=a.c'];
  const callsOf = new Map<string, string[]>();
  for (const call of calls.split(',').filter((text) => text.trim() !== '')) {
    const [path = '', count = '', cost = ''] = call.trim().split(' ');
    const [caller = '', callee = ''] = path.split('>');
    const block = [`cfn=${callee}`, `calls=${count} 1`, `1 ${cost}`];
    callsOf.set(caller, [...(callsOf.get(caller) ?? []), ...block]);
  }
  for (const part of self.split(',')) {
    const [name = '', cost = ''] = part.trim().split(' ');
    lines.push(`fn=${name}`, `1 ${cost}`, ...(callsOf.get(name) ?? []));
  }
  return lines.join('\n') + '\n';
}

async function stacksOf(text: string): Promise<string[]> {
  return stackLines((await read(text)).profiles[0]!);
}

/** Weights by leaf, added up. */
function selfOf(profile: Profile): Record<string, number> {
  const self: Record<string, number> = {};
  for (const line of stackLines(profile)) {
    const [, leaf = '', weight] = /([^;]+) (\S+)$/.exec(line) ?? [];
    self[leaf] = (self[leaf] ?? 0) + Number(weight);
  }
  return self;
}

describe('callgrind', () => {
  const text = readFileSync('test/fixtures/formats/callgrind/shop.callgrind', 'utf8');

  it('rebuilds stacks so that each caller has its share, and says that it did', async () => {
    const { profiles, issues } = await read(text);
    expect(stackLines(profiles[0]!)).toEqual([
      'main 20',
      'main;serve 150',
      'main;serve;malloc 200',
      'main;serve;price 200',
      'main;serve;price;malloc 150',
    ]);
    expect(issues).toEqual(['rebuilt-stacks']);
  });

  it('has a profile for each event, and not only for the first', async () => {
    const { profiles } = await read(text);
    expect(profiles.map(({ name, unit, totalWeight }) => [name, unit, totalWeight])).toEqual([
      ['Ir', 'count', 720],
      ['Dr', 'count', 72],
    ]);
  });

  it('keeps file and object of each function, and of code inlined from another file', async () => {
    const { frames } = (await read(text)).profiles[0]!;
    const places = frames.names.map((name, index) => [
      name,
      frames.details[index]?.file,
      frames.details[index]?.library,
    ]);
    expect(places).toEqual(
      expect.arrayContaining([
        ['malloc', 'malloc.c', '/lib/libc.so.6'],
        ['serve', 'shop.c', '/opt/shop'],
        ['serve', 'vector.h', '/opt/shop'],
      ]),
    );
  });

  it('divides a function among callers by cost, whole numbers that add up', async () => {
    const shared = graph('main 0, a 0, b 0, f 10', 'main>a 1 7, main>b 1 3, a>f 1 7, b>f 1 3');
    expect(await stacksOf(shared)).toEqual(['main;a;f 7', 'main;b;f 3']);
    const uneven = graph(
      'main 0, a 0, b 0, f 3, g 1',
      'main>a 1 2, main>b 1 2, a>f 1 2, b>f 1 2, f>g 1 1',
    );
    expect(selfOf((await read(uneven)).profiles[0]!)).toEqual({ f: 3, g: 1 });
  });

  it('shows recursion once, with all its cost and nothing twice', async () => {
    // f calls itself twice: its calls cost 20 and 10, inside of each other.
    expect(await stacksOf(graph('main 5, f 30', 'main>f 1 30, f>f 2 30'))).toEqual([
      'main 5',
      'main;f 30',
    ]);
  });

  it('keeps self costs exact where functions call each other in a circle', async () => {
    const calls = 'main>f 1 40, f>g 2 40, g>f 1 20';
    const { profiles } = await read(graph('main 1, f 20, g 20', calls));
    expect(selfOf(profiles[0]!)).toEqual({ main: 1, f: 20, g: 20 });
    expect(stackLines(profiles[0]!)).toEqual(['main 1', 'main;f 20', 'main;f;g 20']);
  });

  it('keeps cost that no root leads to', async () => {
    const { profiles } = await read(graph('f 20, g 30', 'f>g 1 50, g>f 1 50'));
    expect(profiles[0]!.totalWeight).toBe(50);
    expect(selfOf(profiles[0]!)).toEqual({ f: 20, g: 30 });
  });

  it.each([
    ['Time_(10ns)', 'nanoseconds', 500],
    ['Time_(µs)', 'nanoseconds', 50_000],
    ['Memory_(bytes)', 'bytes', 50],
    ['wall_time', 'count', 50],
  ])('reads the unit in the name of an event: %s', async (event, unit, totalWeight) => {
    const { profiles } = await read(graph('main 50', '', `events: ${event}`));
    expect(profiles[0]).toMatchObject({ name: event, unit, totalWeight });
  });

  it('reads hexadecimal positions and costs, jumps, and missing costs as zero', async () => {
    const lines = [
      'positions: instr line',
      'events: Ir Dr',
      'fn=main',
      '0x401000 1 0x10',
      '+4 * 4 2',
      'jump=3 0x401010 2',
      '0x401004 1',
      'jcnd=1/2 +8 +1',
      '+0 +0',
    ];
    const { profiles } = await read(lines.join('\n'));
    expect(profiles.map(({ totalWeight }) => totalWeight)).toEqual([20, 2]);
  });

  it('reads names with and without numbers, and a number that is given a new name', async () => {
    const lines = ['events: Ir', 'fn=(2) one', '1 5', 'fn=(below main)', '1 6', 'fn=(2)', '1 7'];
    const renamed = ['fn=(2)  two', '1 8', 'fn=\t(2)', '1 9', 'fn=one', '1 1'];
    expect(await stacksOf([...lines, ...renamed].join('\n'))).toEqual([
      '(below main) 6',
      'one 13',
      'two 17',
    ]);
  });

  it('means the function of that name where a call leaves out its file', async () => {
    const lines = ['events: Ir', 'fl=a.c', 'fn=main', '1 5', 'cfn=f', 'calls=1 1', '1 7'];
    expect(await stacksOf([...lines, 'fl=b.c', 'fn=f', '1 7'].join('\n'))).toEqual([
      'main 5',
      'main;f 7',
    ]);
  });

  it('adds up calls to one function that are named in two ways', async () => {
    const named = ['cfi=b.c', 'cfn=f', 'calls=1 1', '1 4'];
    const unnamed = ['cfi=a.c', 'cfn=f', 'calls=1 1', '1 6'];
    const lines = ['events: Ir', 'fl=a.c', 'fn=main', '1 5', ...named, ...unnamed];
    const callee = ['fl=b.c', 'fn=f', '1 3', 'cfi=b.c', 'cfn=g', 'calls=1 1', '1 7'];
    const text = [...lines, ...callee, 'fn=g', '1 7'].join('\n');
    expect(await stacksOf(text)).toEqual(['main 5', 'main;f 3', 'main;f;g 7']);
  });
});

describe('a large call graph', () => {
  it('does not explode where there are more paths than atoms', async () => {
    // Two functions a layer, each calling both of the next: 2^200 paths.
    const layers = 200;
    const self: string[] = ['main 0'];
    const calls: string[] = [];
    for (let layer = 0; layer < layers; layer++) {
      for (const side of ['a', 'b']) {
        self.push(`${side}${layer} 100`);
        const below = (layers - layer - 1) * 100;
        if (layer === 0) calls.push(`main>${side}0 1 ${below + 100}`);
        if (layer + 1 === layers) continue;
        for (const to of ['a', 'b']) calls.push(`${side}${layer}>${to}${layer + 1} 1 ${below / 2}`);
      }
    }
    const { profiles, issues } = await read(graph(self.join(','), calls.join(',')));
    expect(profiles[0]!.totalWeight).toBe(2 * layers * 100);
    expect(profiles[0]!.stacks.length).toBeLessThan(100_000);
    expect(new Set(Object.values(selfOf(profiles[0]!)))).toEqual(new Set([100]));
    expect(issues).toContain('paths-cut');
  });

  it('follows what carries most before it follows the many paths that carry little', async () => {
    // Four layers of 20 functions, each calling all of the next: 160,000 paths with 1 each.
    const width = 20;
    const self = ['main 0', 'shared 5000'];
    const calls = ['main>a0 1 3000', 'main>b0 1 2000', 'a9>shared 1 3000', 'b9>shared 1 2000'];
    for (let i = 0; i < 10; i++) self.push(`a${i} 0`, `b${i} 0`);
    for (let i = 0; i < 9; i++) calls.push(`a${i}>a${i + 1} 1 3000`, `b${i}>b${i + 1} 1 2000`);
    for (let layer = 0; layer < 4; layer++) {
      const whole = width ** 4 / width;
      for (let i = 0; i < width; i++) {
        self.push(`l${layer}_${i} ${layer === 3 ? whole : 0}`);
        if (layer === 0) calls.push(`main>l0_${i} 1 ${whole}`);
        for (let to = 0; to < width && layer < 3; to++) {
          calls.push(`l${layer}_${i}>l${layer + 1}_${to} 1 ${whole / width}`);
        }
      }
    }
    const { profiles, issues } = await read(graph(self.join(','), calls.join(',')));
    const ofShared = stackLines(profiles[0]!).filter((line) => line.includes('shared'));
    const chain = (name: string): string =>
      Array.from({ length: 10 }, (_, i) => name + i).join(';');
    expect(ofShared).toEqual([`main;${chain('a')};shared 3000`, `main;${chain('b')};shared 2000`]);
    expect(profiles[0]!.totalWeight).toBe(165_000);
    expect(issues).toContain('paths-cut');
  });

  it('has no stack that nothing lies on', async () => {
    const { stacks, samples } = (await read(graph('main 3, f 1', 'main>f 1 1, f>main 1 1')))
      .profiles[0]!;
    const held = new Set(samples.stack);
    for (const stack of samples.stack) {
      for (let at = stack; at >= 0; at = stacks.prefix[at]!) held.add(at);
    }
    expect(stacks.length).toBe(held.size);
  });

  it('follows a chain of 20,000 calls', async () => {
    const self = Array.from({ length: 20_000 }, (_, i) => `f${i} 1`);
    const calls = Array.from({ length: 19_999 }, (_, i) => `f${i}>f${i + 1} 1 ${19_999 - i}`);
    const { profiles } = await read(graph(self.join(','), calls.join(',')));
    expect(profiles[0]!.totalWeight).toBe(20_000);
    expect(profiles[0]!.stacks.length).toBe(20_000);
  });
});

describe('damaged callgrind', () => {
  it('says where it was cut', async () => {
    const { profiles, issues } = await read('events: Ir\nfn=main\n1 5\n+1 7\n+1');
    expect(profiles[0]!.totalWeight).toBe(12);
    expect(issues).toEqual(['truncated:5', 'rebuilt-stacks']);
  });

  it('says which name is missing, which line is none, and which call goes nowhere', async () => {
    const { issues } = await read('events: Ir\nfn=(7)\n1 5\n1 x\n?\ncalls=1 1\n1 9\n');
    expect(issues).toEqual([
      'unknown-name:2',
      'bad-line:4',
      'bad-line:5',
      'bad-call:7',
      'rebuilt-stacks',
    ]);
  });

  it('says when calls claim more than there is, and keeps self costs', async () => {
    const { profiles, issues } = await read(graph('main 5, f 10', 'main>f 1 500'));
    expect(stackLines(profiles[0]!)).toEqual(['main 5', 'main;f 10']);
    expect(issues).toEqual(['calls-contradict-costs', 'rebuilt-stacks']);
  });

  it('is no trap for names that JavaScript objects have by themselves', async () => {
    const lines = graph('constructor 5, __proto__ 7', 'constructor>__proto__ 1 7');
    expect(await stacksOf(lines)).toEqual(['constructor 5', 'constructor;__proto__ 7']);
  });

  it.each([['events: Ir\nfn=main\n'], ['creator: callgrind-3.5.0\nevents: Ir\nsummary: 0\n']])(
    'refuses a file without costs',
    async (text) => {
      await expect(importProfile(text)).rejects.toMatchObject({ code: 'no-samples' });
    },
  );
});
