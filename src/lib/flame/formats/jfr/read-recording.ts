import type { Profile } from '../../model/profile.ts';
import type { ImportReport } from '../import-issue.ts';
import { ChunkBytes, JfrError } from './chunk-bytes.ts';
import { headerLength, readChunkHeader, type ChunkHeader } from './chunk-header.ts';
import { ConstantPools } from './constant-pools.ts';
import { readMetadata } from './jfr-metadata.ts';
import { fieldOf, type JfrType, type JfrTypes, type JfrValue } from './jfr-types.ts';
import { KindProfile } from './kind-profile.ts';
import { nameOfSamples, sampleKinds, type SampleKind } from './sample-kinds.ts';
import { say } from '../say.ts';

/**
 * Reads the samples of a flight recording, chunk by chunk; each chunk brings its own types and
 * constants. A chunk that is damaged is left out, with an issue.
 */
export function readRecording(
  bytes: Uint8Array,
  report: ImportReport,
  checkpoint: (done: number) => void,
): Profile[] {
  const recording = new RecordingReader(bytes, checkpoint);
  for (let start = 0; start < bytes.length;) {
    const chunk = start;
    try {
      const header = readChunkHeader(bytes, start);
      start = Math.min(header.end, bytes.length);
      recording.readChunk(header);
    } catch (error) {
      if (!(error instanceof JfrError)) throw error;
      report.add({
        code: 'bad-chunk',
        ...say`A part of the recording is damaged or cut short (${error.message}). It was left out from here.`,
        byte: error.byte,
      });
      if (start === chunk) break; // without its header nobody knows where the next one begins
    }
  }
  return recording.finish(report);
}

/** An event type to be read, with its types looked up once a chunk. */
interface WantedType {
  readonly kind: SampleKind;
  readonly type: JfrType;
  readonly stackType: JfrType;
  readonly isTicks: boolean;
}

class RecordingReader {
  readonly #bytes: Uint8Array;
  readonly #checkpoint: (done: number) => void;
  readonly #profiles = new Map<string, KindProfile>();

  constructor(bytes: Uint8Array, checkpoint: (done: number) => void) {
    this.#bytes = bytes;
    this.#checkpoint = checkpoint;
  }

  readChunk(header: ChunkHeader): void {
    const { start, isCompressed } = header;
    const end = Math.min(header.end, this.#bytes.length);
    const bytes = new ChunkBytes(this.#bytes, start, end, isCompressed);
    bytes.at = start + header.metadata;
    const types = readMetadata(bytes);
    const pools = new ConstantPools(types);
    pools.read(bytes, start, header.constantPools);
    const wanted = wantedTypes(types);
    bytes.at = start + headerLength;
    for (let count = 1; bytes.at < end; count++) {
      const at = bytes.at;
      const size = bytes.int();
      if (size <= 0) throw new JfrError('an event without a length', at);
      const event = wanted.get(bytes.long());
      if (event !== undefined) this.#readEvent(event, bytes, pools, header);
      bytes.at = at + size;
      if (count % 4096 === 0) this.#checkpoint(at / this.#bytes.length);
    }
  }

  finish(report: ImportReport): Profile[] {
    return [...this.#profiles.values()].map((profile) => {
      if (profile.truncated > 0) {
        report.add({
          code: 'truncated-stacks',
          ...say`${profile.truncated} of ${profile.length} ${profile.name} lack their roots: the recorder cuts deep stacks. Record with a larger stackdepth.`,
        });
      }
      return profile.build();
    });
  }

  #readEvent(
    wanted: WantedType,
    bytes: ChunkBytes,
    pools: ConstantPools,
    header: ChunkHeader,
  ): void {
    const { kind, type, stackType } = wanted;
    const values = pools.types.readFields(type, bytes);
    const stack = fieldOf(type, values, 'stackTrace');
    if (typeof stack !== 'number' && typeof stack !== 'bigint') return;
    const ticks = wanted.isTicks ? 1e9 / header.ticksPerSecond : 1;
    const weight =
      kind.weight === undefined ? 1 : Number(fieldOf(type, values, kind.weight) ?? 0) * ticks;
    const time = timeOf(fieldOf(type, values, 'startTime'), header);
    const state = pools.textOf(type, values, 'state');
    this.#profileOf(kind, state).add(pools, stackType, stack, weight, time);
  }

  #profileOf(kind: SampleKind, state: string): KindProfile {
    const name = nameOfSamples(kind, state);
    let profile = this.#profiles.get(name);
    if (profile === undefined) this.#profiles.set(name, (profile = new KindProfile(kind, name)));
    return profile;
  }
}

function wantedTypes(types: JfrTypes): Map<JfrValue, WantedType> {
  const wanted = new Map<JfrValue, WantedType>();
  for (const kind of sampleKinds) {
    const type = types.named(kind.event);
    const stackField = type?.fields.find(({ name }) => name === 'stackTrace');
    const stackType = stackField && types.get(stackField.type);
    if (type === undefined || stackType === undefined) continue;
    const weightField = type.fields.find(({ name }) => name === kind.weight);
    wanted.set(type.id, { kind, type, stackType, isTicks: weightField?.isTicks === true });
  }
  return wanted;
}

function timeOf(ticks: JfrValue, header: ChunkHeader): bigint {
  if (typeof ticks !== 'number' && typeof ticks !== 'bigint') return header.startNanos;
  const since = Number(BigInt(ticks) - header.startTicks);
  return header.startNanos + BigInt(Math.round((since * 1e9) / header.ticksPerSecond));
}
