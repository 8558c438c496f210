import { noStack, ProfileBuilder } from '../model/profile-builder.ts';
import type { Profile } from '../model/profile.ts';
import { unitOfWeights } from './folded/unit-of-weights.ts';
import type { ImportReport } from './import-issue.ts';
import { isArray, listOf, member, numberOf, textOf } from './json/json-value.ts';
import { parsedJson } from './json/parsed-json.ts';
import type { FormatInput, ProfileFormat } from './profile-format.ts';
import { requireSamples } from './stacks/require-samples.ts';

/**
 * The nested objects that d3-flame-graph and react-flame-graph draw: `{ name, value, children }`,
 * or `{ n, v, c }`. Values are inclusive, unless most children outweigh their parents
 * (`selfValue(true)`). The root object is a frame like the others.
 */
export const d3Json: ProfileFormat = {
  id: 'd3-json',
  label: 'd3-flame-graph JSON',
  extensions: ['json'],

  sniff: () => 0,

  sniffJson(value: unknown): number {
    const [root] = rootsOf(value);
    if (nameOf(root) === undefined || childrenOf(root) === undefined) return 0;
    return valueOf(root) === undefined ? 0.5 : 0.8;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const nodes = flatten(rootsOf(parsedJson(input)), input.checkpoint);
    const profile = profileOf(nodes, input.fileName ?? 'flame graph', report);
    return requireSamples([profile], 'd3-flame-graph JSON');
  },
};

/** Sums of fractions may exceed their total by the last digits. */
const rounding = 1.000001;

const rootsOf = (value: unknown): readonly unknown[] => (isArray(value) ? value : [value]);
const nameOf = (node: unknown): string | undefined => textOf(node, 'name') ?? textOf(node, 'n');
const valueOf = (node: unknown): number | undefined =>
  numberOf(node, 'value') ?? numberOf(node, 'v');
const childrenOf = (node: unknown): readonly unknown[] | undefined =>
  listOf(node, 'children') ?? listOf(node, 'c');

/** Nodes in pre-order: parents stand before their children. */
interface FlatNodes {
  readonly node: readonly unknown[];
  readonly parent: readonly number[];
  readonly isLeaf: readonly boolean[];
}

function flatten(roots: readonly unknown[], checkpoint: (done: number) => void): FlatNodes {
  const node: unknown[] = [];
  const parent: number[] = [];
  const isLeaf: boolean[] = [];
  const open = roots.toReversed();
  const below: number[] = roots.map(() => -1); // of each that is open
  while (open.length > 0) {
    const next = open.pop();
    const index = node.push(next) - 1;
    parent.push(below.pop() ?? -1);
    const children = childrenOf(next) ?? [];
    isLeaf.push(children.length === 0);
    for (let i = children.length - 1; i >= 0; i--) {
      open.push(children[i]);
      below.push(index);
    }
    if ((index & 0xffff) === 0xffff) checkpoint(index / (index + open.length + 1));
  }
  return { node, parent, isLeaf };
}

function profileOf(
  { node, parent, isLeaf }: FlatNodes,
  name: string,
  report: ImportReport,
): Profile {
  const self = selfWeights(readValues(node, report), parent, report);
  const builder = new ProfileBuilder();
  const stack = new Int32Array(node.length);
  let nameless = 0;
  let changes = 0;
  node.forEach((one, index) => {
    const below = parent[index] ?? -1;
    const frame = nameOf(one);
    if (frame === undefined) nameless++;
    if (member(one, 'delta') !== undefined) changes++;
    const prefix = below < 0 ? noStack : (stack[below] ?? noStack);
    stack[index] = builder.stack(prefix, builder.frame(frame ?? ''));
    const weight = self[index] ?? 0;
    if (weight > 0 || isLeaf[index] === true) builder.sample(stack[index] ?? noStack, weight);
  });
  note(report, 'no-name', nameless, 'Nodes without a name are frames with an empty one.');
  note(report, 'difference', changes, 'The file holds changes too: only the values were read.');
  const profile = builder.build(name, 'samples');
  return { ...profile, unit: unitOfWeights([profile.samples.weight], report) };
}

function note(report: ImportReport, code: string, count: number, message: string): void {
  if (count > 0) report.add({ code, message, count });
}

/** The nodes' values; NaN where there is none. */
function readValues(node: readonly unknown[], report: ImportReport): Float64Array {
  const values = new Float64Array(node.length);
  let missing = 0;
  let negative = 0;
  node.forEach((one, index) => {
    const value = valueOf(one) ?? Number.NaN;
    values[index] = value;
    if (Number.isNaN(value)) missing++;
    else if (value < 0) negative++;
  });
  note(report, 'no-weight', missing, 'Nodes without a value count what their children do.');
  note(report, 'bad-weight', negative, 'Negative values were read as 0.');
  return values.map((value) => (value < 0 ? 0 : value));
}

/** The weight of each node itself, from inclusive values or from values that are self weights. */
function selfWeights(
  values: Float64Array,
  parent: readonly number[],
  report: ImportReport,
): Float64Array {
  const ofChildren = new Float64Array(values.length);
  let inner = 0;
  let exceeding = 0;
  for (let index = values.length - 1; index >= 0; index--) {
    const given = values[index] ?? Number.NaN;
    const children = ofChildren[index] ?? 0;
    if (children > 0) inner++;
    if (children > given * rounding) exceeding++;
    const below = parent[index] ?? -1;
    if (below >= 0) ofChildren[below]! += Number.isNaN(given) ? children : given; // an earlier node
  }
  if (exceeding * 2 > inner) {
    note(
      report,
      'self-values',
      exceeding,
      'Children outweigh their parents: values are self weights.',
    );
    return values.map((value) => value || 0);
  }
  note(
    report,
    'children-exceed',
    exceeding,
    'Nodes whose children outweigh them weigh nothing themselves.',
  );
  return values.map((value, index) => Math.max(0, (value || 0) - (ofChildren[index] ?? 0)));
}
