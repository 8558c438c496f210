import { buildCallTree, type CallTree, type Profile } from '../src/lib/flame/index.ts';
import { jfrBytes } from '../test/support/jfr-bytes.ts';
import type { Bytes } from './bytes.ts';

/** One profile, written as text or in machine words, and who else reads that. */
export interface GeneratedFile {
  readonly format: string;
  /** The name that speedscope needs to know the format by. */
  readonly fileName: string;
  readonly bytes: Bytes;
  /** What a reader must find. */
  readonly totalWeight: number;
  /** Names of `readers.ts`. */
  readonly peers: readonly string[];
}

/** The profile in each format that is not JSON, as its own tool writes it. */
export function generateTexts(profile: Profile): GeneratedFile[] {
  const tree = buildCallTree(profile);
  const { totalWeight } = profile;
  const samples = profile.samples.length;
  const read = ['speedscope'];
  const parsed = ['fast-xml-parser', 'txml'];
  return [
    written('callgrind', 'callgrind.out', callgrind(tree), totalWeight, read),
    written('Instruments deep copy', 'a.instruments.txt', deepCopy(tree), totalWeight * 1e6, read),
    written('pmcstat', 'a.pmcstat.graph', pmcstat(profile), totalWeight, read),
    written('flame graph SVG', 'a.svg', svg(tree), totalWeight, parsed),
    written('xctrace export', 'a.xml', xctrace(profile), samples, parsed),
    {
      format: 'Java Flight Recorder',
      fileName: 'a.jfr',
      bytes: jfr(profile),
      totalWeight: samples,
      peers: ['jfrview, decode alone', 'jfrview, decode and tree'],
    },
  ];
}

function written(
  format: string,
  fileName: string,
  lines: readonly string[],
  totalWeight: number,
  peers: readonly string[],
): GeneratedFile {
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  return { format, fileName, bytes, totalWeight, peers };
}

/** Costs of functions and of calls between them: the stacks are added up. */
function callgrind(tree: CallTree): string[] {
  const start = -1; // a function that nobody calls, which speedscope looks for
  const own = new Map<number, number>([[start, 0]]);
  const calls = new Map<number, Map<number, number>>();
  for (let row = 0; row < tree.size; row++) {
    const frame = tree.frame[row] ?? 0;
    own.set(frame, (own.get(frame) ?? 0) + (tree.self[row] ?? 0));
    const caller = tree.frame[tree.parent[row] ?? -1] ?? start;
    if (caller === frame) continue;
    const callees = calls.get(caller) ?? new Map<number, number>();
    calls.set(caller, callees);
    callees.set(frame, (callees.get(frame) ?? 0) + (tree.total[row] ?? 0));
  }
  const lines = ['# callgrind format', 'version: 1', 'creator: generated', '', 'events: Ir', ''];
  const named = new Set<string>();
  /** A name has a number where it stands first, and is the number afterwards. */
  const numbered = (kind: string, number: number, name: string): string => {
    const key = `${kind}${number}`;
    if (named.has(key)) return `(${number})`;
    named.add(key);
    return `(${number}) ${name}`;
  };
  const fileOf = (frame: number): string =>
    numbered('fl', (frame + 1) % 50, `file${(frame + 1) % 50}.c`);
  const nameOf = (frame: number): string =>
    numbered('fn', frame + 1, tree.frames.names[frame] ?? '(start)');
  for (const [frame, self] of own) {
    lines.push(`fl=${fileOf(frame)}`, `fn=${nameOf(frame)}`, `16 ${self}`);
    for (const [callee, total] of calls.get(frame) ?? []) {
      lines.push(`cfl=${fileOf(callee)}`, `cfn=${nameOf(callee)}`);
      lines.push('calls=3 16', `18 ${total}`);
    }
    lines.push('');
  }
  return lines;
}

function deepCopy(tree: CallTree): string[] {
  const rows = Array.from(tree.frame, (_, row) => {
    const total = tree.total[row] ?? 0;
    const share = ((100 * total) / tree.totalWeight).toFixed(1);
    const indent = ' '.repeat(tree.depth[row] ?? 0);
    return `${total}.00 ms  ${share}%\t${tree.self[row]}.00 ms\t \t${indent}${tree.nameOf(row)}`;
  });
  return ['Weight\tSelf Weight\t\tSymbol Name', ...rows];
}

/** Leaf first: a paragraph a leaf with its callers under it. */
function pmcstat(profile: Profile): string[] {
  const tree = buildCallTree(profile, { inverted: true });
  const rows = Array.from(tree.frame, (_, row) => {
    const above = tree.total[tree.parent[row] ?? -1] ?? tree.totalWeight;
    const total = tree.total[row] ?? 0;
    const share = `${((100 * total) / above).toFixed(2)}%`;
    const depth = tree.depth[row] ?? 0;
    const figures = `${' '.repeat(depth)}${share}  [${total}]`;
    const line = `${figures.padEnd(24 + depth)}${tree.nameOf(row)} @ /opt/app`; // in one column a level
    return depth === 0 ? `\n${line}` : line;
  });
  return [`@ cycles [${tree.totalWeight} samples]`, ...rows];
}

/** As inferno draws it, with nothing too narrow left out. */
function svg(tree: CallTree): string[] {
  const whole = tree.totalWeight;
  const box = (name: string, start: number, width: number, level: number): string => {
    const title = `${escaped(name)} (${width} samples, ${((100 * width) / whole).toFixed(2)}%)`;
    const percent = (weight: number): string => ((100 * weight) / whole).toFixed(4);
    const place = `x="${percent(start)}%" y="${4000 - 16 * level}" width="${percent(width)}%"`;
    const rect = `<rect ${place} height="15" fill="rgb(227,0,7)" fg:x="${start}" fg:w="${width}"/>`;
    const label = `<text x="${percent(start)}%" y="${4010 - 16 * level}.50"></text>`;
    return `<g><title>${title}</title>${rect}${label}</g>`;
  };
  return [
    '<?xml version="1.0" standalone="no"?>',
    '<svg version="1.1" width="1200" height="4100" xmlns="http://www.w3.org/2000/svg" xmlns:fg="http://github.com/jonhoo/inferno">',
    `<svg id="frames" x="10" width="1180" total_samples="${whole}">`,
    box('all', 0, whole, 0),
    ...Array.from(tree.frame, (_, row) =>
      box(tree.nameOf(row), tree.start[row] ?? 0, tree.total[row] ?? 0, (tree.depth[row] ?? 0) + 1),
    ),
    '</svg></svg>',
  ];
}

function xctrace({ frames, stacks, samples }: Profile): string[] {
  const seen = new Map<number, number>();
  let ids = 9;
  const frameOf = (frame: number): string => {
    const known = seen.get(frame);
    if (known !== undefined) return `<frame ref="${known}"/>`;
    seen.set(frame, ++ids);
    const name = escaped(frames.names[frame] ?? '');
    return `<frame id="${ids}" name="${name}" addr="0x${frame + 4096}"><binary ref="4"/></frame>`;
  };
  const rows = Array.from(samples.stack.subarray(1), (leaf, index) => {
    const backtrace: string[] = [];
    for (let at = leaf; at >= 0; at = stacks.prefix[at] ?? -1) {
      backtrace.push(frameOf(stacks.frame[at] ?? 0));
    }
    const time = `<sample-time id="${++ids}" fmt="00:00.001">${index * 1e6}</sample-time>`;
    const stack = `<backtrace id="${++ids}">${backtrace.join('')}</backtrace>`;
    return `<row>${time}<thread ref="2"/><weight ref="3"/>${stack}</row>`;
  });
  const first =
    '<row><sample-time id="1">0</sample-time><thread id="2" fmt="main"/><weight id="3">1000000</weight>' +
    '<backtrace id="5"><frame id="6" name="start"><binary id="4" name="app" path="/app"/></frame></backtrace></row>';
  return [
    '<?xml version="1.0"?>',
    '<trace-query-result>',
    '<node><schema name="time-profile"/>',
    first,
    ...rows,
    '</node></trace-query-result>',
  ];
}

function jfr({ frames, stacks, samples }: Profile): Bytes {
  const kinds = ['JIT compiled', 'Interpreted', 'Inlined'];
  const methods = frames.names.map((name, frame) => {
    const method = name.replaceAll(/[.:]/g, '_');
    return `org/app/Class${frame % 997}.${method}:${(frame % 400) + 1} ${kinds[frame % 3]}`;
  });
  const drawn = Array.from(samples.stack, (leaf) => {
    const leafFirst: string[] = [];
    for (let at = leaf; at >= 0; at = stacks.prefix[at] ?? -1) {
      leafFirst.push(methods[stacks.frame[at] ?? 0] ?? '');
    }
    return { frames: leafFirst };
  });
  const events = drawn.map((_, index) => ({
    type: 'jdk.ExecutionSample',
    at: index / 100,
    stack: index + 1,
    state: 'STATE_RUNNABLE',
  }));
  return jfrBytes({ stacks: drawn, events }) as Bytes;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
