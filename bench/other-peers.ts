import { readFileSync } from 'node:fs';
import type { Bytes } from './bytes.ts';
import { installedPeer } from './installed-peer.ts';

type Read = (bytes: Bytes) => unknown;

/**
 * Nobody reads a flame graph SVG or an xctrace export in JavaScript. Whoever would begins with a parser
 * of XML: these two, which are to be had and say that they are fast, stop at a tree of tags.
 */
export async function findFastXmlParser(): Promise<Read | undefined> {
  const file = installedPeer('fast-xml-parser', '5.12.1', 'src/fxp.js');
  if (file === undefined) return undefined;
  const { XMLParser } = (await import(file)) as {
    XMLParser: new (options: object) => { parse(text: string): unknown };
  };
  const parser = new XMLParser({ ignoreAttributes: false, processEntities: true });
  return (bytes) => parser.parse(new TextDecoder().decode(bytes));
}

export async function findTxml(): Promise<Read | undefined> {
  const file = installedPeer('txml', '6.0.3', 'dist/index.mjs');
  if (file === undefined) return undefined;
  const { parse } = (await import(file)) as { parse(text: string): unknown };
  return (bytes) => parse(new TextDecoder().decode(bytes));
}

interface D3Node {
  readonly data: { readonly name: string; readonly value: number };
  value: number;
}

interface D3Root extends D3Node {
  each(visit: (node: D3Node) => void): unknown;
  sort(compare: (a: D3Node, b: D3Node) => number): unknown;
}

interface D3Hierarchy {
  hierarchy(root: unknown): D3Root;
  partition(): (root: D3Root) => unknown;
}

async function importD3(): Promise<D3Hierarchy | undefined> {
  // Its modules import each other without endings, which Node takes from the one bundle only.
  const file = installedPeer('d3-hierarchy', '3.1.3', 'dist/d3-hierarchy.mjs');
  return file === undefined ? undefined : ((await import(file)) as D3Hierarchy);
}

/** What d3-flame-graph does with its file before it lays anything out. */
export async function findD3Hierarchy(): Promise<Read | undefined> {
  const d3 = await importD3();
  return d3 && ((bytes) => d3.hierarchy(JSON.parse(new TextDecoder().decode(bytes))));
}

/** And what it does then, to know where each box is and how wide. */
export async function findD3Layout(): Promise<Read | undefined> {
  const d3 = await importD3();
  return d3 && ((bytes) => layOut(d3, JSON.parse(new TextDecoder().decode(bytes))));
}

function layOut({ hierarchy, partition }: D3Hierarchy, json: unknown): unknown {
  const root = hierarchy(json);
  root.each((node) => {
    node.value = node.data.value;
  });
  root.sort((a, b) => compareNames(a.data.name, b.data.name));
  return partition()(root);
}

function compareNames(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

interface JfrSample {
  readonly frames: readonly { readonly name: string }[];
}

/** The reader of flight recordings that speedscope uses: Rust, as WebAssembly. */
async function findJfrview(): Promise<((bytes: Bytes) => readonly JfrSample[]) | undefined> {
  const file = installedPeer('jfrview', '0.2.0', 'jfrview.js');
  if (file === undefined) return undefined;
  const { initSync, interpret_jfr: interpret } = (await import(file)) as {
    initSync(options: { module: Uint8Array<ArrayBuffer> }): void;
    interpret_jfr(bytes: Bytes, withNative: boolean): readonly JfrSample[];
  };
  initSync({ module: new Uint8Array(readFileSync(file.replace(/\.js$/, '_bg.wasm'))) });
  return (bytes) => interpret(bytes, true);
}

/** It gives handles: no name of a frame has been asked for. */
export function findJfrDecoder(): Promise<Read | undefined> {
  return findJfrview();
}

/** The least that a user of it does to see stacks: a tree of objects. Frames are leaf first. */
export async function findJfrTree(): Promise<Read | undefined> {
  const decode = await findJfrview();
  return decode && ((bytes) => treeOf(decode(bytes)));
}

interface Node {
  readonly callees: Map<string, Node>;
  self: number;
}

function treeOf(samples: readonly JfrSample[]): Node {
  const root: Node = { callees: new Map(), self: 0 };
  for (const { frames } of samples) {
    let node = root;
    for (const { name } of frames) {
      let callee = node.callees.get(name);
      if (callee === undefined) {
        callee = { callees: new Map(), self: 0 };
        node.callees.set(name, callee);
      }
      node = callee;
    }
    node.self++;
  }
  return root;
}
