import { groupOfKind, isLoggingFrame, systemCallStacks } from '../../flame/index.ts';
import type { CallTree, Profile, SystemCall, SystemCallGroup } from '../../flame/index.ts';

/** Rows at which stacks enter each system call. */
export class CallRows {
  readonly #tree: CallTree;
  readonly #rows: readonly { readonly call: SystemCall; readonly rows: readonly number[] }[];

  constructor(profile: Profile, tree: CallTree) {
    this.#tree = tree;
    const { calls, callOf } = systemCallStacks(profile);
    const rows = calls.map((call) => ({ call, rows: new Set<number>() }));
    const rowOf = rowsOfStacks(profile, tree);
    for (let stack = 0; stack < callOf.length; stack++) {
      const call = callOf[stack] ?? -1;
      const prefix = profile.stacks.prefix[stack] ?? -1;
      const isEntry = call >= 0 && (prefix < 0 || callOf[prefix] !== call);
      if (isEntry) rows[call]?.rows.add(rowOf[stack] ?? 0);
    }
    this.#rows = rows.map((each) => ({ call: each.call, rows: [...each.rows] }));
  }

  all(): number[] {
    return this.#where(() => true);
  }

  ofKind(kind: SystemCall['kind']): number[] {
    return this.#where((call) => call.kind === kind);
  }

  ofCall({ name, kind }: SystemCall): number[] {
    return this.#where((call) => call.name === name && call.kind === kind);
  }

  ofGroup(group: SystemCallGroup): number[] {
    if (group === 'log') return this.ofKind('write').filter((row) => this.#isLogging(row));
    const rows = this.#where((call) => groupOfKind[call.kind] === group);
    return group === 'bytes' ? rows.filter((row) => !this.#isLogging(row)) : rows;
  }

  #where(fits: (call: SystemCall) => boolean): number[] {
    return this.#rows.flatMap(({ call, rows }) => (fits(call) ? rows : []));
  }

  #isLogging(row: number): boolean {
    for (let at = row; at >= 0; at = this.#tree.parent[at] ?? -1) {
      if (isLoggingFrame(this.#tree.nameOf(at))) return true;
    }
    return false;
  }
}

/** For each stack of a profile its row in the call tree, which is merged by name. */
function rowsOfStacks({ stacks, frames }: Profile, tree: CallTree): Int32Array {
  const idOfName = new Map<string, number>();
  const ids = frames.names.map((name) => {
    const id = idOfName.get(name) ?? idOfName.size;
    idOfName.set(name, id);
    return id;
  });
  const keyOf = (parent: number, frame: number) => (parent + 1) * ids.length + (ids[frame] ?? 0);
  const rowOfKey = new Map<number, number>();
  for (let row = 0; row < tree.size; row++) {
    rowOfKey.set(keyOf(tree.parent[row] ?? -1, tree.frame[row] ?? 0), row);
  }
  const rowOf = new Int32Array(stacks.length).fill(-1);
  for (let stack = 0; stack < stacks.length; stack++) {
    const prefix = stacks.prefix[stack] ?? -1;
    const parent = prefix < 0 ? -1 : (rowOf[prefix] ?? -1);
    rowOf[stack] = rowOfKey.get(keyOf(parent, stacks.frame[stack] ?? 0)) ?? -1;
  }
  return rowOf;
}
