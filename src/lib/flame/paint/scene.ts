import type { WeightUnit } from '../model/weight.ts';

/** What sets a box off: each is a class in SVG and a way of drawing on canvas. */
export type BoxMark =
  /** Found by the search. */
  | 'matched'
  /** Not what the reader looks for: outside the search, the highlight or the legend's choice. */
  | 'dimmed'
  /** Seen so rarely that another recording might not show it. */
  | 'noise'
  /** A caller of the frame that the view is zoomed to. */
  | 'caller'
  | 'selected'
  /** Stands for frames too thin to draw one by one. */
  | 'held';

/** One box of a picture: everything is decided, nothing is drawn. */
export interface PaintedBox {
  /** Row of the tree, or -1 for "all". For an aggregate the first row that it holds. */
  readonly row: number;
  /** Left edge and width as shares of the picture's width, cut off at its edges. */
  readonly x: number;
  readonly width: number;
  /** Top edge in CSS pixels from the top of the picture. */
  readonly y: number;
  /** Left edge and width of the layout, of which the whole has `Scene.extent`, not cut off: equal in every drawing of the profile. */
  readonly start: number;
  readonly weight: number;
  /** Full name; empty for an aggregate. */
  readonly name: string;
  /** What stands in the box: the name, shortened to fit. */
  readonly label: string;
  /** What a screen reader says and a pointer is shown. */
  readonly title: string;
  /** Class of its colour, such as `kind-kernel`. */
  readonly color: string;
  readonly marks: readonly BoxMark[];
  /** In the tree of the picture: "all" is level 1. */
  readonly level: number;
  /** Among its siblings, from 1. */
  readonly position: number;
  readonly siblings: number;
  readonly hasChildren: boolean;
  /** Number of frames that an aggregate stands for; 1 for a frame. */
  readonly held: number;
}

/** A picture, planned. `paintSvg` draws it; positions in x are shares, so it fits any width. */
export interface Scene {
  /** Spoken name of the whole picture. */
  readonly label: string;
  readonly unit: WeightUnit;
  readonly totalWeight: number;
  /** `totalWeight` in the layout's measure: the same, but in a comparison that is scaled (`CallTree.weightStep`). */
  readonly extent: number;
  /** Width in CSS pixels that labels were fitted to. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rowHeightPx: number;
  readonly rootOnTop: boolean;
  /** In pre-order: callers before callees, left before right. */
  readonly boxes: readonly PaintedBox[];
}
