import type { FrameDetail } from '../../model/profile.ts';
import type { ImportReport } from '../import-issue.ts';
import type { XmlAttributes } from '../xml/attributes.ts';
import { say } from '../say.ts';

export interface TraceFrame {
  readonly name: string;
  readonly detail: FrameDetail;
}

/** Frames of a backtrace, leaf first. One object per distinct backtrace of the file. */
export type Backtrace = readonly TraceFrame[];

export interface TraceRow {
  /** Nanoseconds from the start of the recording. */
  readonly time: number | undefined;
  readonly weight: number | undefined;
  /** The element that gave the weight: `weight` is nanoseconds, `cycle-weight` is cycles. */
  readonly weightName: string;
  readonly thread: string;
  /** Undefined where nothing ran, or the stack could not be taken. */
  readonly backtrace: Backtrace | undefined;
}

type OpenRow = { -readonly [Key in keyof TraceRow]: TraceRow[Key] };

/** An element with a value of its own that others name by `ref`. */
interface OpenValue {
  readonly name: string;
  readonly id: string | undefined;
  readonly ref: string | undefined;
  /** What its attributes say of the value. */
  readonly said: string | undefined;
  text: string;
}

const numbers: ReadonlySet<string> = new Set(['sample-time', 'weight', 'cycle-weight']);
const values: ReadonlySet<string> = new Set([
  ...numbers,
  'thread',
  'backtrace',
  'tagged-backtrace',
  'frame',
  'binary',
  'source',
  'path',
]);

/** Collects the rows of an export from its tags. */
export class TraceRows {
  readonly #report: ImportReport;
  readonly #rows: TraceRow[] = [];
  /** What elements say that have an id, by their name and that. */
  readonly #known = new Map<string, Map<string, unknown>>();
  readonly #open: OpenValue[] = [];
  #row: OpenRow | undefined;
  #frames: TraceFrame[] = [];
  #library: string | undefined;
  #file: string | undefined;
  #line: number | undefined;

  constructor(report: ImportReport) {
    this.#report = report;
  }

  /** An element is open whose text is part of its value. */
  get wantsText(): boolean {
    return this.#open.length > 0;
  }

  /** A row is open that was not closed: the file ends inside it. */
  get isOpen(): boolean {
    return this.#row !== undefined;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'row') {
      this.#row = emptyRow();
      this.#open.length = 0;
    } else if (values.has(name) && this.#row !== undefined) {
      const [id, ref] = [attributes.get('id'), attributes.get('ref')];
      const said = ref === undefined ? saidOf(name, attributes) : undefined;
      this.#open.push({ name, id, ref, said, text: '' });
      if (name === 'backtrace') this.#frames = [];
      if (name === 'frame') this.#library = this.#file = this.#line = undefined;
    }
  }

  text(text: string): void {
    const value = this.#open.at(-1);
    if (value !== undefined) value.text += text;
  }

  close(name: string): void {
    if (name === 'row' && this.#row !== undefined) {
      this.#rows.push(this.#row);
      this.#row = undefined;
    }
    if (this.#open.at(-1)?.name === name) this.#take(this.#open.pop());
  }

  finish(): readonly TraceRow[] {
    return this.#rows;
  }

  #take(value: OpenValue | undefined): void {
    const row = this.#row;
    if (value === undefined || row === undefined) return;
    const { name, ref } = value;
    if (name === 'source') this.#line = Number(value.said) || undefined;
    const ofName = this.#known.get(name);
    const isKnown = ref !== undefined && ofName?.has(ref) === true;
    if (ref !== undefined && !isKnown) {
      this.#report.add({
        code: 'broken-reference',
        ...say`There is no ${name} with the id ${ref}.`,
      });
      return;
    }
    const content = isKnown ? ofName.get(ref) : this.#contentOf(value, row);
    if (value.id !== undefined) this.#remember(name, value.id, content);
    this.#place(name, content, row);
  }

  #remember(name: string, id: string, content: unknown): void {
    let ofName = this.#known.get(name);
    if (ofName === undefined) this.#known.set(name, (ofName = new Map()));
    ofName.set(id, content);
  }

  /** What the element says itself; its children were taken before. */
  #contentOf({ name, said, text }: OpenValue, row: OpenRow): unknown {
    if (numbers.has(name)) {
      return text.trim() === '' ? undefined : Number(text);
    }
    if (name === 'thread') return said ?? 'thread';
    if (name === 'binary') return said;
    if (name === 'path') return text.trim();
    if (name === 'backtrace') return this.#frames;
    if (name === 'tagged-backtrace') return row.backtrace;
    if (name !== 'frame') return undefined;
    const detail: FrameDetail = {
      ...(this.#library === undefined ? {} : { library: this.#library }),
      ...(this.#file === undefined ? {} : { file: this.#file }),
      ...(this.#line === undefined ? {} : { line: this.#line }),
    };
    return { name: said ?? '[unknown]', detail };
  }

  /** Gives the content to what holds the element. The types follow from `#contentOf`. */
  #place(name: string, content: unknown, row: OpenRow): void {
    if (name === 'sample-time') row.time = content as number | undefined;
    else if (numbers.has(name)) {
      row.weight = content as number | undefined;
      row.weightName = name;
    } else if (name === 'thread') row.thread = content as string;
    else if (name === 'binary') this.#library = content as string | undefined;
    else if (name === 'path') this.#file = content as string;
    else if (name === 'frame') this.#frames.push(content as TraceFrame);
    else if (name !== 'source') row.backtrace = content as Backtrace | undefined;
  }
}

/** The attribute that tells the value. */
function saidOf(name: string, attributes: XmlAttributes): string | undefined {
  if (name === 'thread') return attributes.get('fmt');
  if (name === 'binary') return attributes.get('name');
  if (name === 'source') return attributes.get('line');
  return name === 'frame' ? (attributes.get('name') ?? attributes.get('addr')) : undefined;
}

function emptyRow(): OpenRow {
  return { time: undefined, weight: undefined, weightName: '', thread: '', backtrace: undefined };
}
