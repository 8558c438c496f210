import type { ImportReport } from '../import-issue.ts';
import { attributesOf } from '../xml/attributes.ts';
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
  let tokens = 0;
  for (let token = scanner.next(); token !== undefined; token = scanner.next()) {
    if (token.kind === 'open') reader.open(token.value, token.attributes, token.at);
    else if (token.kind === 'close') reader.close(token.value);
    else reader.text(token.value);
    if ((++tokens & 0xfff) === 0) checkpoint(token.at / text.length);
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

class BoxReader {
  readonly #text: string;
  readonly #report: ImportReport;
  readonly #boxes: Box[] = [];
  readonly #exact: { x: number; width: number }[] = [];
  #countName: string | undefined;
  #isDifference = false;
  #groups = 0;
  #isInTitle = false;
  /** Hover text of the group that is open, until its rectangle comes. */
  #title: string | undefined;

  constructor(text: string, report: ImportReport) {
    this.#text = text;
    this.#report = report;
  }

  open(name: string, attributes: string, at: number): void {
    if (name === 'g' || name === 'a') {
      this.#groups++;
      this.#title = shownIn(attributes);
    } else if (name === 'title' && this.#groups > 0) {
      this.#isInTitle = true;
      this.#title = '';
    } else if (name === 'rect') this.#openBox(attributes, at);
  }

  text(text: string): void {
    if (this.#isInTitle) this.#title = `${this.#title ?? ''}${text}`;
  }

  close(name: string): void {
    if (name === 'title') this.#isInTitle = false;
    if (name !== 'g' && name !== 'a') return;
    this.#groups--;
    this.#title = undefined;
  }

  note(code: string, message: string, at: number): void {
    const line = this.#text.slice(0, at).split('\n').length;
    this.#report.add({ code, message, line, excerpt: this.#text.slice(at, at + 80) });
  }

  finish(): Boxes {
    const isExact = this.#boxes.length > 0 && this.#exact.length === this.#boxes.length;
    const boxes = isExact
      ? this.#boxes.map((box, index) => ({ ...box, ...this.#exact[index] }))
      : this.#boxes;
    return { boxes, isExact, countName: this.#countName, isDifference: this.#isDifference };
  }

  #openBox(raw: string, at: number): void {
    const title = shownIn(raw) ?? this.#title;
    if (title === undefined) return; // the background
    this.#title = undefined;
    const attributes = attributesOf(raw);
    const number = (name: string): number => Number.parseFloat(attributes.get(name) ?? '');
    const { name, weight = number('fg:w'), countName, isDifference } = parseFrameTitle(title);
    const box = { name, weight, x: number('x'), width: number('width'), y: number('y') };
    if (!(weight >= 0)) this.note('no-weight', 'A frame without a count was skipped.', at);
    else if (!(box.width >= 0 && Number.isFinite(box.x + box.width + box.y))) {
      this.note('no-place', 'A frame without a place in the picture was skipped.', at);
    } else {
      this.#boxes.push(box);
      const exact = { x: number('fg:x'), width: number('fg:w') };
      if (Number.isFinite(exact.x + exact.width)) this.#exact.push(exact);
      this.#countName ??= countName;
      this.#isDifference ||= isDifference === true;
    }
  }
}

function shownIn(attributes: string): string | undefined {
  if (!attributes.includes('onmouseover')) return undefined;
  const text = shownText.exec(attributesOf(attributes).get('onmouseover') ?? '')?.[1];
  return text?.replace(/\\(['\\])/g, '$1');
}
