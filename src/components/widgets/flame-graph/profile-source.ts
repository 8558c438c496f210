import { importFolded } from '../../../lib/flame/graph.ts';
import type {
  CallTree,
  ImportIssue,
  ImportResult,
  Profile,
  WeightUnit,
} from '../../../lib/flame/index.ts';
import { loadImport } from './load-later.ts';

export interface LoadedProfile {
  readonly profile: Profile;
  /** Its call tree by name, where it was built beside the page. */
  readonly tree?: CallTree | undefined;
  /** The kinds of its frames, from `writeKinds`. */
  readonly kinds?: string | undefined;
  readonly issues: readonly ImportIssue[];
}

/** The file is not there, or not to be had now. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly address: string;
  readonly status: string;

  constructor(address: string, status: string) {
    super(`${address} could not be fetched (${status}).`);
    this.address = address;
    this.status = status;
  }
}

const loaded = new Map<string, Promise<LoadedProfile>>();

/**
 * Fetches and reads a profile; graphs of one file on a page share it. Rejects with a `FetchError` or
 * an `ImportError`; a failure is not remembered, so that trying again can succeed.
 *
 * @param unit what the weights of a folded file count, which the file itself does not say
 */
export function loadProfile(address: string, unit?: WeightUnit): Promise<LoadedProfile> {
  const key = `${unit ?? ''} ${address}`;
  const known = loaded.get(key);
  if (known !== undefined) return known;
  const loading = fetchProfile(address, unit);
  loaded.set(key, loading);
  loading.catch(() => loaded.delete(key));
  return loading;
}

/**
 * Puts a profile that was made in the page under an address: a graph with this `src` and the
 * profile's `unit` shows it, and nothing is fetched.
 */
export function provideProfile(address: string, profile: Profile): void {
  loaded.set(`${profile.unit} ${address}`, Promise.resolve({ profile, issues: [] }));
}

async function fetchProfile(address: string, unit?: WeightUnit): Promise<LoadedProfile> {
  const response = await fetch(address).catch((error: TypeError) => {
    throw new FetchError(address, error.message);
  });
  if (!response.ok) throw new FetchError(address, String(response.status));
  const bytes = new Uint8Array(await response.arrayBuffer());
  const fileName = new URL(address, document.baseURI).pathname.split('/').at(-1) ?? '';
  return await readProfile(bytes, fileName, unit);
}

/** From here on reading a file takes longer than starting a worker. */
const largeFile = 400_000;
const foldedName = /\.folded(\.gz)?$/;

/** Reads small folded files here, and everything else in a worker, which brings all formats. */
export async function readProfile(
  bytes: Uint8Array<ArrayBuffer>,
  fileName: string,
  unit?: WeightUnit,
): Promise<LoadedProfile> {
  const result: ImportResult & { readonly trees?: readonly CallTree[] } =
    foldedName.test(fileName) && bytes.length < largeFile
      ? await importFolded(bytes)
      : await (await loadImport()).importInWorker(bytes, { fileName, tree: { order: 'name' } });
  const { format, profiles, trees, issues } = result;
  const [profile] = profiles;
  const tree = trees?.[0];
  if (profile === undefined) throw new Error(`${fileName}: no profile in it.`);
  const counted = <T extends Profile | CallTree>(of: T): T =>
    format === 'folded' && unit !== undefined ? { ...of, unit } : of;
  return { profile: counted(profile), tree: tree && counted(tree), issues };
}
