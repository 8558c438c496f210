import type { Locale } from '../../../lib/i18n/index.ts';
import type { CallTree, Profile, WeightUnit } from '../../../lib/flame/index.ts';
import { ImportError } from '../../../lib/flame/graph.ts';
import { errorOf, FrameTables, treeOf } from '../../../lib/flame/worker/import-in-worker.ts';
import { profileOf } from '../../../lib/flame/worker/sent-columns.ts';
import type { LabComparison, LabReading } from './lab-reading.ts';
import type {
  LabMessage,
  LabQuestion,
  LabQuestions,
  LabRequest,
  OpenedFile,
  WrittenFile,
} from './lab-messages.ts';

/** What is used of a `Worker`, so that tests can stand in for one. */
export type LabWorker = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>;

/** The worker is gone, with what it held: the file has to be opened again. */
export class WorkerCrash extends Error {
  override readonly name = 'WorkerCrash';
}

export interface OpenOptions {
  readonly fileName: string;
  /** What the weights of a folded file count. */
  readonly unit?: WeightUnit;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
  readonly createWorker?: () => LabWorker;
}

/** What a graph needs of a profile. */
export interface Taken {
  readonly profile: Profile;
  readonly tree: CallTree | undefined;
  /** The kinds of its frames, for the graph's attribute `kinds`. */
  readonly kinds: string;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (reason: Error) => void;
  readonly tables: FrameTables;
  readonly onProgress: ((done: number) => void) | undefined;
}

/**
 * A file that a worker has read and keeps. Everything that takes long happens there: reading, trees,
 * findings, comparisons, writing files.
 */
export class LabFile {
  readonly fileName: string;
  readonly #worker: LabWorker;
  readonly #waiting = new Map<number, Waiting>();
  #opened: OpenedFile = { format: '', formatLabel: '', issues: [], profiles: [] };
  #lastId = 0;
  #isGone = false;

  private constructor(worker: LabWorker, fileName: string) {
    this.#worker = worker;
    this.fileName = fileName;
    worker.addEventListener('message', (event) => {
      this.#receive((event as MessageEvent<LabMessage>).data);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#crash((event as ErrorEvent).message);
    });
    worker.addEventListener('messageerror', () => this.#crash('an answer could not be read'));
  }

  /**
   * Reads a file in a worker of its own. Rejects with an `ImportError` (also where `signal` cancels),
   * or with a `WorkerCrash`; the worker is then gone.
   */
  static async open(data: Blob | string, options: OpenOptions): Promise<LabFile> {
    const { fileName, unit, signal, onProgress, createWorker = newWorker } = options;
    signal?.throwIfAborted();
    const file = new LabFile(createWorker(), fileName);
    const cancel = (): void => file.#end(new ImportError('cancelled', 'The import was cancelled.'));
    signal?.addEventListener('abort', cancel);
    try {
      const ask = { data, fileName, ...(unit === undefined ? {} : { unit }) };
      file.#opened = await file.#ask('open', ask, { onProgress });
      return file;
    } catch (error) {
      file.close();
      throw error;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  get format(): string {
    return this.#opened.format;
  }

  get formatLabel(): string {
    return this.#opened.formatLabel;
  }

  get issues(): OpenedFile['issues'] {
    return this.#opened.issues;
  }

  /** In the file's order. */
  get profiles(): OpenedFile['profiles'] {
    return this.#opened.profiles;
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  /** A profile and its call tree by name. They belong to the caller: the worker keeps its own. */
  async take(profile: number): Promise<Taken> {
    const tables = new FrameTables();
    const sent = await this.#ask('take', { profile }, { tables });
    const frames = tables.finish(0);
    return {
      profile: profileOf(sent, frames),
      tree: sent.tree && treeOf(sent.tree, frames),
      kinds: sent.kinds,
    };
  }

  read(profile: number, locale: Locale): Promise<LabReading> {
    return this.#ask('read', { profile, locale });
  }

  /** What changed from this file's profile to another's. The page itself never holds both. */
  async compare(
    profile: number,
    after: { readonly file: LabFile; readonly profile: number },
    locale: Locale,
  ): Promise<LabComparison> {
    const port = after.file.#lend(after.profile);
    return await this.#ask('compare', { profile, port, locale }, { moved: [port] });
  }

  write(profile: number, file: Exclude<WrittenFile, 'differential'>): Promise<Blob> {
    return this.#ask('write', { profile, file }).then((content) => new Blob([content]));
  }

  /** Both profiles as stacks with two weights, as difffolded.pl writes them. */
  async writeDifference(
    profile: number,
    after: { readonly file: LabFile; readonly profile: number },
  ): Promise<Blob> {
    const port = after.file.#lend(after.profile);
    const ask = { profile, file: 'differential', port } as const;
    return new Blob([await this.#ask('write', ask, { moved: [port] })]);
  }

  close(): void {
    this.#end(new ImportError('cancelled', 'The file was closed.'));
  }

  /** One end of a channel; the worker sends the profile down the other. */
  #lend(profile: number): MessagePort {
    if (this.#isGone) throw new WorkerCrash('The worker of the second profile has ended.');
    const { port1, port2 } = new MessageChannel();
    void this.#ask('lend', { profile, port: port1 }, { moved: [port1] }).catch(() => undefined);
    return port2;
  }

  #ask<K extends LabQuestion>(
    kind: K,
    ask: LabQuestions[K]['ask'],
    more: {
      tables?: FrameTables;
      onProgress?: ((done: number) => void) | undefined;
      moved?: Transferable[];
    } = {},
  ): Promise<LabQuestions[K]['answer']> {
    if (this.#isGone) return Promise.reject(new WorkerCrash('The worker has ended.'));
    const id = ++this.#lastId;
    const { tables = new FrameTables(), onProgress, moved = [] } = more;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, tables, onProgress });
      this.#worker.postMessage({ id, kind, ask } as LabRequest, moved);
    });
  }

  #receive(message: LabMessage): void {
    const waiting = this.#waiting.get(message.id);
    if (waiting === undefined) return;
    switch (message.kind) {
      case 'progress':
        return waiting.onProgress?.(message.done);
      case 'frames':
        return waiting.tables.add(message.table, message.names, message.details);
      case 'answer':
        this.#waiting.delete(message.id);
        return waiting.resolve(message.answer as never);
      case 'error':
        this.#waiting.delete(message.id);
        return waiting.reject(errorOf(message));
    }
  }

  #crash(reason: string): void {
    this.#end(new WorkerCrash(reason));
  }

  #end(reason: Error): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }
}

/** Bundlers see the URL and put the worker into a file of its own. */
function newWorker(): LabWorker {
  return new Worker(new URL('./lab-worker.ts', import.meta.url), { type: 'module' });
}
