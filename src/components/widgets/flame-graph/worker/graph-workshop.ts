import { diffTreeOf } from '../../../../lib/flame/compare.ts';
import type { FrameTable, FunctionTotal, Profile } from '../../../../lib/flame/index.ts';
import { framePieces } from '../../../../lib/flame/worker/frame-pieces.ts';
import { FrameTables, treeOf } from '../../../../lib/flame/worker/import-in-worker.ts';
import { buffersOf, columnsOf, copyColumns } from '../../../../lib/flame/worker/sent-columns.ts';
import type { BuiltTree, TreeWish } from '../built-tree.ts';
import { nextTask } from '../when-idle.ts';
import type {
  GraphMessage,
  GraphQuestion,
  GraphQuestions,
  GraphRequest,
  SentBuilt,
  WriteWish,
} from './graph-messages.ts';

/** What is used of a `Worker`, so that tests can stand in for one. */
export type WorkshopWorker = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>;

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (reason: Error) => void;
  readonly tables: FrameTables;
}

interface Running {
  readonly worker: WorkshopWorker;
  /** Resolves when the worker has its copies. */
  readonly ready: Promise<void>;
  readonly over: AbortController;
}

/** The copies that the worker holds are let go of when nothing was asked for so long. */
const idleMs = 30_000;
/** Work of the page at one go, while profiles are handed over. */
const sliceMs = 8;

/**
 * A worker for what takes long in large profiles: trees of other views, comparisons, tables, files.
 * It is started with the first question and gets copies of the profiles, piece by piece. A question
 * that is given up ends it; so does a while without questions. The next one starts another.
 */
export class GraphWorkshop {
  readonly #sides: readonly Profile[];
  readonly #createWorker: () => WorkshopWorker;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Running | undefined;
  #lastId = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;

  /** @param sides the profile, and a second one to compare with */
  constructor(sides: readonly Profile[], createWorker: () => WorkshopWorker = newWorker) {
    this.#sides = sides;
    this.#createWorker = createWorker;
  }

  async build(wish: TreeWish, signal?: AbortSignal): Promise<BuiltTree> {
    const { answer, frames } = await this.#ask('tree', wish, signal);
    return builtOf(answer, this.#first, frames);
  }

  async functions(
    transforms: TreeWish['transforms'],
    signal?: AbortSignal,
  ): Promise<FunctionTotal[]> {
    const { answer, frames } = await this.#ask('functions', transforms, signal);
    const { frame, self, total } = answer;
    return Array.from(frame, (at, i) => ({
      name: frames.names[at] ?? '',
      self: self[i] ?? 0,
      total: total[i] ?? 0,
    }));
  }

  async libraries(signal?: AbortSignal): Promise<string[]> {
    return (await this.#ask('libraries', null, signal)).answer;
  }

  async write(wish: WriteWish): Promise<Blob> {
    return (await this.#ask('write', wish)).answer;
  }

  close(): void {
    this.#end(new Error('The graph was closed.'));
  }

  get #first(): Profile {
    const [first] = this.#sides;
    if (first === undefined) throw new Error('There is no profile to work on.');
    return first;
  }

  async #ask<K extends GraphQuestion>(
    what: K,
    ask: GraphQuestions[K]['ask'],
    signal?: AbortSignal,
  ): Promise<{ answer: GraphQuestions[K]['answer']; frames: FrameTable }> {
    signal?.throwIfAborted();
    clearTimeout(this.#idle);
    const id = ++this.#lastId;
    const tables = new FrameTables();
    const answered = new Promise<GraphQuestions[K]['answer']>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, tables });
    });
    const giveUp = (): void => this.#giveUp(id);
    signal?.addEventListener('abort', giveUp);
    try {
      const { worker, ready } = (this.#worker ??= this.#start());
      await Promise.race([ready, answered]);
      if (this.#waiting.has(id)) worker.postMessage({ kind: 'ask', id, what, ask } as GraphRequest);
      const answer = await answered;
      return { answer, frames: extended(this.#first.frames, tables.finish(0)) };
    } finally {
      signal?.removeEventListener('abort', giveUp);
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) this.#idle = setTimeout(() => this.close(), idleMs);
    }
  }

  /** Nobody else waits: what the worker is doing is of no use any more. */
  #giveUp(id: number): void {
    const reason = new DOMException('Another view was chosen.', 'AbortError');
    if (this.#waiting.size === 1) return this.#end(reason);
    this.#waiting.get(id)?.reject(reason);
    this.#waiting.delete(id);
  }

  #start(): Running {
    const worker = this.#createWorker();
    worker.addEventListener('message', (event) => {
      this.#receive((event as MessageEvent<GraphMessage>).data);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#end(new Error((event as ErrorEvent).message));
    });
    const unreadable = new Error('An answer could not be read.');
    worker.addEventListener('messageerror', () => this.#end(unreadable));
    const over = new AbortController();
    return { worker, over, ready: this.#handOver(worker, over.signal) };
  }

  /** Copies the profiles to the worker, with pauses for the page. */
  async #handOver(worker: WorkshopWorker, over: AbortSignal): Promise<void> {
    let since = performance.now();
    for (const [side, profile] of this.#sides.entries()) {
      for (const [request, moved] of requestsOf(profile, side)) {
        if (over.aborted) return;
        worker.postMessage(request, moved);
        if (performance.now() - since < sliceMs) continue;
        await nextTask();
        since = performance.now();
      }
    }
  }

  #receive(message: GraphMessage): void {
    const waiting = this.#waiting.get(message.id);
    if (waiting === undefined) return;
    if (message.kind === 'frames') {
      waiting.tables.add(message.table, message.names, message.details);
    } else if (message.kind === 'answer') {
      waiting.resolve(message.answer as never);
    } else {
      waiting.reject(new Error(message.message));
    }
  }

  #end(reason: Error): void {
    clearTimeout(this.#idle);
    this.#worker?.over.abort();
    this.#worker?.worker.terminate();
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }
}

/** Bundlers see the URL and put the worker into a file of its own. */
function newWorker(): WorkshopWorker {
  return new Worker(new URL('./graph-worker.ts', import.meta.url), { type: 'module' });
}

/** What hands a profile over, each a short task; columns are copied, since the page keeps its own. */
function* requestsOf(profile: Profile, side: number): Generator<[GraphRequest, ArrayBuffer[]]> {
  for (const piece of framePieces(profile.frames)) yield [{ kind: 'frames', side, ...piece }, []];
  const sent = columnsOf(copyColumns(profile));
  yield [{ kind: 'profile', side, ...sent }, buffersOf([sent])];
}

/** The page's table itself, where nothing comes behind it: what is known by table stays known. */
function extended(known: FrameTable, more: FrameTable): FrameTable {
  if (more.length === 0) return known;
  const details = known.names.map((_, frame) => known.details[frame]);
  const names = [...known.names, ...more.names];
  return { length: names.length, names, details: [...details, ...more.details] };
}

function builtOf(sent: SentBuilt, whole: Profile, frames: FrameTable): BuiltTree {
  const { profile, profileFrames, tree: columns, layout, sandwich } = sent;
  const own = profileFrames === frames.length ? frames : firstFrames(frames, profileFrames, whole);
  const tree = 'presence' in columns ? diffTreeOf(columns, frames) : treeOf(columns, frames);
  return {
    profile: profile === undefined ? whole : { ...profile, frames: own },
    tree,
    layout,
    ...(sandwich === undefined ? {} : { sandwich }),
  };
}

function firstFrames(frames: FrameTable, length: number, whole: Profile): FrameTable {
  if (length === whole.frames.length) return whole.frames;
  const { names, details } = frames;
  return { length, names: names.slice(0, length), details: details.slice(0, length) };
}
