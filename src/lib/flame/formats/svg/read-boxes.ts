import type { ImportReport } from '../import-issue.ts';
import type { XmlAttributes } from '../xml/attributes.ts';
import { XmlScanner } from '../xml/xml-scanner.ts';
import { parseFrameTitle } from './frame-title.ts';

/** One rectangle of a flame graph. */
export interface Box {
  readonly name: string;
  readonly weight: number;
  /** Left edge and width: in weight (`isExact`), or in pixels or percent. */
  readonly x: number;
  readonly width: number;
  /** Top edge; boxes of one level share it. */
  readonly y: number;
}

/** The rectangles of a flame graph in the file's order, and what the file says of them all. */
export interface Boxes {
  readonly boxes: readonly Box[];
  /** All edges are inferno's `fg:x` and `fg:w`, which are whole weights. */
  readonly isExact: boolean;
  /** What is counted, in the file's word. */
  readonly countName: string | undefined;
  readonly isDifference: boolean;
}

/** flamegraph.pl before 2013 shows the text by a script: `onmouseover="s('name (1 samples, 5%)')"`. */
const shownText = /^s\('([^]*)'\)\s*;?\s*$/;

/** Reads the rectangles that have a hover text; reports those that cannot be used. */
export function readBoxes(
  text: string,
  report: ImportReport,
  checkpoint: (done: number) => void,
): Boxes {
  const reader = new BoxReader(text, report);
  const scanner = new XmlScanner(text);
  let pieces = 0;
  for (let piece = scanner.next(); piece !== undefined; piece = scanner.next()) {
    if (piece === 'open') reader.open(scanner);
    else if (piece === 'close') reader.close(scanner.name);
    else if (reader.wantsText) reader.text(scanner.text);
    if ((++pieces & 0xfff) === 0) checkpoint(scanner.at / text.length);
  }
  if (scanner.malformedAt !== undefined) {
    reader.note(
      'malformed',
      'A tag has no end. What follows may be incomplete.',
      scanner.malformedAt,
    );
  }
  if (scanner.isCut || !/<\/svg\s*>\s*$/.test(text.slice(-200))) {
    reader.note('truncated', 'The SVG ends too early: it was read as far as it goes.', text.length);
  }
  return reader.finish();
}

/** A box with the edges that inferno gives beside those of the picture; NaN where it does not. */
type OpenBox = { -readonly [Key in keyof Box]: Box[Key] } & { exactX: number; exactWidth: number };

class BoxReader {
  readonly #text: string;
  readonly #report: ImportReport;
  readonly #boxes: OpenBox[] = [];
  #isExact = true;
  #countName: string | undefined;
  #isDifference = false;
  #groups = 0;
  /** A hover text is open. */
  wantsText = false;
  /** Hover text of the group that is open, until its rectangle comes. */
  #title: string | undefined;

  constructor(text: string, report: ImportReport) {
    this.#text = text;
    this.#report = report;
  }

  open({ name, attributes, at }: XmlScanner): void {
    if (name === 'g' || name === 'a') {
      this.#groups++;
      this.#title = shownIn(attributes);
    } else if (name === 'title' && this.#groups > 0) {
      this.wantsText = true;
      this.#title = '';
    } else if (name === 'rect') this.#openBox(attributes, at);
  }

  text(text: string): void {
    this.#title = `${this.#title ?? ''}${text}`;
  }

  close(name: string): void {
    if (name === 'title') this.wantsText = false;
    if (name !== 'g' && name !== 'a') return;
    this.#groups--;
    this.#title = undefined;
  }

  note(code: string, message: string, at: number): void {
    const line = this.#text.slice(0, at).split('\n').length;
    this.#report.add({ code, message, line, excerpt: this.#text.slice(at, at + 80) });
  }

  finish(): Boxes {
    const boxes = this.#boxes;
    const isExact = this.#isExact && boxes.length > 0;
    if (isExact) for (const box of boxes) [box.x, box.width] = [box.exactX, box.exactWidth];
    return { boxes, isExact, countName: this.#countName, isDifference: this.#isDifference };
  }

  #openBox(attributes: XmlAttributes, at: number): void {
    const title = shownIn(attributes) ?? this.#title;
    if (title === undefined) return; // the background
    this.#title = undefined;
    const exactX = attributes.number('fg:x');
    const exactWidth = attributes.number('fg:w');
    const { name, weight = exactWidth, countName, isDifference } = parseFrameTitle(title);
    const x = attributes.number('x');
    const width = attributes.number('width');
    const y = attributes.number('y');
    if (!(weight >= 0)) this.note('no-weight', 'A frame without a count was skipped.', at);
    else if (!(width >= 0 && Number.isFinite(x + width + y))) {
      this.note('no-place', 'A frame without a place in the picture was skipped.', at);
    } else {
      this.#boxes.push({ name, weight, x, width, y, exactX, exactWidth });
      this.#isExact &&= Number.isFinite(exactX + exactWidth);
      this.#countName ??= countName;
      this.#isDifference ||= isDifference === true;
    }
  }
}

function shownIn(attributes: XmlAttributes): string | undefined {
  const text = shownText.exec(attributes.get('onmouseover') ?? '')?.[1];
  return text?.replace(/\\(['\\])/g, '$1');
}
