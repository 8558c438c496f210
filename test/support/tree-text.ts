import type { CallTree } from '../../src/lib/flame/tree/call-tree.ts';

/** A call tree as indented text: `name total`, and the self weight where it differs. */
export function treeText(tree: CallTree): string {
  const lines: string[] = [];
  for (let i = 0; i < tree.size; i++) {
    const indent = '  '.repeat(tree.depth[i] ?? 0);
    const self = tree.self[i] === tree.total[i] ? '' : ` (self ${tree.self[i]})`;
    lines.push(`${indent}${tree.nameOf(i)} ${tree.total[i]}${self}`);
  }
  return lines.join('\n');
}
