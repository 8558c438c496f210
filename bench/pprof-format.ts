import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Bytes } from './bytes.ts';

/** What is used of a profile that pprof-format decoded. */
export interface DecodedProfile {
  readonly stringTable: { readonly strings: readonly string[] };
  readonly function: readonly { id: number | bigint; name: number | bigint }[];
  readonly location: readonly {
    id: number | bigint;
    line: readonly { functionId: number | bigint }[];
  }[];
  readonly sample: readonly {
    locationId: readonly (number | bigint)[];
    value: readonly (number | bigint)[];
  }[];
}

export interface PprofNode {
  readonly callees: Map<string, PprofNode>;
  self: number;
}

/** pprof-format's generated decoder, installed into a cache folder as the peers are. */
export async function findPprofFormat(): Promise<((bytes: Bytes) => DecodedProfile) | undefined> {
  const cache = resolve('.cache/bench-pprof');
  const entry = `${cache}/node_modules/pprof-format/dist/esm/index.js`;
  try {
    if (!existsSync(entry)) {
      const options = ['--no-save', '--no-audit', '--no-fund', '--prefix', cache];
      execFileSync('npm', ['install', ...options, 'pprof-format@2.3.2'], { stdio: 'pipe' });
    }
    const { Profile: Decoder } = (await import(entry)) as {
      Profile: { decode(bytes: Bytes): DecodedProfile };
    };
    return (bytes) => Decoder.decode(bytes);
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    console.log(`pprof-format is left out: ${why}`);
    return undefined;
  }
}

/** The least that a user of pprof-format does to see stacks: names by id, and a tree of objects. */
export function treeOfDecoded(profile: DecodedProfile): PprofNode {
  const { strings } = profile.stringTable;
  const nameOf = new Map(profile.function.map(({ id, name }) => [id, strings[Number(name)] ?? '']));
  const namesOf = new Map(
    profile.location.map(({ id, line }) => [
      id,
      line.map(({ functionId }) => nameOf.get(functionId) ?? ''),
    ]),
  );
  const root: PprofNode = { callees: new Map(), self: 0 };
  for (const { locationId, value } of profile.sample) {
    let node = root;
    for (let i = locationId.length - 1; i >= 0; i--) {
      const names = namesOf.get(locationId[i] ?? 0) ?? [];
      for (let j = names.length - 1; j >= 0; j--) node = calleeOf(node, names[j] ?? '');
    }
    node.self += Number(value[0]);
  }
  return root;
}

function calleeOf({ callees }: PprofNode, name: string): PprofNode {
  const known = callees.get(name);
  if (known !== undefined) return known;
  const callee: PprofNode = { callees: new Map(), self: 0 };
  callees.set(name, callee);
  return callee;
}

export function weightOf(root: PprofNode): number {
  let weight = 0;
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    weight += node.self;
    open.push(...node.callees.values());
  }
  return weight;
}
