import {
  formats,
  frameKinds,
  importProfile,
  kindsOfFrames,
  toDifferentialFolded,
  toFolded,
  toPprof,
  toSpeedscope,
} from '../../../lib/flame/index.ts';
import type { FrameTable, Profile } from '../../../lib/flame/index.ts';
import {
  errorAnswer,
  sendFrames,
  sentTree,
  throttled,
} from '../../../lib/flame/worker/answer-import.ts';
import {
  buffersOf,
  columnsOf,
  copyColumns,
  profileOf,
} from '../../../lib/flame/worker/sent-columns.ts';
import type { SentColumns } from '../../../lib/flame/worker/sent-columns.ts';
import { limits } from '../../../lib/lab/index.ts';
import { compareForLab, readForLab } from './lab-reading.ts';
import type {
  LabMessage,
  LabQuestion,
  LabQuestions,
  LabRequest,
  OpenedFile,
  ProfileSummary,
  TakenProfile,
} from './lab-messages.ts';

type Send = (message: LabMessage, transfer: ArrayBuffer[]) => void;
type Body = LabMessage extends infer M ? (M extends unknown ? Omit<M, 'id'> : never) : never;
/** Sends under the id of the request that is being answered. */
type Reply = (body: Body, transfer: ArrayBuffer[]) => void;

/**
 * The inside of the lab's worker: reads one file, keeps its profiles, and answers what the page asks
 * of them, one question after the other. Never throws: an error is an answer.
 */
export class LabAnswers {
  readonly #send: Send;
  #profiles: readonly Profile[] = [];
  #format = '';

  constructor(send: Send) {
    this.#send = send;
  }

  async answer(request: LabRequest): Promise<void> {
    const reply = (body: Body, transfer: ArrayBuffer[]): void =>
      this.#send({ id: request.id, ...body } as LabMessage, transfer);
    try {
      const [answer, moved] = await this.#answerOf(request, reply);
      reply({ kind: 'answer', answer }, moved);
    } catch (error) {
      reply(errorAnswer(error), []);
    }
  }

  async #answerOf(
    { kind, ask }: LabRequest,
    reply: Reply,
  ): Promise<[answer: LabQuestions[LabQuestion]['answer'], moved: ArrayBuffer[]]> {
    switch (kind) {
      case 'open':
        return [await this.#open(ask, reply), []];
      case 'take': {
        const sent = copyOf(this.#profile(ask.profile), reply);
        return [sent, buffersOf([sent])];
      }
      case 'read': {
        const { profile, locale } = ask;
        return [readForLab(this.#profile(profile), { locale, format: this.#format }), []];
      }
      case 'lend':
        ask.port.postMessage(lentOf(this.#profile(ask.profile)));
        return [true, []];
      case 'compare':
        return [compareForLab(this.#profile(ask.profile), await lentBy(ask.port), ask.locale), []];
      case 'write':
        return [await this.#write(ask), []];
    }
  }

  async #open(
    { data, fileName, format, unit }: LabQuestions['open']['ask'],
    reply: Reply,
  ): Promise<OpenedFile> {
    const bytes = typeof data === 'string' ? data : new Uint8Array(await data.arrayBuffer());
    const result = await importProfile(bytes, {
      fileName,
      limit: limits.unpackedBytes,
      ...(format === undefined ? {} : { format }),
      onProgress: throttled((done) => reply({ kind: 'progress', done }, [])),
    });
    this.#format = result.format;
    const isTold = result.format === 'folded' && unit !== undefined;
    this.#profiles = isTold
      ? result.profiles.map((profile) => ({ ...profile, unit }))
      : result.profiles;
    return {
      format: result.format,
      formatLabel: formats.find(({ id }) => id === result.format)?.label ?? result.format,
      issues: result.issues,
      profiles: this.#profiles.map(summaryOf),
    };
  }

  #profile(index: number): Profile {
    const profile = this.#profiles[index];
    if (profile === undefined) throw new Error(`The file has no profile ${index}.`);
    return profile;
  }

  async #write({
    profile: index,
    file,
    port,
  }: LabQuestions['write']['ask']): Promise<string | Uint8Array<ArrayBuffer>> {
    const profile = this.#profile(index);
    switch (file) {
      case 'folded':
        return toFolded(profile);
      case 'speedscope':
        return JSON.stringify(toSpeedscope(profile));
      case 'pprof':
        return Uint8Array.from(toPprof(profile));
      case 'differential':
        if (port === undefined) throw new Error('There is no second profile.');
        return toDifferentialFolded(profile, await lentBy(port), { normalize: 'total' });
    }
  }
}

function summaryOf(profile: Profile, index: number): ProfileSummary {
  const { name, unit, totalWeight, samples, sampleCount } = profile;
  return {
    index,
    name,
    unit,
    totalWeight,
    rows: samples.length,
    ...(sampleCount === undefined ? {} : { sampleCount }),
  };
}

/**
 * The columns are copied, since the worker keeps its own, and the copies moved. The tree is built of
 * the copies: it may share columns with its profile.
 */
function copyOf(profile: Profile, reply: Reply): TakenProfile {
  const copy = copyColumns(profile);
  sendFrames(copy.frames, 0, (piece, transfer) => reply(piece, transfer));
  const tree = sentTree(copy, { order: 'name' });
  return { ...columnsOf(copy), table: 0, tree, kinds: kindDigits(profile) };
}

/** What kind of code each frame is takes the page some microseconds a name; here nobody waits. */
function kindDigits(profile: Profile): string {
  const digits = new Map(frameKinds.map((kind, digit) => [kind, String(digit)]));
  return kindsOfFrames(profile)
    .map((kind) => digits.get(kind) ?? '')
    .join('');
}

/** A profile on its way from one worker to another. */
interface Lent extends SentColumns {
  readonly frames: FrameTable;
}

function lentOf(profile: Profile): Lent {
  return { ...columnsOf(profile), frames: profile.frames };
}

/** The profile that another worker sends. */
function lentBy(port: MessagePort): Promise<Profile> {
  return new Promise((resolve) => {
    port.addEventListener(
      'message',
      ({ data }: MessageEvent<Lent>) => {
        port.close();
        resolve(profileOf(data, data.frames));
      },
      { once: true },
    );
    port.start();
  });
}
