import type { BoxColumns, ColorScheme } from '../../../lib/flame/index.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import { afterPaint, whenIdle } from './when-idle.ts';
import type { IsLate } from './when-idle.ts';

/** Rows asked between two looks at the clock. */
const rowsAtOnce = 16;

/**
 * Works out the colours of frames while the page is idle: what kind of code a name is takes some
 * microseconds, and a picture can bring thousands of names at once. Those that are drawn come
 * first, then all the others, so that the next zoom finds them done.
 */
export class ColorAhead {
  readonly #onDrawn: () => void;
  readonly #onAll: () => void;
  #cancel = () => {};
  #colors: ColorScheme | undefined;
  /** Rows whose boxes are on the screen without their colour. */
  #drawn: Int32Array = new Int32Array(0);
  #drawnDone = 0;
  #rowsDone = 0;

  /**
   * @param onDrawn the drawn boxes' colours are all known now: draw again
   * @param onAll those of all rows are
   */
  constructor(onDrawn: () => void, onAll: () => void) {
    this.#onDrawn = onDrawn;
    this.#onAll = onAll;
  }

  /** @param isWaiting some of the drawn boxes are grey */
  follow({ tree, colors }: FlameGraphView, boxes: BoxColumns, isWaiting: boolean): void {
    const isNew = colors !== this.#colors;
    if (!isNew && !isWaiting) return;
    this.stop();
    this.#colors = colors;
    if (isNew) this.#rowsDone = 0;
    this.#drawn = isWaiting ? boxes.row.slice(0, boxes.count) : new Int32Array(0);
    this.#drawnDone = 0;
    const work = (isLate: IsLate) => {
      // One step at least: at its timeout a callback is late from the start.
      do this.#step(colors, tree.size);
      while (this.#rowsDone < tree.size && !isLate());
      if (this.#rowsDone < tree.size) this.#cancel = whenIdle(work);
      else this.#onAll();
    };
    this.#cancel = afterPaint(work);
  }

  stop(): void {
    this.#cancel();
  }

  #step(colors: ColorScheme, size: number): void {
    const drawn = this.#drawn;
    if (this.#drawnDone < drawn.length) {
      const end = Math.min(this.#drawnDone + rowsAtOnce, drawn.length);
      for (let i = this.#drawnDone; i < end; i++) if (drawn[i]! >= 0) colors.classOf(drawn[i]!); // i < length
      this.#drawnDone = end;
      if (end === drawn.length) this.#onDrawn();
      return;
    }
    const end = Math.min(this.#rowsDone + rowsAtOnce, size);
    for (; this.#rowsDone < end; this.#rowsDone++) {
      if (!colors.isKnown(this.#rowsDone)) colors.classOf(this.#rowsDone);
    }
  }
}
