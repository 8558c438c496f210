import { buildCallTree, importProfile } from '../src/lib/flame/index.ts';
import type { Bytes } from './bytes.ts';
import { decodeAndSplit, readNaively } from './naive-reader.ts';
import {
  findD3Hierarchy,
  findD3Layout,
  findFastXmlParser,
  findJfrDecoder,
  findJfrTree,
  findTxml,
} from './other-peers.ts';
import { findPprofFormat, treeOfDecoded } from './pprof-format.ts';
import { findSpeedscope } from './speedscope-importer.ts';

export type Reader = (bytes: Bytes) => unknown;

/** Ours, from bytes to a laid-out tree. */
export const toTree = 'Flamewise: bytes to tree and layout';

/** Every reader that is compared, by the name that it is printed under; made in its own process. */
const makers: Readonly<
  Record<string, (fileName: string) => Reader | undefined | Promise<Reader | undefined>>
> = {
  'TextDecoder.decode': () => (bytes) => new TextDecoder().decode(bytes).length,
  'JSON.parse': () => (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as unknown,
  Flamewise: () => (bytes) => importProfile(bytes),
  [toTree]: () => async (bytes) => {
    const { profiles } = await importProfile(bytes);
    return profiles.map((profile) => ({ profile, tree: buildCallTree(profile) }));
  },
  'decode + split': () => decodeAndSplit,
  'naive: decode, split, objects': () => readNaively,
  speedscope(fileName) {
    console.warn = () => undefined; // it warns of every call that is open at the end
    const read = findSpeedscope();
    return (
      read &&
      (async (bytes) => {
        const group = await read(bytes, fileName);
        if (group === null) throw new Error('speedscope does not read this'); // it only looks at it
        return group;
      })
    );
  },
  'pprof-format, decode alone': findPprofFormat,
  async 'pprof-format, decode and tree'() {
    const decode = await findPprofFormat();
    return decode && ((bytes) => treeOfDecoded(decode(bytes)));
  },
  'JSON.parse + d3-hierarchy': findD3Hierarchy,
  'JSON.parse, d3-hierarchy, order, widths': findD3Layout,
  'fast-xml-parser': findFastXmlParser,
  txml: findTxml,
  'jfrview, decode alone': findJfrDecoder,
  'jfrview, decode and tree': findJfrTree,
};

/** The reader of this name, for a file that has `fileName`; undefined where it cannot be had. */
export async function readerOf(name: string, fileName: string): Promise<Reader | undefined> {
  return await makers[name]?.(fileName);
}
