import {
  applyTransforms,
  diffColumns,
  functionTotals,
  layoutOfTree,
  libraryTotals,
} from '../../../../lib/flame/index.ts';
import type { FrameTable, Profile } from '../../../../lib/flame/index.ts';
import { sendFrames } from '../../../../lib/flame/worker/answer-import.ts';
import { FrameTables } from '../../../../lib/flame/worker/import-in-worker.ts';
import { profileOf } from '../../../../lib/flame/worker/sent-columns.ts';
import { buildWish } from '../rare-trees.ts';
import type { TreeWish } from '../built-tree.ts';
import { stacksFile } from '../stacks-file.ts';
import type {
  FunctionColumns,
  GraphMessage,
  GraphQuestion,
  GraphQuestions,
  GraphRequest,
  SentBuilt,
} from './graph-messages.ts';

type Send = (message: GraphMessage, transfer: ArrayBuffer[]) => void;
type Ask = Extract<GraphRequest, { kind: 'ask' }>;

/**
 * The inside of the worker: takes the profiles, and answers what the page asks of them. Never
 * throws: an error is an answer.
 */
export class GraphAnswers {
  readonly #send: Send;
  readonly #frames = new FrameTables();
  readonly #sides: Profile[] = [];

  constructor(send: Send) {
    this.#send = send;
  }

  receive(request: GraphRequest): void {
    if (request.kind === 'frames') {
      this.#frames.add(request.side, request.names, request.details);
    } else if (request.kind === 'profile') {
      const frames = this.#frames.finish(request.side);
      this.#sides[request.side] = profileOf(request, frames);
    } else {
      this.#answer(request);
    }
  }

  #answer(request: Ask): void {
    const { id } = request;
    try {
      const { answer, frames } = this.#answerOf(request);
      const known = this.#side(0).frames.length;
      const { names, details } = frames ?? this.#side(0).frames;
      const rest = { names: names.slice(known), details: details.slice(known) };
      sendFrames(rest, 0, (piece, transfer) => this.#send({ id, ...piece }, transfer));
      this.#send({ id, kind: 'answer', answer }, this.#movable(answer));
    } catch (error) {
      this.#send({ id, kind: 'error', message: String(error) }, []);
    }
  }

  /** `frames` is a table that begins with those of the first profile. */
  #answerOf(request: Ask): {
    answer: GraphQuestions[GraphQuestion]['answer'];
    frames?: FrameTable;
  } {
    switch (request.what) {
      case 'tree':
        return this.#tree(request.ask);
      case 'functions': {
        const profile = applyTransforms(this.#side(0), request.ask);
        return { answer: functionColumns(profile), frames: profile.frames };
      }
      case 'libraries':
        return { answer: libraryTotals(this.#side(0)).map(({ name }) => name) };
      case 'write': {
        const { file, transforms, normalize } = request.ask;
        const stepped = (side: number) => applyTransforms(this.#side(side), transforms);
        const other = normalize && { after: stepped(1), normalize };
        return { answer: stacksFile(stepped(0), file, other) };
      }
    }
  }

  #tree(wish: TreeWish): { answer: SentBuilt; frames: FrameTable } {
    const whole = this.#side(0);
    if (wish.view === 'diff') {
      const [before, after] = [whole, this.#side(1)].map((side) =>
        applyTransforms(side, wish.transforms),
      ) as [Profile, Profile];
      const { columns, frames } = diffColumns(before, after, wish.diff);
      const layout = layoutOfTree(columns);
      const profile = this.#sentProfile(before);
      return { answer: { ...profile, tree: columns, layout }, frames };
    }
    const { profile, tree, layout, sandwich } = buildWish(whole, wish);
    const { frames, nameOf: _nameOf, ...columns } = tree;
    const more = sandwich === undefined ? {} : { sandwich };
    return { answer: { ...this.#sentProfile(profile), tree: columns, layout, ...more }, frames };
  }

  #sentProfile(profile: Profile): Pick<SentBuilt, 'profile' | 'profileFrames'> {
    const { frames, ...columns } = profile;
    const isWhole = profile === this.#side(0);
    return { profileFrames: frames.length, ...(isWhole ? {} : { profile: columns }) };
  }

  #side(side: number): Profile {
    const profile = this.#sides[side];
    if (profile === undefined) throw new Error(`The graph has no profile ${side}.`);
    return profile;
  }

  /** Every buffer of an answer once, but for those of the profiles: they stay, and are copied. */
  #movable(answer: object): ArrayBuffer[] {
    const kept = new Set(this.#sides.flatMap((side) => [...buffersIn(side)]));
    return [...buffersIn(answer)].filter((buffer) => !kept.has(buffer));
  }
}

function buffersIn(value: object, buffers = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
  } else if (!Array.isArray(value) && !(value instanceof Blob)) {
    for (const part of Object.values(value) as unknown[]) {
      if (typeof part === 'object' && part !== null) buffersIn(part, buffers);
    }
  }
  return buffers;
}

function functionColumns(profile: Profile): FunctionColumns {
  const frameOf = new Map(profile.frames.names.map((name, frame) => [name, frame]));
  const totals = functionTotals(profile);
  return {
    frame: Int32Array.from(totals, ({ name }) => frameOf.get(name) ?? 0),
    self: Float64Array.from(totals, ({ self }) => self),
    total: Float64Array.from(totals, ({ total }) => total),
  };
}
