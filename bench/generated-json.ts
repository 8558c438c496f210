import {
  buildCallTree,
  importProfile,
  toSpeedscope,
  type CallTree,
  type Profile,
} from '../src/lib/flame/index.ts';
import { generateStacks } from './generated-stacks.ts';
import { toTree } from './readers.ts';

/** One profile, written in a format. */
export interface GeneratedJson {
  readonly format: string;
  /** The name that speedscope needs to know the format by. */
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What a reader must find, in the unit that the profile has. */
  readonly totalWeight: number;
  /** What is timed beside `JSON.parse` and ours: names of `readers.ts`. */
  readonly peers: readonly string[];
}

/**
 * The same generated stacks (see `generateStacks`) in each JSON format, as its own tools write it:
 * one sample a line of the folded stacks, in a shuffled order, a millisecond each.
 */
export async function generateJson(nodes: number): Promise<GeneratedJson[]> {
  const { bytes } = generateStacks(nodes, 1, true);
  const profile = (await importProfile(bytes)).profiles[0];
  if (profile === undefined) throw new Error('the generated stacks are no profile');
  const samples = profile.samples.length;
  const last = samples - 1;
  return [
    written('speedscope, sampled', 'a.speedscope.json', toSpeedscope(profile), profile.totalWeight),
    written('speedscope, evented', 'b.speedscope.json', evented(profile), samples * 1e6),
    written('.cpuprofile', 'c.cpuprofile', cpuProfile(profile), samples),
    written('Chrome trace, X events', 'd.trace.json', spans(profile), samples * 1e6),
    written('Chrome trace, CPU chunks', 'e.trace.json', chunks(profile), last * 1e6),
    written('Firefox Profiler, samply', 'f.profile.json', processed(profile), samples),
    written('stackprof', 'g.stackprof.json', stackprof(profile), samples * 1e6),
    written('Safari timeline', 'h-recording.json', safari(profile), samples * 1e9),
    written('.heapprofile', 'i.heapprofile', heapProfile(profile), profile.totalWeight),
    written('d3-flame-graph', 'j.json', d3(profile), profile.totalWeight, d3Peers),
    written(
      'd3-flame-graph, shuffled',
      'k.json',
      shuffled(d3(profile)),
      profile.totalWeight,
      d3Peers,
    ),
  ];
}

const d3Peers = [toTree, 'JSON.parse + d3-hierarchy', 'JSON.parse, d3-hierarchy, order, widths'];

function written(
  format: string,
  fileName: string,
  file: object,
  totalWeight: number,
  peers: readonly string[] = ['speedscope'],
): GeneratedJson {
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  return { format, fileName, bytes, totalWeight, peers };
}

/** Frames of a stack, root first. */
function framesOf({ stacks }: Profile, leaf: number): number[] {
  const frames: number[] = [];
  for (let at = leaf; at >= 0; at = stacks.prefix[at] ?? -1) frames.push(stacks.frame[at] ?? 0);
  return frames.reverse();
}

/** Calls `enter` and `leave` as the stacks of the samples, a millisecond each, follow each other. */
function walk(
  profile: Profile,
  enter: (frame: number, at: number) => void,
  leave: (frame: number, at: number) => void,
): void {
  let open: number[] = [];
  profile.samples.stack.forEach((stack, at) => {
    const next = framesOf(profile, stack);
    let same = 0;
    while (same < open.length && open[same] === next[same]) same++;
    for (let i = open.length - 1; i >= same; i--) leave(open[i] ?? 0, at);
    for (let i = same; i < next.length; i++) enter(next[i] ?? 0, at);
    open = next;
  });
  for (let i = open.length - 1; i >= 0; i--) leave(open[i] ?? 0, profile.samples.length);
}

function evented(profile: Profile): object {
  const events: object[] = [];
  walk(
    profile,
    (frame, at) => events.push({ type: 'O', frame, at }),
    (frame, at) => events.push({ type: 'C', frame, at }),
  );
  return {
    $schema: 'https://www.speedscope.app/file-format-schema.json',
    shared: { frames: profile.frames.names.map((name) => ({ name })) },
    profiles: [
      {
        type: 'evented',
        name: 'generated',
        unit: 'milliseconds',
        startValue: 0,
        endValue: profile.samples.length,
        events,
      },
    ],
  };
}

function callFrame(functionName: string): object {
  return { functionName, scriptId: '1', url: 'file:///a.js', lineNumber: 3, columnNumber: 1 };
}

function cpuProfile(profile: Profile): object {
  const { frames, stacks, samples } = profile;
  const children = Array.from({ length: stacks.length + 2 }, (): number[] => []);
  stacks.prefix.forEach((prefix, i) => children[prefix + 2]?.push(i + 2));
  const nodes = Array.from(stacks.frame, (frame, i) => ({
    id: i + 2,
    callFrame: callFrame(frames.names[frame] ?? ''),
    hitCount: 1,
    children: children[i + 2],
  }));
  const root = { id: 1, callFrame: callFrame('(root)'), hitCount: 0, children: children[1] };
  return {
    nodes: [root, ...nodes],
    startTime: 0,
    endTime: samples.length * 1000,
    samples: Array.from(samples.stack, (stack) => stack + 2),
    timeDeltas: Array.from(samples.stack, () => 1000),
  };
}

function spans(profile: Profile): object {
  const traceEvents: { ts: number; dur: number }[] = [];
  const open: number[] = [];
  const event = { ph: 'X', pid: 1, tid: 1, cat: 'app' };
  walk(
    profile,
    (frame, at) => {
      const name = profile.frames.names[frame];
      const span = { ...event, name, ts: at * 1000, dur: 0 };
      open.push(traceEvents.push(span) - 1);
    },
    (_, at) => {
      const span = traceEvents[open.pop() ?? 0];
      if (span !== undefined) span.dur = at * 1000 - span.ts;
    },
  );
  return { traceEvents };
}

function chunks(profile: Profile): object {
  const { frames, stacks, samples } = profile;
  const common = { ph: 'P', cat: 'v8', pid: 1, tid: 1, id: '0x1' };
  const root = { id: 1, callFrame: callFrame('(root)') };
  const nodes = Array.from(stacks.frame, (frame, i) => ({
    id: i + 2,
    parent: (stacks.prefix[i] ?? -1) + 2,
    callFrame: callFrame(frames.names[frame] ?? ''),
  }));
  const traceEvents: object[] = [
    { ...common, name: 'Profile', ts: 0, args: { data: { startTime: 0 } } },
  ];
  for (let at = 0; at < samples.length; at += 100) {
    const ids = Array.from(samples.stack.subarray(at, at + 100), (stack) => stack + 2);
    const cpu = at === 0 ? { nodes: [root, ...nodes], samples: ids } : { samples: ids };
    const data = { cpuProfile: cpu, timeDeltas: ids.map(() => 1000) };
    traceEvents.push({ ...common, name: 'ProfileChunk', ts: at + 1, args: { data } });
  }
  return { traceEvents };
}

function processed(profile: Profile): object {
  const { frames, stacks, samples } = profile;
  const ofFrames = frames.names.map((_, i) => i);
  const nothing = frames.names.map(() => null);
  return {
    meta: { version: 27, preprocessedProfileVersion: 48, interval: 1, product: 'generated' },
    libs: [],
    threads: [
      {
        name: 'main',
        samples: {
          length: samples.length,
          stack: Array.from(samples.stack),
          timeDeltas: Array.from(samples.stack, () => 1),
          weight: null,
          weightType: 'samples',
        },
        stackTable: {
          length: stacks.length,
          prefix: Array.from(stacks.prefix, (prefix) => (prefix === -1 ? null : prefix)),
          frame: Array.from(stacks.frame),
        },
        frameTable: { length: frames.length, func: ofFrames, address: nothing, line: nothing },
        funcTable: { length: frames.length, name: ofFrames, resource: nothing, fileName: nothing },
        resourceTable: { length: 0 },
        stringArray: frames.names,
      },
    ],
  };
}

function stackprof(profile: Profile): object {
  const { frames, samples } = profile;
  const raw: number[] = [];
  for (const stack of samples.stack) {
    const path = framesOf(profile, stack);
    raw.push(path.length, ...path, 1);
  }
  return {
    version: 1.2,
    mode: 'wall',
    interval: 1000,
    samples: samples.length,
    gc_samples: 0,
    missed_samples: 0,
    frames: Object.fromEntries(
      frames.names.map((name, i) => [
        String(i),
        { name, file: '/app.rb', line: 3, total_samples: 1, samples: 1 },
      ]),
    ),
    raw,
    raw_timestamp_deltas: Array.from(samples.stack, () => 1000),
  };
}

function safari(profile: Profile): object {
  const { frames, samples } = profile;
  return {
    version: 1,
    recording: {
      displayName: 'Timeline Recording 1',
      sampleStackTraces: Array.from(samples.stack, (stack, timestamp) => ({
        timestamp,
        stackFrames: framesOf(profile, stack)
          .reverse()
          .map((frame) => ({ name: frames.names[frame], url: 'file:///a.js', line: 3, column: 1 })),
      })),
      sampleDurations: Array.from(samples.stack, () => 1),
    },
  };
}

interface TreeNode {
  readonly children: TreeNode[];
}

/** A tree of objects, one for each row of the call tree, under one for everything. */
function nestedTree<Node extends TreeNode>(
  profile: Profile,
  nodeOf: (name: string, row: number, tree: CallTree) => Node,
): Node {
  const tree = buildCallTree(profile);
  const root = nodeOf('(root)', -1, tree);
  const nodes: Node[] = [];
  for (let row = 0; row < tree.size; row++) {
    const node = nodeOf(tree.nameOf(row), row, tree);
    (nodes[tree.parent[row] ?? -1] ?? root).children.push(node);
    nodes.push(node);
  }
  return root;
}

function heapProfile(profile: Profile): object {
  const head = nestedTree(profile, (name, row, { self }) => ({
    callFrame: callFrame(name),
    selfSize: self[row] ?? 0,
    id: row + 2,
    children: [],
  }));
  return { head };
}

function d3(profile: Profile): TreeNode {
  return nestedTree(profile, (name, row, { total, totalWeight }) => ({
    name,
    value: total[row] ?? totalWeight,
    children: [],
  }));
}

/** The same with the children of each node in no order. */
function shuffled(root: TreeNode): TreeNode {
  let state = 1;
  const below = (count: number): number => (state = (state * 48_271) % 0x7fffffff) % count; // Lehmer's
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { children } = node;
    for (let i = children.length - 1; i > 0; i--) {
      const j = below(i + 1);
      [children[i], children[j]] = [children[j]!, children[i]!]; // j <= i < length
    }
    open.push(...children);
  }
  return root;
}
