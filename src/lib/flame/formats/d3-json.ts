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
}

function flatten(roots: readonly unknown[], checkpoint: (done: number) => void): FlatNodes {
  const node: unknown[] = [];
  const parent: number[] = [];
  const open = roots.map((root) => ({ root, below: -1 })).reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const index = node.push(next.root) - 1;
    parent.push(next.below);
    const children = childrenOf(next.root) ?? [];
    for (let i = children.length - 1; i >= 0; i--) open.push({ root: children[i], below: index });
    if ((index & 0xffff) === 0xffff) checkpoint(index / (index + open.length + 1));
  }
  return { node, parent };
}

function profileOf({ node, parent }: FlatNodes, name: string, report: ImportReport): Profile {
  const value = Float64Array.from(node, (one) => valueOf(one) ?? Number.NaN);
  const self = selfValues(value, parent, report);
  const builder = new ProfileBuilder();
  const stack = new Int32Array(node.length);
  let nameless = 0;
  let differs = false;
  node.forEach((one, index) => {
    const below = parent[index] ?? -1;
    const frame = nameOf(one);
    if (frame === undefined) nameless++;
    differs ||= member(one, 'delta') !== undefined;
    const prefix = below < 0 ? noStack : (stack[below] ?? noStack);
    stack[index] = builder.stack(prefix, builder.frame(frame ?? ''));
    const isLeaf = (childrenOf(one)?.length ?? 0) === 0;
    const weight = self[index] ?? 0;
    if (weight > 0 || (isLeaf && weight === 0)) builder.sample(stack[index] ?? noStack, weight);
  });
  const add = (code: string, count: number, message: string): void => {
    if (count > 0) report.add({ code, message, count });
  };
  add('no-name', nameless, 'Some nodes have no name: they are frames with an empty one.');
  add(
    'difference',
    Number(differs),
    'The file holds a change for each frame: only values were read.',
  );
  const profile = builder.build(name, 'samples');
  return { ...profile, unit: unitOfWeights([profile.samples.weight], report) };
}

/** The weight of each node itself; missing values are the sum of the children's. */
function selfValues(
  value: Float64Array,
  parent: readonly number[],
  report: ImportReport,
): Float64Array {
  const ofChildren = new Float64Array(value.length);
  let missing = 0;
  let negative = 0;
  for (let index = value.length - 1; index >= 0; index--) {
    let total = value[index] ?? 0;
    if (Number.isNaN(total)) {
      total = ofChildren[index] ?? 0;
      missing++;
    } else if (total < 0) {
      total = 0;
      negative++;
    }
    value[index] = total;
    const below = parent[index] ?? -1;
    if (below >= 0) ofChildren[below]! += total; // an earlier row of the same column
  }
  const inner = [...ofChildren.keys()].filter((index) => (ofChildren[index] ?? 0) > 0);
  const exceeding = inner.filter(
    (index) => (ofChildren[index] ?? 0) > (value[index] ?? 0) * 1.000001,
  );
  const isSelf = exceeding.length * 2 > inner.length;
  const note = (code: string, count: number, message: string): void => {
    if (count > 0) report.add({ code, message, count });
  };
  note('no-weight', missing, 'Some nodes have no value: they count what their children do.');
  note('bad-weight', negative, 'Some values are negative. They were read as 0.');
  if (isSelf) {
    note(
      'self-values',
      exceeding.length,
      'Children outweigh their parents: values are self weights.',
    );
    return value;
  }
  note(
    'children-exceed',
    exceeding.length,
    'Some children outweigh their parent, which has no self weight then.',
  );
  return value.map((total, index) => Math.max(0, total - (ofChildren[index] ?? 0)));
}
