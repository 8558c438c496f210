import { JfrError, type ChunkBytes, type Key } from './chunk-bytes.ts';
import { fieldOf, type JfrType, type JfrTypes, type JfrValue } from './jfr-types.ts';

/** The constant pools of one chunk: what its events refer to by key. */
export class ConstantPools {
  readonly types: JfrTypes;
  /** By type, then by key. */
  readonly #pools = new Map<Key, Map<Key, JfrValue>>();

  constructor(types: JfrTypes) {
    this.types = types;
  }

  /** Reads the checkpoint at `start` of the chunk and, back from it, all that were before. */
  read(bytes: ChunkBytes, chunk: number, start: number): void {
    const seen = new Set<number>();
    for (let at = start; !seen.has(at);) {
      seen.add(at);
      bytes.at = chunk + at;
      const delta = this.#readCheckpoint(bytes);
      if (delta === 0) return;
      at += delta;
      if (at < 0) throw new JfrError('a checkpoint before its chunk', bytes.at);
    }
  }

  get(type: Key, key: JfrValue): JfrValue {
    return typeof key === 'number' || typeof key === 'bigint'
      ? this.#pools.get(type)?.get(key)
      : undefined;
  }

  /** The field of a value: what stands in a pool is taken from there. */
  field(type: JfrType, value: JfrValue, name: string): { type: JfrType; value: JfrValue } {
    const field = type.fields.find((candidate) => candidate.name === name);
    const found = fieldOf(type, value, name);
    const fieldType = field && this.types.get(field.type);
    if (field === undefined || fieldType === undefined) return { type, value: undefined };
    return { type: fieldType, value: field.isKey ? this.get(field.type, found) : found };
  }

  /** A field as text: symbols and the like are classes of one text. */
  textOf(type: JfrType, value: JfrValue, name: string): string {
    let found = this.field(type, value, name);
    const inner = found.type.fields[0];
    if (Array.isArray(found.value) && inner !== undefined) {
      found = this.field(found.type, found.value, inner.name);
    }
    return this.#text(found.value);
  }

  #text(value: JfrValue): string {
    if (typeof value === 'string') return value;
    if (typeof value !== 'object' || !('key' in value)) return '';
    const strings = this.types.named('java.lang.String');
    const text = strings && this.get(strings.id, value.key);
    return typeof text === 'string' ? text : '';
  }

  /** Gives where the checkpoint before stands, as seen from this one; 0 for the first. */
  #readCheckpoint(bytes: ChunkBytes): number {
    bytes.int(); // size
    bytes.long(); // type of the event: 1
    bytes.long(); // start
    bytes.long(); // duration
    const delta = Number(bytes.long());
    bytes.byte(); // kind of checkpoint
    for (let pools = bytes.count(); pools > 0; pools--) {
      const type = bytes.long();
      const pool = this.#pools.get(type) ?? new Map<Key, JfrValue>();
      this.#pools.set(type, pool);
      for (let left = bytes.count(); left > 0; left--) {
        const key = bytes.long();
        pool.set(key, this.types.readValue(type, bytes));
      }
    }
    return delta;
  }
}
