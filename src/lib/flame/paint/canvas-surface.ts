/**
 * What painting needs of a canvas: our own interface, so that this room stays free of the DOM. A
 * `CanvasRenderingContext2D` fits it, and so does an object that records calls in a test.
 */
export interface CanvasSurface {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  font: string;
  textBaseline: unknown;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  clearRect(x: number, y: number, width: number, height: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  strokeRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
}

/** The fill of boxes of one class, in the ways that marks change it; CSS colours. */
export interface BoxFills {
  readonly plain: string;
  readonly noise: string;
  readonly caller: string;
  readonly dimmed: string;
  readonly matched: string;
}

/** All colours and fonts of a picture, as the page's style sheet has them now. */
export interface CanvasPalette {
  /** By class of the colour scheme. */
  readonly fills: readonly BoxFills[];
  /** By class: what the line along a box is filled with, a pattern of dashes; none for no line. */
  readonly dashes: readonly unknown[];
  readonly all: string;
  /** The line around each box, where its fill does not tell it from the paper; none where it does. */
  readonly edge?: string | undefined;
  /** Frames too thin to draw. */
  readonly held: string;
  readonly ink: string;
  /** Text on faded boxes, whose fill is close to the paper. */
  readonly pageInk: string;
  readonly match: string;
  readonly focus: string;
  readonly selection: string;
  /** Its size is in device pixels, as all that is drawn. */
  readonly font: string;
  /** Advance of one character of the labels, in CSS pixels. */
  readonly advancePx: number;
}
