import { JfrError, type ChunkBytes, type Key, type TextKey } from './chunk-bytes.ts';

/** A value of a recording: that of a class is the list of its fields' values. */
export type JfrValue = Key | boolean | string | TextKey | undefined | readonly JfrValue[];

export interface JfrField {
  readonly name: string;
  readonly type: Key;
  /** The value stands in the constant pool of `type`; here is its key. */
  readonly isKey: boolean;
  readonly isArray: boolean;
  /** A time or a span in ticks of the chunk's clock. */
  readonly isTicks: boolean;
}

export interface JfrType {
  readonly id: Key;
  readonly name: string;
  readonly fields: readonly JfrField[];
}

/** Types nest no deeper than this in any recording; a type inside itself would never end. */
const deepestType = 16;

/** The classes that a chunk describes in its metadata, and the reading of their values. */
export class JfrTypes {
  readonly #byId = new Map<Key, JfrType>();

  add(type: JfrType): void {
    this.#byId.set(type.id, type);
  }

  get(id: Key): JfrType | undefined {
    return this.#byId.get(id);
  }

  /** The type of this name, such as `jdk.types.Method`. */
  named(name: string): JfrType | undefined {
    for (const type of this.#byId.values()) if (type.name === name) return type;
    return undefined;
  }

  /** Reads the fields of a type, one after the other. */
  readFields(type: JfrType, bytes: ChunkBytes, depth = 0): JfrValue[] {
    if (depth > deepestType) throw new JfrError(`type ${type.name} is inside itself`, bytes.at);
    return type.fields.map((field) => {
      if (!field.isArray) return this.#readField(field, bytes, depth);
      return Array.from({ length: bytes.count() }, () => this.#readField(field, bytes, depth));
    });
  }

  /** Reads one value of a type: a plain one, or all fields of a class. */
  readValue(id: Key, bytes: ChunkBytes, depth = 0): JfrValue {
    const type = this.#byId.get(id);
    if (type === undefined) throw new JfrError(`unknown type ${id}`, bytes.at);
    switch (type.name) {
      case 'boolean':
        return bytes.byte() !== 0;
      case 'byte':
        return bytes.byte();
      case 'short':
      case 'char':
        return bytes.short();
      case 'int':
        return bytes.int();
      case 'long':
        return bytes.long();
      case 'float':
        return bytes.float();
      case 'double':
        return bytes.double();
      case 'java.lang.String':
        return bytes.text();
      default:
        return this.readFields(type, bytes, depth + 1);
    }
  }

  #readField(field: JfrField, bytes: ChunkBytes, depth: number): JfrValue {
    return field.isKey ? bytes.long() : this.readValue(field.type, bytes, depth);
  }
}

/** The value of one field; `undefined` where the type has no such field. */
export function fieldOf(type: JfrType, value: JfrValue, name: string): JfrValue {
  const index = type.fields.findIndex((field) => field.name === name);
  return Array.isArray(value) && index !== -1 ? (value as readonly JfrValue[])[index] : undefined;
}
