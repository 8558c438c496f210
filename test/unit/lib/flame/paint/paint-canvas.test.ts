import { describe, expect, test } from 'vitest';
import { cullBoxes } from '../../../../../src/lib/flame/layout/cull-boxes.ts';
import { layoutOfTree } from '../../../../../src/lib/flame/layout/flame-layout.ts';
import { BoxColumns } from '../../../../../src/lib/flame/layout/box-columns.ts';
import { Outline } from '../../../../../src/lib/flame/layout/outline.ts';
import { wholeViewport } from '../../../../../src/lib/flame/layout/whole-viewport.ts';
import type { RowLooks } from '../../../../../src/lib/flame/paint/canvas-picture.ts';
import type { CanvasSurface } from '../../../../../src/lib/flame/paint/canvas-surface.ts';
import { paintCanvas } from '../../../../../src/lib/flame/paint/paint-canvas.ts';
import { planScene } from '../../../../../src/lib/flame/paint/plan-scene.ts';
import { buildCallTree } from '../../../../../src/lib/flame/tree/build-call-tree.ts';
import type { CallTree } from '../../../../../src/lib/flame/tree/call-tree.ts';
import { palette } from '../../../../support/named-palette.ts';
import { profileOf } from '../../../../support/profile-of.ts';

/** A surface that writes down what is drawn on it. */
class RecordingSurface implements CanvasSurface {
  readonly rects: { fill: unknown; x: number; y: number; width: number; height: number }[] = [];
  readonly texts: { text: string; fill: unknown }[] = [];
  readonly rings: unknown[] = [];
  fillStyle: unknown = '';
  strokeStyle: unknown = '';
  lineWidth = 1;
  font = '';
  textBaseline: unknown = '';
  setTransform(): void {
    // the picture is drawn in device pixels
  }
  clearRect(): void {
    this.rects.length = 0;
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.rects.push({ fill: this.fillStyle, x, y, width, height });
  }
  strokeRect(): void {
    this.rings.push(this.strokeStyle);
  }
  fillText(text: string): void {
    this.texts.push({ text, fill: this.fillStyle });
  }
}

const widthPx = 200;

function paint(
  tree: CallTree,
  looks: Partial<RowLooks> = {},
  scale = 1,
  edge?: string,
): RecordingSurface {
  const surface = new RecordingSurface();
  const layout = layoutOfTree(tree);
  const viewport = wholeViewport(layout, { widthPx, rowHeightPx: 20, rootOnTop: true });
  const outline = new Outline(layout);
  const boxes = cullBoxes(layout, viewport, 1 / scale, new BoxColumns(), outline);
  const no = () => false;
  const plain: RowLooks = {
    classOf: () => 0,
    labelsOf: (row) => [row < 0 ? 'all' : tree.nameOf(row)],
    isMatched: no,
    isDimmed: no,
    isNoise: no,
    isCaller: no,
  };
  paintCanvas(
    {
      layout,
      viewport,
      boxes,
      outline,
      palette: { ...palette, edge },
      scale,
      looks: { ...plain, ...looks },
      selected: 0,
    },
    surface,
  );
  return surface;
}

const tree = buildCallTree(profileOf('main;a 30\nmain;b 50\nother 20'));

describe('the canvas', () => {
  test('draws the same boxes as the SVG does', () => {
    const drawn = paint(tree)
      .rects.filter(({ height }) => height === 19)
      .map(({ x, y }) => `${x} ${y}`)
      .sort();
    const planned = planScene(tree, { widthPx, rowHeightPx: 20, rootOnTop: true })
      .boxes.map(({ x, y }) => `${Math.round(x * widthPx)} ${y}`)
      .sort();
    expect(drawn).toEqual(planned);
  });

  test('draws all boxes of one fill together: changing the colour is what costs', () => {
    const looks = { classOf: (row: number) => row % 2 };
    const order = paint(tree, looks).rects.map(({ fill }) => fill);
    const boxes = order.filter((fill) => fill === 'first' || fill === 'second');
    expect(boxes).toEqual([...boxes].sort());
  });

  test('shows the mark that says most: found before dimmed before rare', () => {
    const looks = {
      isMatched: (row: number) => row === 1,
      isDimmed: (row: number) => row <= 2,
      isNoise: () => true,
    };
    const fillOf = new Set(paint(tree, looks).rects.map(({ fill }) => fill));
    expect(fillOf).toEqual(new Set(['all', 'first matched', 'first dimmed', 'first noise']));
  });

  test('fills whole device pixels, whatever their size', () => {
    for (const { x, y, width, height } of paint(tree, {}, 1.5).rects) {
      expect([x, y, width, height].every(Number.isInteger)).toBe(true);
    }
  });

  test('cuts labels by the width of a character, and draws none where there is no room', () => {
    const long = buildCallTree(profileOf('a_very_long_name_that_is_cut 150\nb_is_thin 5\nrest 45'));
    expect(paint(long).texts.map(({ text }) => text)).toEqual([
      'all',
      'a_very_long_name_th…',
      'rest',
    ]);
  });

  test('gives a letter of Chinese the room of two, and cuts no letter in half', () => {
    const names = buildCallTree(
      profileOf('读取请求的内容并且解析它 80\n🔥🔥🔥🔥🔥🔥🔥🔥 60\nrest 60'),
    );
    expect(paint(names).texts.map(({ text }) => text)).toEqual([
      'all',
      'rest',
      '读取请求…',
      '🔥🔥🔥…',
    ]);
  });

  test('shows frames below a pixel as a column that is as high as what they call', () => {
    const thin = buildCallTree(profileOf('main;a;x;y 1\nmain;b 999'));
    const held = paint(thin).rects.filter(({ fill }) => fill === 'held');
    expect(held).toEqual([{ fill: 'held', x: 0, y: 40, width: 1, height: 59 }]);
  });

  test('rings what is selected', () => {
    expect(paint(tree).rings).toEqual(['selection']);
  });

  test('has a line around each box where its colour does not tell it from the paper', () => {
    const boxes = planScene(tree, { widthPx, rowHeightPx: 20, rootOnTop: true }).boxes;
    const rings = paint(tree, {}, 1, 'edge').rings;
    expect(rings.filter((color) => color === 'edge')).toHaveLength(boxes.length);
  });

  test('fills a box with the colour of its edge where it has no room for two', () => {
    const thin = buildCallTree(profileOf('wide 198\nthin 2'));
    const { rects, rings } = paint(thin, {}, 1, 'edge');
    expect(rects.filter(({ fill }) => fill === 'edge').map(({ width }) => width)).toEqual([2]);
    expect(rings.filter((color) => color === 'edge')).toHaveLength(2); // "all" and the wide one
  });
});
