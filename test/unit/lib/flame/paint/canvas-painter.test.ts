import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cullBoxes } from '../../../../../src/lib/flame/layout/cull-boxes.ts';
import { layoutOfTree } from '../../../../../src/lib/flame/layout/flame-layout.ts';
import { BoxColumns } from '../../../../../src/lib/flame/layout/box-columns.ts';
import { Outline } from '../../../../../src/lib/flame/layout/outline.ts';
import { wholeViewport } from '../../../../../src/lib/flame/layout/whole-viewport.ts';
import type { CanvasPicture, RowLooks } from '../../../../../src/lib/flame/paint/canvas-picture.ts';
import { CanvasPainter } from '../../../../../src/lib/flame/paint/canvas-painter.ts';
import type { CanvasSurface } from '../../../../../src/lib/flame/paint/canvas-surface.ts';
import { paintCanvas } from '../../../../../src/lib/flame/paint/paint-canvas.ts';
import { buildCallTree } from '../../../../../src/lib/flame/tree/build-call-tree.ts';
import type { CallTree } from '../../../../../src/lib/flame/tree/call-tree.ts';
import { anyProfile } from '../../../../support/any-profile.ts';
import { palette } from '../../../../support/named-palette.ts';
import { profileOf } from '../../../../support/profile-of.ts';

const widthPx = 400;

const [mostWide, mostHigh] = [2 * widthPx, 2 * 20 * 11];
/** Every ink that a test has used, and every layer of inks. */
const inks = ['nothing'];
const knownInks = new Map(inks.map((ink, i) => [ink, i]));

function numberOf(ink: string): number {
  const known = knownInks.get(ink) ?? inks.push(ink) - 1;
  knownInks.set(ink, known);
  return known;
}

/** A surface of pixels, each of which knows what was drawn on it. */
class PixelSurface implements CanvasSurface {
  readonly pixels = new Int32Array(mostWide * mostHigh);
  rectangles = 0;
  fillStyle: unknown = '';
  strokeStyle: unknown = '';
  lineWidth = 1;
  font = '';
  textBaseline: unknown = '';
  setTransform(): void {
    // the picture is drawn in device pixels
  }
  clearRect(x: number, y: number, width: number, height: number): void {
    this.#fill(x, y, width, height, 0);
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.rectangles++;
    this.#fill(x, y, width, height, numberOf(String(this.fillStyle)));
  }
  strokeRect(x: number, y: number, width: number, height: number): void {
    const line = this.lineWidth;
    const [left, top] = [x - line / 2, y - line / 2];
    const ink = String(this.strokeStyle);
    this.#draw(left, top, width + line, line, ink);
    this.#draw(left, top + height, width + line, line, ink);
    this.#draw(left, top + line, line, height - line, ink);
    this.#draw(left + width, top + line, line, height - line, ink);
  }
  fillText(text: string, x: number, y: number): void {
    const advance = palette.advancePx;
    [...text].forEach((letter, i) => {
      // A letter of Chinese is as wide as two.
      const width = letter > '\u2e80' ? 2 * advance : advance;
      this.#draw(x + i * advance, y - 4, width, 8, `${letter} ${String(this.fillStyle)}`);
    });
  }
  /** Where another surface has another ink; `undefined` if it looks the same. */
  differsFrom(other: PixelSurface): string | undefined {
    const at = this.pixels.findIndex((ink, i) => ink !== other.pixels[i]);
    if (at < 0) return undefined;
    const [mine, its] = [this, other].map(({ pixels }) => inks[pixels[at] ?? 0]);
    return `${at % mostWide} ${Math.floor(at / mostWide)}: ${mine}, not ${its}`;
  }
  #fill(x: number, y: number, width: number, height: number, ink: number): void {
    this.#each(x, y, width, height, (pixel) => (this.pixels[pixel] = ink));
  }
  /** What is not opaque at its edges shows when it is drawn twice. */
  #draw(x: number, y: number, width: number, height: number, ink: string): void {
    this.#each(x, y, width, height, (pixel) => {
      this.pixels[pixel] = numberOf(`${inks[this.pixels[pixel] ?? 0]} + ${ink}`);
    });
  }
  #each(x: number, y: number, width: number, height: number, act: (pixel: number) => void): void {
    const [right, foot] = [Math.min(x + width, mostWide), Math.min(y + height, mostHigh)];
    for (let row = Math.max(Math.floor(y), 0); row < foot; row++) {
      for (let column = Math.max(Math.floor(x), 0); column < right; column++) {
        act(row * mostWide + column);
      }
    }
  }
}

interface Look {
  readonly matched: ReadonlySet<number>;
  readonly second: ReadonlySet<number>;
  readonly selected: number | undefined;
}

function boxesOf(
  tree: CallTree,
  scale: number,
): Pick<CanvasPicture, 'layout' | 'viewport' | 'boxes' | 'outline'> {
  const layout = layoutOfTree(tree);
  const viewport = wholeViewport(layout, { widthPx, rowHeightPx: 20, rootOnTop: false });
  const outline = new Outline(layout);
  const boxes = cullBoxes(layout, viewport, 1 / scale, new BoxColumns(), outline);
  return { layout, viewport, boxes, outline };
}

function pictureOf(
  tree: CallTree,
  { matched, second, selected }: Look,
  scale: number,
  boxes: Pick<CanvasPicture, 'layout' | 'viewport' | 'boxes' | 'outline'>,
): CanvasPicture {
  const looks: RowLooks = {
    classOf: (row) => (second.has(row) ? 1 : 0),
    labelsOf: (row) => [row < 0 ? 'all' : tree.nameOf(row)],
    isMatched: (row) => matched.has(row),
    isDimmed: () => false,
    isNoise: (row) => row % 3 === 0,
    isCaller: () => false,
  };
  return { ...boxes, looks, palette, scale, selected };
}

const noLook: Look = { matched: new Set(), second: new Set(), selected: undefined };
const anyRows = fc.array(fc.nat(60), { maxLength: 4 }).map((rows) => new Set(rows));

/** One for all pictures of a screen: another is another theme. */
const palettes = { none: palette, edge: { ...palette, edge: 'edge' } };

describe('a canvas on which pictures follow each other', () => {
  test('shows what it would if each were drawn anew', () => {
    const anyLook = fc.record({
      matched: anyRows,
      second: anyRows,
      selected: fc.option(fc.nat(3), { nil: undefined }),
    });
    const looks = fc.array(anyLook, { minLength: 1, maxLength: 5 });
    const anyScreen = fc.record({
      scale: fc.constantFrom(1, 1.25, 2),
      edge: fc.constantFrom('edge' as const, 'none' as const), // with and without forced colours
    });
    fc.assert(
      fc.property(anyProfile, looks, anyScreen, (profile, wanted, { scale, edge }) => {
        const tree = buildCallTree(profile);
        const boxes = boxesOf(tree, scale);
        const painter = new CanvasPainter();
        const surface = new PixelSurface();
        for (const look of [noLook, ...wanted]) {
          const isRow = (look.selected ?? tree.size) < tree.size;
          const selected = isRow ? look.selected : undefined;
          const painted = pictureOf(tree, { ...look, selected }, scale, boxes);
          const picture = { ...painted, palette: palettes[edge] };
          painter.paint(picture, surface, look !== noLook);
          const anew = new PixelSurface();
          paintCanvas(picture, anew);
          expect(surface.differsFrom(anew)).toBeUndefined();
        }
      }),
      { numRuns: 50 },
    );
  });

  const calls = Array.from({ length: 12 }, (_, i) => `main;f${i} 10`).join('\n');
  const tree = buildCallTree(profileOf(calls));
  const boxes = boxesOf(tree, 1);
  const match = (row: number, selected?: number): Look => ({
    ...noLook,
    matched: new Set([row]),
    selected,
  });

  /** Rectangles that the second picture took. */
  function secondOf(first: CanvasPicture, second: CanvasPicture, inPlace = true): number {
    const painter = new CanvasPainter();
    const surface = new PixelSurface();
    painter.paint(first, surface, false);
    surface.rectangles = 0;
    painter.paint(second, surface, inPlace);
    return surface.rectangles;
  }

  test('is drawn on only where a box has another look now', () => {
    const [first, second] = [match(3), match(4)].map((look) => pictureOf(tree, look, 1, boxes));
    expect(secondOf(first!, second!)).toBe(2); // there are two
    expect(secondOf(first!, second!, false)).toBe(boxes.boxes.count);
  });

  test('is drawn on anew when it has lost what was there, and when the theme is another', () => {
    const [first, second] = [match(3), match(4)].map((look) => pictureOf(tree, look, 1, boxes));
    const dark = { ...second!, palette: { ...palette } }; // there are two
    expect(secondOf(first!, dark)).toBe(boxes.boxes.count);
    const painter = new CanvasPainter();
    painter.paint(first!, new PixelSurface(), false);
    painter.forget();
    const empty = new PixelSurface();
    painter.paint(second!, empty, true);
    expect(empty.rectangles).toBe(boxes.boxes.count);
  });

  test('has the ring around a frame of no weight within it, also at its right edge', () => {
    const flat = buildCallTree(profileOf('a 1\nc 0'));
    expect(flat.start[1]).toBe(flat.totalWeight);
    const surface = new PixelSurface();
    paintCanvas(pictureOf(flat, { ...noLook, selected: 1 }, 1, boxesOf(flat, 1)), surface);
    const ringed = [...surface.pixels.keys()].filter((at) =>
      inks[surface.pixels[at] ?? 0]?.endsWith('+ selection'),
    );
    expect(ringed).not.toEqual([]);
    expect(ringed.filter((at) => at % mostWide >= widthPx)).toEqual([]);
  });

  test('is drawn on anew where a ring or a wide letter reaches over what has changed', () => {
    const ringed = [match(3, 3), match(4, 3)].map((look) => pictureOf(tree, look, 1, boxes));
    expect(secondOf(ringed[0]!, ringed[1]!)).toBe(boxes.boxes.count); // there are two
    const chinese = buildCallTree(profileOf(calls.replaceAll('f3', '火焰图')));
    const wide = boxesOf(chinese, 1);
    const [first, second] = [match(3), match(4)].map((look) => pictureOf(chinese, look, 1, wide));
    expect(secondOf(first!, second!)).toBe(wide.boxes.count);
  });
});
