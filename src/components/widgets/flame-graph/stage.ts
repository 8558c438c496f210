import type { Locale } from '../../../lib/i18n/index.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import type { FlameWords } from './flame-words.ts';
import type { ViewChange } from './view-changes.ts';

export interface StageOptions {
  readonly locale: Locale;
  /** Id of the text that says which keys there are. */
  readonly describedBy: string;
  readonly rowHeightPx: number;
  /** Width of a text in the font of the labels. */
  readonly measure: (text: string) => number;
  /** Spoken name of the picture. */
  readonly label: (view: FlameGraphView) => string;
  readonly words: FlameWords;
  /** The reader chose a row by a key that the stage itself reads. */
  readonly choose: (row: number) => void;
  /** The reader changed the view by what belongs to the stage itself: the minimap. */
  readonly change: (part: ViewChange) => void;
}

/** What lies under the pointer: a frame, or frames too thin to tell apart. */
export type Hit =
  | { readonly kind: 'frame'; readonly row: number }
  | {
      readonly kind: 'held';
      readonly held: number;
      readonly weight: number;
      /** Where they are, in the layout's measure, as their weight is. */
      readonly window: readonly [left: number, right: number];
    };

/** Where the picture is: draws views, holds the focus, and says what lies under the pointer. */
export interface Stage {
  readonly element: HTMLElement;
  /** Row that Tab reaches: the one that has, or last had, the focus. */
  readonly focusedRow: number;
  /**
   * @param moving the boxes are seen to go from their old places to the new ones
   * @param inSight row that the picture is scrolled to
   */
  show(view: FlameGraphView, moving: boolean, inSight?: number): void;
  /** Scrolls a picture to a row, if need be; tables do that when they are shown. */
  reveal?(row: number): void;
  /**
   * Moves the keyboard's focus to a row.
   *
   * @param byPointer the row was pressed: it has the focus already, and a click is about to follow
   */
  focusRow(row: number, byPointer?: boolean): void;
  /** What an event happened on; `undefined` beside all frames. */
  hitOf(event: Event): Hit | undefined;
  dispose(): void;
}
