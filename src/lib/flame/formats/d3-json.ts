import { GrowingFloat64, GrowingInt32 } from '../model/growing-column.ts';
import { noStack, ProfileBuilder } from '../model/profile-builder.ts';
import { hasSurrogate } from '../model/compare-names.ts';
import type { Profile } from '../model/profile.ts';
import { rememberSorted } from '../model/sorted-profile.ts';
import { unitOfWeights } from './folded/unit-of-weights.ts';
import type { ImportReport } from './import-issue.ts';
import { asNumber, isArray, isRecord } from './json/json-value.ts';
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
    const root = asNode(rootsOf(value)[0]);
    if (nameOf(root) === undefined || childrenOf(root) === undefined) return 0;
    return valueOf(root) === undefined ? 0.5 : 0.8;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const builder = new ProfileBuilder();
    const nodes = readNodes(rootsOf(parsedJson(input)), builder, input.checkpoint);
    const { missing, negative, nameless, changes } = nodes.count;
    note(report, 'no-weight', missing, 'Nodes without a value count what their children do.');
    note(report, 'bad-weight', negative, 'Negative values were read as 0.');
    const areWhole = addSamples(builder, nodes, selfWeights(nodes, report));
    note(report, 'no-name', nameless, 'Nodes without a name are frames with an empty one.');
    note(report, 'difference', changes, 'The file holds changes too: only the values were read.');
    const name = input.fileName ?? 'flame graph';
    const profile =
      areWhole && !nodes.inOrder
        ? builder.buildSorted(name, 'samples')
        : builder.build(name, 'samples');
    if (areWhole && nodes.inOrder && !profile.frames.names.some(hasSurrogate)) {
      rememberSorted(profile);
    }
    const unit = unitOfWeights([profile.samples.weight], report);
    return requireSamples([{ ...profile, unit }], 'd3-flame-graph JSON');
  },
};

/** Sums of fractions may exceed their total by the last digits. */
const rounding = 1.000001;

/**
 * A node as the file has it. Its keys are read as they are and not through `member`, which takes
 * longer than all the rest: no object that `JSON.parse` makes finds one of them in its prototype.
 */
interface D3Node {
  readonly name?: unknown;
  readonly n?: unknown;
  readonly value?: unknown;
  readonly v?: unknown;
  readonly children?: unknown;
  readonly c?: unknown;
  readonly delta?: unknown;
}

const nothing: D3Node = {};

const rootsOf = (value: unknown): readonly unknown[] => (isArray(value) ? value : [value]);
/** What is no object has neither name, value nor children. */
const asNode = (value: unknown): D3Node => (isRecord(value) ? value : nothing);
const asText = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;
const asList = (value: unknown): readonly unknown[] | undefined =>
  isArray(value) ? value : undefined;
const nameOf = (node: D3Node): string | undefined => asText(node.name) ?? asText(node.n);
const valueOf = (node: D3Node): number | undefined => asNumber(node.value) ?? asNumber(node.v);
const childrenOf = (node: D3Node): readonly unknown[] | undefined =>
  asList(node.children) ?? asList(node.c);

/** Columns of the nodes in pre-order: a parent stands before its children, the first of them right behind it. */
interface ReadNodes {
  readonly stack: Int32Array;
  /** -1 of roots. */
  readonly parent: Int32Array;
  /** At least 0; NaN where there is none. */
  readonly value: Float64Array;
  /** Whether siblings rise by their UTF-16 units, and none begins with the one before it. */
  readonly inOrder: boolean;
  /** How many of them are odd, by how. */
  readonly count: Record<'missing' | 'negative' | 'nameless' | 'changes', number>;
}

/** Puts the nodes' stacks into the builder: siblings of one name have one. */
function readNodes(
  roots: readonly unknown[],
  builder: ProfileBuilder,
  checkpoint: (done: number) => void,
): ReadNodes {
  const stacks = new GrowingInt32();
  const parents = new GrowingInt32();
  const values = new GrowingFloat64();
  const count = { missing: 0, negative: 0, nameless: 0, changes: 0 };
  // The lists of children that the walk is in, each with its parent and how far the walk is.
  const open = [{ list: roots, next: 0, parent: -1, stack: noStack, before: '' }];
  let inOrder = true;
  let known = roots.length;
  for (let level = open[0]; level !== undefined; level = open.at(-1)) {
    if (level.next === level.list.length) {
      open.pop();
      continue;
    }
    const node = asNode(level.list[level.next++]);
    const given = nameOf(node);
    const name = given ?? '';
    const value = valueOf(node);
    if (given === undefined) count.nameless++;
    if (value === undefined) count.missing++;
    else if (value < 0) count.negative++;
    if (node.delta !== undefined) count.changes++;
    if (inOrder && level.next > 1) inOrder = areInOrder(level.before, name);
    level.before = name;
    const index = stacks.length;
    const stack = builder.stack(level.stack, builder.frame(name));
    stacks.push(stack);
    parents.push(level.parent);
    values.push(value === undefined ? Number.NaN : value < 0 ? 0 : value);
    const children = childrenOf(node);
    if (children !== undefined && children.length > 0) {
      known += children.length;
      open.push({ list: children, next: 0, parent: index, stack, before: '' });
    }
    if ((index & 0xffff) === 0xffff) checkpoint(index / known);
  }
  const [stack, parent, value] = [stacks.finish(), parents.finish(), values.finish()];
  return { stack, parent, value, inOrder, count };
}

/** Whatever stands between a name and one that begins with it begins with it too: neighbours tell enough. */
const areInOrder = (before: string, name: string): boolean =>
  before < name && !(before.length < name.length && name.startsWith(before));

function note(report: ImportReport, code: string, count: number, message: string): void {
  if (count > 0) report.add({ code, message, count });
}

/** The weight of each node itself, from inclusive values or from values that are self weights. */
function selfWeights({ value, parent }: ReadNodes, report: ImportReport): Float64Array {
  const ofChildren = new Float64Array(value.length); // and in the end the rest
  let inner = 0;
  let exceeding = 0;
  for (let index = value.length - 1; index >= 0; index--) {
    const given = value[index]!; // index < the columns' length, here and below
    const children = ofChildren[index]!;
    if (children > 0) inner++;
    if (children > given * rounding) exceeding++;
    const below = parent[index]!;
    if (below >= 0) ofChildren[below]! += Number.isNaN(given) ? children : given; // an earlier node
  }
  if (exceeding * 2 > inner) {
    note(
      report,
      'self-values',
      exceeding,
      'Children outweigh their parents: values are self weights.',
    );
    ofChildren.fill(0);
  } else {
    note(
      report,
      'children-exceed',
      exceeding,
      'Nodes whose children outweigh them weigh nothing themselves.',
    );
  }
  for (let index = 0; index < value.length; index++) {
    ofChildren[index] = Math.max(0, (value[index]! || 0) - ofChildren[index]!);
  }
  return ofChildren;
}

/**
 * A sample of every node that weighs something itself, and of those without children. Gives whether
 * all weigh whole numbers, with an exact sum.
 */
function addSamples(
  builder: ProfileBuilder,
  { stack, parent }: ReadNodes,
  self: Float64Array,
): boolean {
  let sum = 0;
  let areWhole = true;
  for (let index = 0; index < self.length; index++) {
    const weight = self[index]!;
    const isLeaf = parent[index + 1] !== index;
    if (weight === 0 && !isLeaf) continue;
    builder.sample(stack[index]!, weight);
    areWhole &&= Number.isInteger(weight);
    sum += weight;
  }
  return areWhole && Number.isSafeInteger(sum);
}
