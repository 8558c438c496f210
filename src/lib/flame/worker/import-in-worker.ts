import { ImportError } from '../formats/import-error.ts';
import type { ImportOptions, ImportResult } from '../formats/import-profile.ts';
import type { FrameDetail, FrameTable } from '../model/profile.ts';
import type { CallTreeOptions } from '../tree/build-call-tree.ts';
import type { CallTree } from '../tree/call-tree.ts';
import { namer } from '../tree/sorted-call-tree.ts';
import type { ImportAnswer, ImportRequest, SentTree } from './import-messages.ts';
import { profileOf } from './sent-columns.ts';

/** What is used of a `Worker`, so that tests can stand in for one. */
export type ImportWorker = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>;

export interface WorkerImportOptions extends ImportOptions {
  /** Build the call tree of each profile in the worker too. */
  readonly tree?: CallTreeOptions;
  readonly createWorker?: () => ImportWorker;
}

/** `ImportResult`, and the trees that were asked for, one a profile. */
export interface WorkerImportResult extends ImportResult {
  readonly trees: CallTree[];
}

/**
 * `importProfile` in a worker of its own: the page is never held up, progress comes now and then,
 * and `signal` stops at once. Give a `File` where there is one: the worker reads it. The buffer of
 * a `Uint8Array` is moved to the worker, so the array is empty afterwards.
 */
export function importInWorker(
  data: Blob | Uint8Array | string,
  { signal, onProgress, createWorker = newWorker, ...options }: WorkerImportOptions = {},
): Promise<WorkerImportResult> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(cancelled());
      return;
    }
    const worker = createWorker();
    const tables = new FrameTables();
    const finish = (settle: () => void): void => {
      worker.terminate();
      signal?.removeEventListener('abort', cancel);
      settle();
    };
    const cancel = (): void => finish(() => reject(cancelled()));
    signal?.addEventListener('abort', cancel);
    worker.addEventListener('message', (event) => {
      const answer = (event as MessageEvent<ImportAnswer>).data;
      if (answer.kind === 'progress') onProgress?.(answer.done);
      else if (answer.kind === 'frames') tables.add(answer.table, answer.names, answer.details);
      else if (answer.kind === 'error') finish(() => reject(errorOf(answer)));
      else finish(() => resolve(resultOf(answer, tables)));
    });
    worker.addEventListener('error', () => finish(() => reject(crashed())));
    worker.addEventListener('messageerror', () => finish(() => reject(crashed())));
    worker.postMessage({ data, ...options } satisfies ImportRequest, transferOf(data));
  });
}

/** Bundlers see the URL and put the worker, with the formats, into a file of its own. */
function newWorker(): ImportWorker {
  return new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
}

function transferOf(data: Blob | Uint8Array | string): ArrayBuffer[] {
  return data instanceof Uint8Array && data.buffer instanceof ArrayBuffer ? [data.buffer] : [];
}

/** Frame tables as they come, piece by piece. */
export class FrameTables {
  readonly #tables: { names: string[]; details: (FrameDetail | undefined)[] }[] = [];

  add(
    table: number,
    names: readonly string[],
    details: readonly (FrameDetail | undefined)[],
  ): void {
    const known = (this.#tables[table] ??= { names: [], details: [] });
    for (const name of names) known.names.push(name);
    for (const detail of details) known.details.push(detail);
  }

  finish(table: number): FrameTable {
    const { names, details } = this.#tables[table] ?? { names: [], details: [] };
    return { length: names.length, names, details };
  }
}

function resultOf(
  { format, issues, profiles }: Extract<ImportAnswer, { kind: 'result' }>,
  tables: FrameTables,
): WorkerImportResult {
  const frames = new Map<number, FrameTable>();
  const whole = profiles.map((sent) => {
    const { table, tree } = sent;
    const known = frames.get(table) ?? tables.finish(table);
    frames.set(table, known);
    return { profile: profileOf(sent, known), tree: tree && treeOf(tree, known) };
  });
  return {
    format,
    issues,
    profiles: whole.map(({ profile }) => profile),
    trees: whole.flatMap(({ tree }) => (tree === undefined ? [] : [tree])),
  };
}

/** The tree as it was before it was sent. */
export function treeOf(tree: SentTree, frames: FrameTable): CallTree {
  return { ...tree, frames, nameOf: namer(frames, tree.frame) };
}

export function errorOf({
  code,
  said,
  line,
  byte,
  advice,
  because,
}: Extract<ImportAnswer, { kind: 'error' }>): ImportError {
  return new ImportError(code, said, {
    ...(line === undefined ? {} : { line }),
    ...(byte === undefined ? {} : { byte }),
    ...(advice === undefined ? {} : { advice }),
    ...(because === undefined ? {} : { because }),
  });
}

function cancelled(): ImportError {
  return new ImportError('cancelled', 'The import was cancelled.');
}

function crashed(): ImportError {
  return new ImportError('unreadable', 'The reader stopped unexpectedly.', {
    advice: 'The file may be larger than the memory of this machine allows.',
  });
}
