import type { ProfileBuilder } from '../../model/profile-builder.ts';
import type { FrameDetail } from '../../model/profile.ts';
import type { Key } from './chunk-bytes.ts';
import type { ConstantPools } from './constant-pools.ts';
import { fieldOf, type JfrType, type JfrValue } from './jfr-types.ts';

/** How HotSpot and async-profiler came by a frame, in our words. */
const marks: Readonly<Record<string, string>> = {
  Interpreted: 'interpreted',
  'JIT compiled': 'jit',
  'C1 compiled': 'jit',
  Inlined: 'inlined',
  Native: 'native',
  'C++': 'native',
  Kernel: 'kernel',
};

const libraryName = /\.(?:so|dylib|dll)(?:\.[\d.]+)?$|^vdso$/;

/** Kinds of frame have small keys; with a line below 2^31 both fit one number. */
const mostKinds = 1 << 16;

/** Turns the stack frames of one chunk into frames of a profile, each distinct one once. */
export class FrameReader {
  readonly type: JfrType;
  readonly #pools: ConstantPools;
  readonly #builder: ProfileBuilder;
  readonly #methodAt: number;
  readonly #lineAt: number;
  readonly #kindAt: number;
  /** By the method's key, then by line and kind. */
  readonly #known = new Map<Key, Map<number, number>>();

  constructor(type: JfrType, pools: ConstantPools, builder: ProfileBuilder) {
    const placeOf = (name: string): number => type.fields.findIndex((field) => field.name === name);
    this.type = type;
    this.#pools = pools;
    this.#builder = builder;
    this.#methodAt = placeOf('method');
    this.#lineAt = placeOf('lineNumber');
    this.#kindAt = placeOf('type');
  }

  frameOf(value: JfrValue): number {
    const values: readonly JfrValue[] = Array.isArray(value) ? value : [];
    const [method, line, kind] = [
      values[this.#methodAt],
      values[this.#lineAt],
      values[this.#kindAt],
    ];
    const isKey = typeof method === 'number' || typeof method === 'bigint';
    if (!isKey || typeof line !== 'number' || typeof kind !== 'number') return this.#read(value);
    if (!(kind >= 0 && kind < mostKinds)) return this.#read(value);
    const ofMethod = this.#known.get(method) ?? new Map<number, number>();
    this.#known.set(method, ofMethod);
    const place = line * mostKinds + kind;
    const known = ofMethod.get(place);
    if (known !== undefined) return known;
    const frame = this.#read(value);
    ofMethod.set(place, frame);
    return frame;
  }

  /** `java/lang/Thread.run`, as the file has it; async-profiler's native code has a library for a class. */
  #read(value: JfrValue): number {
    const pools = this.#pools;
    const method = pools.field(this.type, value, 'method');
    const owner = pools.field(method.type, method.value, 'type');
    const className = pools.textOf(owner.type, owner.value, 'name');
    const methodName = pools.textOf(method.type, method.value, 'name');
    const mark = marks[pools.textOf(this.type, value, 'type')];
    const line = fieldOf(this.type, value, 'lineNumber');
    const isLibrary = libraryName.test(className);
    const detail: { -readonly [Name in keyof FrameDetail]: FrameDetail[Name] } = {};
    if (typeof line === 'number' && line > 0) detail.line = line;
    if (isLibrary) detail.library = className;
    if (mark === 'inlined') detail.inlined = true;
    else if (mark !== undefined) detail.mark = mark;
    const name = isLibrary || className === '' ? methodName : `${className}.${methodName}`;
    return this.#builder.frame(name === '' ? '[unknown]' : name, detail);
  }
}
