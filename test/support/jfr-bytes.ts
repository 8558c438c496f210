/** A flight recording as a drawing: one chunk with the classes that samples need. */
export interface JfrDrawing {
  /** Frames leaf first, `class.method:line kind`, by key from 1. */
  readonly stacks: readonly { readonly frames: readonly string[]; readonly truncated?: boolean }[];
  readonly events: readonly {
    readonly type: string;
    /** Seconds from the start. */
    readonly at: number;
    /** Key of the stack. */
    readonly stack: number;
    readonly state?: string;
    /** What the event's own field has. */
    readonly value?: number;
  }[];
  readonly isCompressed?: boolean;
}

/** Event types and the field of each that is its weight. */
const eventTypes: Readonly<Record<string, { id: number; field?: string; isTicks?: true }>> = {
  'jdk.ExecutionSample': { id: 101 },
  'jdk.NativeMethodSample': { id: 102 },
  'jdk.ObjectAllocationSample': { id: 103, field: 'weight' },
  'jdk.ThreadPark': { id: 104, field: 'duration', isTicks: true },
};

const ids = { long: 1, int: 2, boolean: 3, string: 4, symbol: 10, class: 11, method: 12, kind: 13 };
const more = { frame: 14, stack: 15, state: 16, thread: 17 };
const ticksPerSecond = 1000;
const headerLength = 68;

/** The drawing as a chunk, with compressed integers unless told otherwise. */
export function jfrBytes(drawing: JfrDrawing): Uint8Array {
  const isCompressed = drawing.isCompressed !== false;
  const out = new JfrWriter(isCompressed);
  out.skip(headerLength);
  const pools = new Pools(drawing);
  for (const { type, at, stack, state = '', value = 0 } of drawing.events) {
    const event = eventTypes[type] ?? { id: 0 };
    out.event(event.id, (body) => {
      body.long(Math.round(at * ticksPerSecond));
      body.long(pools.keyOf('thread', 'main'));
      body.long(stack);
      body.long(pools.keyOf('state', state));
      if ('field' in event) body.long(value);
    });
  }
  const metadataAt = out.length;
  out.event(0, writeMetadata);
  const poolsAt = out.length;
  out.event(1, (body) => pools.write(body));
  return withHeader(out.finish(), metadataAt, poolsAt, isCompressed);
}

function withHeader(
  bytes: Uint8Array,
  metadataAt: number,
  poolsAt: number,
  isCompressed: boolean,
): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  bytes.set([0x46, 0x4c, 0x52, 0]);
  view.setUint16(4, 2);
  view.setBigInt64(8, BigInt(bytes.length));
  view.setBigInt64(16, BigInt(poolsAt));
  view.setBigInt64(24, BigInt(metadataAt));
  view.setBigInt64(32, 1_700_000_000_000_000_000n);
  view.setBigInt64(56, BigInt(ticksPerSecond));
  view.setUint8(67, isCompressed ? 1 : 0);
  return bytes;
}

/** Constant pools: symbols, classes, methods, kinds of frame, states and stacks. */
class Pools {
  readonly #drawing: JfrDrawing;
  readonly #keys = new Map<string, Map<string, number>>();

  constructor(drawing: JfrDrawing) {
    this.#drawing = drawing;
    for (const { frames } of drawing.stacks) for (const frame of frames) this.#addFrame(frame);
    for (const { state = '' } of drawing.events) this.keyOf('state', state);
    this.keyOf('thread', 'main');
  }

  keyOf(pool: string, text: string): number {
    const keys = this.#keys.get(pool) ?? new Map<string, number>();
    this.#keys.set(pool, keys);
    const key = keys.get(text) ?? keys.size + 1;
    keys.set(text, key);
    return key;
  }

  write(out: JfrWriter): void {
    out.long(0); // no checkpoint before this one
    out.byte(0);
    out.int(7);
    this.#writePool(out, ids.symbol, 'symbol', (text) => out.text(text));
    this.#writePool(out, ids.class, 'class', (text) => out.long(this.keyOf('symbol', text)));
    this.#writePool(out, ids.method, 'method', (text) => {
      const [className = '', methodName = ''] = split(text);
      out.long(this.keyOf('class', className));
      out.long(this.keyOf('symbol', methodName));
    });
    this.#writePool(out, ids.kind, 'kind', (text) => out.text(text));
    this.#writePool(out, more.state, 'state', (text) => out.text(text));
    this.#writePool(out, more.thread, 'thread', (text) => {
      out.text(text);
      out.long(1);
    });
    out.long(more.stack);
    out.int(this.#drawing.stacks.length);
    this.#drawing.stacks.forEach(({ frames, truncated }, index) => {
      out.long(index + 1);
      out.byte(truncated === true ? 1 : 0);
      out.int(frames.length);
      for (const frame of frames) {
        const [method = '', line = '', kind = ''] = parts(frame);
        out.long(this.keyOf('method', method));
        out.int(Number(line));
        out.int(0);
        out.long(this.keyOf('kind', kind));
      }
    });
  }

  #addFrame(frame: string): void {
    const [method = '', , kind = ''] = parts(frame);
    const [className = '', methodName = ''] = split(method);
    this.keyOf('method', method);
    this.keyOf('kind', kind);
    this.keyOf('class', className);
    this.keyOf('symbol', className);
    this.keyOf('symbol', methodName);
  }

  #writePool(out: JfrWriter, type: number, pool: string, write: (text: string) => void): void {
    const keys = [...(this.#keys.get(pool) ?? [])];
    out.long(type);
    out.int(keys.length);
    for (const [text, key] of keys) {
      out.long(key);
      write(text);
    }
  }
}

/** `java/lang/Thread.run:833 JIT compiled` → method, line, kind. */
function parts(frame: string): string[] {
  return /^(.*):(\d+) (.*)$/.exec(frame)?.slice(1) ?? [];
}

function split(method: string): [string, string] {
  const dot = method.lastIndexOf('.');
  return [method.slice(0, Math.max(0, dot)), method.slice(dot + 1)];
}

type Element = [name: string, attributes: Record<string, string>, children?: Element[]];

function writeMetadata(out: JfrWriter): void {
  const key = { constantPool: 'true' };
  const field = (name: string, type: number, extra: Record<string, string> = {}): Element => [
    'field',
    { name, class: String(type), ...extra },
  ];
  const ticks = (name: string): Element => [
    'field',
    { name, class: String(ids.long) },
    [['annotation', { class: '99', value: 'TICKS' }]],
  ];
  const type = (name: string, id: number, fields: Element[] = []): Element => [
    'class',
    { name, id: String(id) },
    fields,
  ];
  const events = Object.entries(eventTypes).map(([name, { id, field: weight, isTicks }]) =>
    type(name, id, [
      ticks('startTime'),
      field('sampledThread', more.thread, key),
      field('stackTrace', more.stack, key),
      field('state', more.state, key),
      ...(weight === undefined ? [] : [isTicks ? ticks(weight) : field(weight, ids.long)]),
    ]),
  );
  const classes = [
    type('long', ids.long),
    type('int', ids.int),
    type('boolean', ids.boolean),
    type('java.lang.String', ids.string),
    type('jdk.types.Symbol', ids.symbol, [field('string', ids.string)]),
    type('java.lang.Class', ids.class, [field('name', ids.symbol, key)]),
    type('jdk.types.Method', ids.method, [
      field('type', ids.class, key),
      field('name', ids.symbol, key),
    ]),
    type('jdk.types.FrameType', ids.kind, [field('description', ids.string)]),
    type('jdk.types.StackFrame', more.frame, [
      field('method', ids.method, key),
      field('lineNumber', ids.int),
      field('bytecodeIndex', ids.int),
      field('type', ids.kind, key),
    ]),
    type('jdk.types.StackTrace', more.stack, [
      field('truncated', ids.boolean),
      field('frames', more.frame, { dimension: '1' }),
    ]),
    type('jdk.types.ThreadState', more.state, [field('name', ids.string)]),
    type('java.lang.Thread', more.thread, [
      field('javaName', ids.string),
      field('javaThreadId', ids.long),
    ]),
  ];
  writeElements(out, ['root', {}, [['metadata', {}, [...classes, ...events]]]]);
}

function writeElements(out: JfrWriter, root: Element): void {
  const texts: string[] = [];
  const index = (text: string): number =>
    texts.includes(text) ? texts.indexOf(text) : texts.push(text) - 1;
  const tree = new JfrWriter(out.isCompressed);
  const write = ([name, attributes, children = []]: Element): void => {
    tree.int(index(name));
    tree.int(Object.keys(attributes).length);
    for (const [key, value] of Object.entries(attributes)) {
      tree.int(index(key));
      tree.int(index(value));
    }
    tree.int(children.length);
    children.forEach(write);
  };
  write(root);
  out.long(1); // id of the metadata
  out.int(texts.length);
  for (const text of texts) out.text(text);
  out.append(tree.finish());
}

class JfrWriter {
  readonly isCompressed: boolean;
  readonly #bytes: number[] = [];

  constructor(isCompressed: boolean) {
    this.isCompressed = isCompressed;
  }

  get length(): number {
    return this.#bytes.length;
  }

  /** An event with its size in four padded bytes, its type, start and, of two types, duration. */
  event(type: number, write: (body: JfrWriter) => void): void {
    const body = new JfrWriter(this.isCompressed);
    body.long(type);
    if (type < 2) {
      body.long(0);
      body.long(0);
    }
    write(body);
    const size = body.length + 4;
    const padded = [size & 0x7f, (size >> 7) & 0x7f, (size >> 14) & 0x7f, size >> 21];
    if (this.isCompressed)
      this.#bytes.push(...padded.map((part, i) => (i < 3 ? part | 0x80 : part)));
    else this.int(size);
    this.append(body.finish());
  }

  byte(value: number): void {
    this.#bytes.push(value & 0xff);
  }

  int(value: number): void {
    this.#whole(value, 4);
  }

  long(value: number): void {
    this.#whole(value, 8);
  }

  text(value: string): void {
    const encoded = new TextEncoder().encode(value);
    this.byte(value === '' ? 1 : 3);
    if (value === '') return;
    this.int(encoded.length);
    this.append(encoded);
  }

  append(bytes: Uint8Array): void {
    for (const byte of bytes) this.#bytes.push(byte);
  }

  skip(length: number): void {
    for (let i = 0; i < length; i++) this.#bytes.push(0);
  }

  finish(): Uint8Array {
    return new Uint8Array(this.#bytes);
  }

  #whole(value: number, width: number): void {
    let rest = BigInt(value);
    if (!this.isCompressed) {
      for (let i = width - 1; i >= 0; i--) this.byte(Number((rest >> BigInt(8 * i)) & 0xffn));
      return;
    }
    for (; rest > 0x7fn; rest >>= 7n) this.byte(Number(rest & 0x7fn) | 0x80);
    this.byte(Number(rest));
  }
}
