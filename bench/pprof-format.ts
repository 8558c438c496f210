import type { Bytes } from './bytes.ts';
import { installedPeer } from './installed-peer.ts';

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
  const file = installedPeer('pprof-format', '2.3.2', 'dist/esm/index.js');
  if (file === undefined) return undefined;
  const { Profile: Decoder } = (await import(file)) as {
    Profile: { decode(bytes: Bytes): DecodedProfile };
  };
  return (bytes) => Decoder.decode(bytes);
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
