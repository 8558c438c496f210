import { GrowingFloat64, GrowingInt32, widened } from '../../model/growing-column.ts';
import { noStack, StackTrie } from '../../model/stack-trie.ts';
import type { ImportReport } from '../import-issue.ts';
import { FrameHasher } from './frame-hasher.ts';
import { FrameInterner } from './frame-interner.ts';
import { isSpace, LineWeight } from './line-weight.ts';
import { sharedPrefix } from './shared-prefix.ts';
import { roleOfSemicolon } from './split-name.ts';

const newline = 10;
const space = 32;
const semicolon = 59;
const numberSign = 35;
const linesBetweenCheckpoints = 2048;
/** Sorted files of real profiles have some 350 bytes for each stack that is new. */
const bytesOfStack = 256;

/** Reads folded stacks from bytes into columns; see `scan`. One object for one pass. `!`: see `frame-interner.ts`. */
export class FoldedScan {
  readonly frames: FrameInterner;
  readonly stacks: StackTrie;
  readonly stackOfSample = new GrowingInt32();
  readonly weight = new GrowingFloat64();
  /** The first of two columns, where the file has two; `weight` is then the second. */
  readonly weightBefore = new GrowingFloat64();
  /** Lines whose stack itself ends in a number. */
  twoNumberLines = 0;

  /** Whether the lines rise, as `rememberSorted` wants it; false as soon as that is in doubt. */
  isSorted: boolean;

  readonly columns: 1 | 2;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #report: ImportReport;
  readonly #lineWeight: LineWeight;
  readonly #hasher: FrameHasher;

  /** The stack of the line before: where it starts, and where its frames end, from there. */
  #previousStart = 0;
  #depth = 0;
  /** Whether the line before was no stack, and said nothing of the order. */
  #isAfterGap = false;
  /** How many frames of this line end in a semicolon. */
  #split = 0;
  #frameEnd = new Int32Array(1 << 8);
  #frameHash = new Int32Array(1 << 8);
  #stackOfDepth = new Int32Array(1 << 8);

  constructor(bytes: Uint8Array, columns: 1 | 2, report: ImportReport) {
    this.stacks = new StackTrie(Math.floor(bytes.length / bytesOfStack));
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.columns = columns;
    this.isSorted = columns === 1;
    this.#report = report;
    this.#lineWeight = new LineWeight(bytes);
    this.#hasher = new FrameHasher(bytes);
    this.frames = new FrameInterner(bytes);
  }

  /**
   * Scans all lines. Each is compared with the one before, many bytes at a time, and only what
   * follows their common frames is split and looked up: profilers sort their stacks, and seven
   * bytes of eight then repeat the line before. Right for any order of lines, fast for that one.
   */
  scan(checkpoint: (done: number) => void): this {
    const end = this.#bytes.length;
    let line = 1;
    for (let start = 0; start < end; line++) {
      start = this.#scanLine(start, line) + 1;
      if (line % linesBetweenCheckpoints === 0) checkpoint(start / end);
    }
    return this;
  }

  /** One line with two numbers proves nothing; most lines of a file with two columns have two. */
  hasTwoColumns(): boolean {
    return this.twoNumberLines > 1 && this.twoNumberLines * 2 > this.weight.length;
  }

  /** Reads one line and returns where it ends. */
  #scanLine(start: number, line: number): number {
    this.#keepSharedFrames(start);
    const lineEnd = this.#splitFrames(start, line);
    let end = lineEnd;
    while (end > start && isSpace(this.#bytes[end - 1])) end--;
    this.#isAfterGap = true;
    if (end === start) return lineEnd;
    if (this.#bytes[start] === numberSign && this.#isComment(start, end)) {
      this.#skip('comment', 'A comment.', start, end, line);
    } else if (this.#readWeights(start, end, line)) {
      this.#addSample(start);
      this.#isAfterGap = false;
    }
    return lineEnd;
  }

  /** `# text`, as austin writes it; but `#note 12` and `# 12` are frames with a weight. */
  #isComment(start: number, end: number): boolean {
    if (!isSpace(this.#bytes[start + 1])) return false;
    return !this.#lineWeight.read(start, end) || this.#lineWeight.stackEnd > start + 1;
  }

  /** Forgets those frames of the line before that this line does not start with. */
  #keepSharedFrames(start: number): void {
    let depth = this.#depth;
    const previousLength = depth === 0 ? 0 : this.#frameEnd[depth - 1]!;
    const limit = Math.min(previousLength, this.#bytes.length - start);
    const shared = sharedPrefix(this.#view, this.#previousStart, start, limit);
    if (this.isSorted) this.isSorted = this.#rises(start, shared, previousLength);
    const lastEnd = this.#bytes[start + shared] === semicolon ? shared : shared - 1;
    while (depth > 0 && this.#frameEnd[depth - 1]! > lastEnd) depth--;
    // The last of them may be the beginning of a name that goes on here: see `roleOfSemicolon`.
    while (depth > 0 && this.#bytes[start + this.#startOf(depth)] === space) depth--;
    this.#depth = depth;
    this.#previousStart = start;
  }

  /** Whether this line stands behind the one before, whose stack a blank follows. */
  #rises(start: number, shared: number, previousLength: number): boolean {
    const byte = this.#bytes[start + shared] ?? newline;
    const isRepeated = shared === previousLength;
    return (
      !this.#isAfterGap &&
      (isRepeated ? byte >= space : byte > this.#bytes[this.#previousStart + shared]!)
    );
  }

  /** Notes frames above the ones that are kept, and their hashes; returns where the line ends. */
  #splitFrames(start: number, line: number): number {
    const bytes = this.#bytes;
    const length = bytes.length;
    let depth = this.#depth;
    let frameStart = start + this.#startOf(depth);
    let from = frameStart; // of a piece; the frame itself, but for rejoined names
    let open = 0; // brackets within the pieces before
    let at: number;
    for (;;) {
      const hasher = this.#hasher;
      at = hasher.hashFrame(from);
      if (at === length || bytes[at] === newline) break;
      open = bytes[at + 1] === space ? this.#openWithinName(frameStart, from, at, open, line) : 0;
      if (open === 0) {
        const hash = from === frameStart ? hasher.hash : hasher.hashOf(frameStart, at);
        this.#endFrame(depth++, at - start, hash);
        frameStart = at + 1;
      }
      from = at + 1;
    }
    this.#split = depth;
    return at;
  }

  /**
   * How many brackets are open where the `;` at `at` is part of the name that starts at
   * `frameStart`, and 0 where it parts frames; says the one, and where the other is in doubt.
   */
  #openWithinName(
    frameStart: number,
    from: number,
    at: number,
    before: number,
    line: number,
  ): number {
    const { role, open } = roleOfSemicolon(this.#bytes, from, at, before);
    if (role === 'between') return 0;
    const { code, message } =
      role === 'within'
        ? {
            code: 'rejoined-name',
            message: 'A ";" inside [ ] belongs to the name: it was read as one frame.',
          }
        : {
            code: 'split-name',
            message: 'A ";" may have cut this name in two: it was read as two frames.',
          };
    this.#note(code, message, frameStart, this.#bytes.length, line);
    return role === 'within' ? open : 0;
  }

  #endFrame(depth: number, end: number, hash: number): void {
    if (depth === this.#frameEnd.length) {
      this.#frameEnd = widened(this.#frameEnd);
      this.#frameHash = widened(this.#frameHash);
      this.#stackOfDepth = widened(this.#stackOfDepth);
    }
    this.#frameEnd[depth] = end;
    this.#frameHash[depth] = hash;
  }

  /** Reads the weight, or both; false where the line is to be skipped. */
  #readWeights(start: number, end: number, line: number): boolean {
    const last = this.#lineWeight;
    if (!last.read(start, end)) {
      this.#skip('no-weight', 'No weight at the end of the line.', start, end, line);
      return false;
    }
    const weight = last.weight;
    const isTwo = last.hasAnother(start, last.stackEnd);
    if (isTwo) this.twoNumberLines++;
    let before = weight;
    if (this.columns === 2) {
      if (!isTwo)
        this.#note('one-column', 'One weight: it counts before and after.', start, end, line);
      else if (last.read(start, last.stackEnd)) before = last.weight;
    }
    if (!isWeight(weight) || !isWeight(before)) {
      this.#skip('bad-weight', 'The weight is negative, or no finite number.', start, end, line);
      return false;
    }
    if (weight === 0 && before === 0) {
      this.#note(
        'zero-weight',
        'The weight is 0: the stack is kept, with no width.',
        start,
        end,
        line,
      );
    }
    if (weight === 0 || !Number.isInteger(weight)) this.isSorted = false;
    this.weight.push(weight);
    if (this.columns === 2) this.weightBefore.push(before);
    return true;
  }

  /** Finds or makes the stack of the line whose frames were split and whose weight was read. */
  #addSample(start: number): void {
    const stackEnd = this.#lineWeight.stackEnd;
    let count = 0;
    if (stackEnd > start) {
      count = this.#split;
      const leafStart = start + this.#startOf(count);
      this.#endFrame(count++, stackEnd - start, this.#hasher.hashOf(leafStart, stackEnd));
    }
    while (count > 0 && this.#frameEnd[count - 1] === this.#startOf(count - 1)) {
      this.isSorted = false; // by its bytes it stood elsewhere
      count--;
    }
    let depth = Math.min(this.#depth, count);
    let stack = depth === 0 ? noStack : this.#stackOfDepth[depth - 1]!;
    let isNew = false;
    for (; depth < count; depth++) {
      const frame = this.frames.intern(
        start + this.#startOf(depth),
        start + this.#frameEnd[depth]!,
        this.#frameHash[depth]!,
      );
      const known: number = isNew ? noStack : this.stacks.find(stack, frame);
      isNew = known === noStack; // and so is every stack above it
      if (!isNew && known !== this.#stackOfDepth[depth]) this.isSorted = false; // it was closed
      stack = isNew ? this.stacks.add(stack, frame) : known;
      this.#stackOfDepth[depth] = stack;
    }
    this.#depth = count;
    this.stackOfSample.push(stack);
  }

  #startOf(depth: number): number {
    return depth === 0 ? 0 : this.#frameEnd[depth - 1]! + 1;
  }

  #skip(code: string, message: string, start: number, end: number, line: number): void {
    if (!this.#report.isListing(code)) this.#report.count(code);
    else this.#note(code, `${message} The line was skipped.`, start, end, line);
  }

  #note(code: string, message: string, start: number, end: number, line: number): void {
    if (!this.#report.isListing(code)) this.#report.count(code);
    else this.#report.add({ code, message, line, excerpt: this.#excerpt(start, end) });
  }

  #excerpt(start: number, end: number): string {
    const bytes = this.#bytes.subarray(start, Math.min(end, start + 400));
    return new TextDecoder().decode(bytes).split('\n', 1)[0] ?? '';
  }
}

function isWeight(weight: number): boolean {
  return weight >= 0 && weight < Infinity;
}
