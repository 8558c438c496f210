import { noStack, type ProfileBuilder } from '../../model/profile-builder.ts';
import type { FrameDetail } from '../../model/profile.ts';
import type { ImportReport } from '../import-issue.ts';
import {
  asNumber,
  isArray,
  isRecord,
  listOf,
  member,
  numberOf,
  textOf,
} from '../json/json-value.ts';
import { LinkedStacks, noParent } from '../stacks/linked-stacks.ts';
import { say } from '../say.ts';

/** One node of V8's call tree, as all its formats have it. */
export interface CpuNode {
  /** As the file gives it: empty for a function without a name. */
  readonly name: string;
  readonly url: string;
  /** 1-based; 0 where the file gives none. */
  readonly line: number;
  /** Samples that ended in this node, by V8's own count. */
  readonly hits: number;
}

/** V8's call tree by node, in the file's order. */
export interface CpuNodes {
  readonly nodes: readonly CpuNode[];
  /** Index of a node's caller, or `noParent`. */
  readonly parents: Int32Array;
  /** Nodes whose caller is not in the file: their stacks start with them. */
  readonly orphans: number;
  /** Index by the id that samples use; undefined where there is no such node. */
  find(id: unknown): number | undefined;
  /** Whether two nodes share an id, so that samples do not say which is meant. */
  readonly hasRepeatedIds: boolean;
}

/** What V8 writes for the tree's root, which is no function. */
const rootName = '(root)';

/**
 * Nodes in a flat list (`nodes` of a .cpuprofile, of a trace's chunks), linked by `children` or by
 * `parent`. Lines are 0-based in the file, -1 for none.
 */
export function readFlatNodes(list: readonly unknown[]): CpuNodes {
  const nodes: CpuNode[] = [];
  const indexOf = new Map<unknown, number>();
  for (const entry of list) {
    const frame = member(entry, 'callFrame');
    const id = member(entry, 'id');
    if (!indexOf.has(id)) indexOf.set(id, nodes.length);
    nodes.push({
      name: textOf(frame, 'functionName') ?? '',
      url: textOf(frame, 'url') ?? '',
      line: (numberOf(frame, 'lineNumber') ?? -1) + 1,
      hits: numberOf(entry, 'hitCount') ?? 0,
    });
  }
  return {
    nodes,
    ...linkParents(list, indexOf),
    find: (id) => indexOf.get(id),
    hasRepeatedIds: indexOf.size < nodes.length,
  };
}

function linkParents(
  list: readonly unknown[],
  indexOf: ReadonlyMap<unknown, number>,
): { parents: Int32Array; orphans: number } {
  const parents = new Int32Array(list.length).fill(noParent);
  let orphans = 0;
  list.forEach((entry, index) => {
    const parent = member(entry, 'parent');
    if (parent !== undefined && parent !== null) {
      const found = indexOf.get(parent);
      if (found === undefined) orphans++;
      else parents[index] = found;
    }
    for (const child of listOf(entry, 'children') ?? []) {
      const found = indexOf.get(child);
      if (found !== undefined) parents[found] = index;
    }
  });
  return { parents, orphans };
}

/**
 * Nodes in a nested tree (`head` of V8's old C++ interface and of v8-profiler), where lines are
 * 1-based. Walked without recursion.
 */
export function readNestedNodes(head: unknown): CpuNodes {
  const nodes: CpuNode[] = [];
  const parents: number[] = [];
  const indexOf = new Map<unknown, number>();
  const pending: { entry: unknown; parent: number }[] = [{ entry: head, parent: noParent }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { entry, parent } = next;
    if (!isRecord(entry)) continue;
    const index = nodes.length;
    const id = member(entry, 'id');
    if (!indexOf.has(id)) indexOf.set(id, index);
    nodes.push(nestedNode(entry));
    parents.push(parent);
    const children = listOf(entry, 'children') ?? [];
    for (let i = children.length - 1; i >= 0; i--) {
      pending.push({ entry: children[i], parent: index });
    }
  }
  return {
    nodes,
    parents: Int32Array.from(parents),
    orphans: 0,
    find: (id) => indexOf.get(id),
    hasRepeatedIds: indexOf.size < nodes.length,
  };
}

function nestedNode(entry: unknown): CpuNode {
  return {
    name: textOf(entry, 'functionName') ?? '',
    url: textOf(entry, 'url') ?? '',
    line: asNumber(member(entry, 'lineNumber')) ?? 0,
    hits: numberOf(entry, 'hitCount') ?? 0,
  };
}

/** Node ids or hit counts: whether a value looks like V8's nested tree. */
export function isNestedTree(head: unknown): boolean {
  return (
    isRecord(head) &&
    isArray(member(head, 'children')) &&
    textOf(head, 'functionName') !== undefined
  );
}

/** Says that some stacks lack their beginning. */
export function reportOrphans({ orphans }: CpuNodes, name: string, report: ImportReport): void {
  if (orphans === 0) return;
  report.add({
    code: 'missing-caller',
    ...say`"${name}": the caller of ${orphans} nodes is not in the file. Their stacks start with them.`,
    count: orphans,
  });
}

/** Whether a node is the tree's root, which is in no stack. */
export function isRoot(nodes: CpuNodes, index: number): boolean {
  return nodes.parents[index] === noParent && nodes.nodes[index]?.name === rootName;
}

/** Stacks of the nodes in a profile under construction. */
export function stacksOfNodes(
  nodes: CpuNodes,
  builder: ProfileBuilder,
  nameOf: (node: CpuNode) => string,
): LinkedStacks {
  return new LinkedStacks({
    length: nodes.nodes.length,
    parentOf: (index) => nodes.parents[index] ?? noParent,
    push(prefix, index) {
      const node = nodes.nodes[index];
      if (node === undefined || (prefix === noStack && isRoot(nodes, index))) return prefix;
      return builder.stack(prefix, builder.frame(nameOf(node), detailOf(node)));
    },
  });
}

export function detailOf({ url, line }: Pick<CpuNode, 'url' | 'line'>): FrameDetail | undefined {
  if (url === '' && line < 1) return undefined;
  return { ...(url === '' ? {} : { file: url }), ...(line < 1 ? {} : { line }) };
}

/** The function's name; of a function without one, where it stands. */
export function nameOrPlace({ name, url, line }: Pick<CpuNode, 'name' | 'url' | 'line'>): string {
  if (name !== '') return name;
  const file = url.slice(url.lastIndexOf('/') + 1);
  return url === '' ? '(anonymous)' : `(anonymous ${file}:${line})`;
}
