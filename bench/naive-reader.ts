/** The reader that anyone would write first: decode, split, split, an object a node. */
interface NaiveNode {
  readonly children: Map<string, NaiveNode>;
  self: number;
}

export function readNaively(bytes: Uint8Array): NaiveNode {
  const root: NaiveNode = { children: new Map(), self: 0 };
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    const space = line.lastIndexOf(' ');
    if (space < 0) continue;
    let node = root;
    for (const name of line.slice(0, space).split(';')) {
      let child = node.children.get(name);
      if (child === undefined) {
        child = { children: new Map(), self: 0 };
        node.children.set(name, child);
      }
      node = child;
    }
    node.self += Number(line.slice(space + 1));
  }
  return root;
}

/** Decode and split alone, without making anything of it: a floor for every reader of strings. */
export function decodeAndSplit(bytes: Uint8Array): number {
  let frames = 0;
  for (const line of new TextDecoder().decode(bytes).split('\n')) frames += line.split(';').length;
  return frames;
}
