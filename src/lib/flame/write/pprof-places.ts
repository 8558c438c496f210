import type { FrameDetail, Profile } from '../model/profile.ts';
import type { ProtobufWriter } from './protobuf-writer.ts';

/** Strings, functions, locations and mappings of a pprof file; an id is a position from 1. */
export class PprofPlaces {
  readonly #profile: Profile;
  readonly #strings = new Map<string, number>([['', 0]]);
  readonly #functions = new Map<string, { id: number; name: number; file: number }>();
  readonly #mappings = new Map<string, number>();
  /** The frames of each location, innermost first, by those frames. */
  readonly #locations = new Map<string | number, readonly number[]>();
  readonly #ids = new Map<string | number, number>();

  constructor(profile: Profile) {
    this.#profile = profile;
  }

  /** The text's index in the string table. */
  string(text: string): number {
    let index = this.#strings.get(text);
    if (index === undefined) this.#strings.set(text, (index = this.#strings.size));
    return index;
  }

  /** Ids of the locations of a stack, leaf first. */
  locationsOf(leaf: number): number[] {
    const { prefix, frame } = this.#profile.stacks;
    const ids: number[] = [];
    let inlined: number[] = [];
    for (let stack = leaf; stack !== -1; stack = prefix[stack] ?? -1) {
      const index = frame[stack] ?? 0;
      const detail = this.#detail(index);
      if (inlined.some((inner) => !this.#canHold(detail, this.#detail(inner)))) {
        ids.push(this.#location(inlined));
        inlined = [];
      }
      inlined.push(index);
      if (detail.inlined === true) continue;
      ids.push(this.#location(inlined));
      inlined = [];
    }
    if (inlined.length > 0) ids.push(this.#location(inlined));
    return ids;
  }

  /** Writes the tables: mappings, locations, functions and, last, the strings. */
  write(writer: ProtobufWriter): void {
    for (const [key, frames] of this.#locations) {
      writer.message(4, (message) => this.#writeLocation(message, this.#ids.get(key) ?? 0, frames));
    }
    for (const { id, name, file } of this.#functions.values()) {
      writer.message(5, (message) => {
        message.uint(1, id);
        message.uint(2, name);
        message.uint(3, name);
        message.uint(4, file);
      });
    }
    for (const [library, id] of this.#mappings) {
      writer.message(3, (message) => {
        message.uint(1, id);
        message.uint(5, this.string(library));
        message.uint(7, 1); // has functions: pprof need not look for the symbols
      });
    }
    for (const text of this.#strings.keys()) writer.text(6, text);
  }

  #detail(frame: number): FrameDetail {
    return this.#profile.frames.details[frame] ?? {};
  }

  /** A location lies in one library: an inlined frame of another cannot be in it. */
  #canHold(caller: FrameDetail, inner: FrameDetail): boolean {
    return inner.library === undefined || inner.library === caller.library;
  }

  #location(frames: readonly number[]): number {
    const [only = 0] = frames;
    const key = frames.length === 1 ? only : frames.join();
    let id = this.#ids.get(key);
    if (id === undefined) {
      this.#ids.set(key, (id = this.#ids.size + 1));
      this.#locations.set(key, [...frames]);
    }
    return id;
  }

  #writeLocation(message: ProtobufWriter, id: number, frames: readonly number[]): void {
    const caller = frames.at(-1) ?? 0;
    const { library, address } = this.#detail(caller);
    message.uint(1, id);
    if (library !== undefined) message.uint(2, this.#mapping(library));
    if (address !== undefined && /^0x[\da-f]{1,16}$/i.test(address)) {
      message.uint(3, BigInt(address));
    }
    // A frame that is only an address has no function.
    if (frames.length === 1 && this.#profile.frames.names[caller] === address) return;
    for (const frame of frames) {
      const { file = '', line = 0 } = this.#detail(frame);
      const functionId = this.#function(this.#profile.frames.names[frame] ?? '', file);
      message.message(4, (lineMessage) => {
        lineMessage.uint(1, functionId);
        lineMessage.uint(2, line);
      });
    }
  }

  #mapping(library: string): number {
    let id = this.#mappings.get(library);
    if (id === undefined) this.#mappings.set(library, (id = this.#mappings.size + 1));
    return id;
  }

  #function(name: string, file: string): number {
    const key = `${name}\0${file}`;
    let found = this.#functions.get(key);
    if (found === undefined) {
      found = { id: this.#functions.size + 1, name: this.string(name), file: this.string(file) };
      this.#functions.set(key, found);
    }
    return found.id;
  }
}
