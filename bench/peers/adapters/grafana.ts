import { createDataFrame, createTheme, FieldType } from '@grafana/data';
import { FlameGraph } from '@grafana/flamegraph';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { offer, parseJson, typeInto } from './peer.ts';

interface NestedSet {
  readonly level: number[];
  readonly value: number[];
  readonly self: number[];
  readonly label: number[];
  readonly names: string[];
}

const rowHeightPx = 22;
const frame = document.createElement('div');
frame.id = 'frame';
document.body.append(frame);
const root = createRoot(frame);
const theme = createTheme({ colors: { mode: 'light' } });
let data: unknown;

function canvas(): HTMLElement | null {
  return frame.querySelector('canvas');
}

/** Only the graph, or also what one zooms and searches with. A level is a row, none is folded away. */
function show(showFlameGraphOnly: boolean): void {
  const props = { data, getTheme: () => theme, showFlameGraphOnly, disableCollapsing: true };
  root.render(createElement(FlameGraph, props));
}

async function waitFor(isThere: () => boolean): Promise<void> {
  while (!isThere()) await new Promise(requestAnimationFrame);
}

/** Resolves when the graph's canvas is drawn anew. */
function nextDrawing(): Promise<void> {
  return new Promise((resolve) => {
    const { prototype } = CanvasRenderingContext2D;
    const clear = prototype.clearRect;
    prototype.clearRect = function (...box) {
      clear.apply(this, box);
      if (this.canvas !== canvas()) return;
      prototype.clearRect = clear;
      resolve();
    };
  });
}

offer({
  async load(bytes) {
    const { level, value, self, label, names } = parseJson(bytes) as NestedSet;
    data = createDataFrame({
      fields: [
        { name: 'level', values: level, type: FieldType.number },
        { name: 'value', values: value, type: FieldType.number, config: { unit: 'short' } },
        { name: 'self', values: self, type: FieldType.number, config: { unit: 'short' } },
        {
          name: 'label',
          values: label,
          type: FieldType.enum,
          config: { type: { enum: { text: names } } },
        },
      ],
    });
    show(true);
    await waitFor(() => canvas() !== null);
  },
  pointOf(depth, at) {
    const { left, top, width } = canvas()?.getBoundingClientRect() ?? { left: 0, top: 0, width: 0 };
    return { x: left + at * width, y: top + (depth + 1.5) * rowHeightPx };
  },
  reset() {
    frame.querySelector<HTMLElement>('[aria-label="Remove focus"], [aria-label="Reset"]')?.click();
  },
  async getReadyToAct() {
    // Where there is no room for its table of functions, it shows the graph alone.
    frame.style.width = '700px';
    show(false);
    await waitFor(
      () => frame.querySelector('input') !== null && frame.querySelector('table') === null,
    );
    await new Promise((done) => setTimeout(done, 1000));
    frame.style.width = '';
  },
  async search(text) {
    const input = frame.querySelector('input');
    if (input === null) throw new Error('no field to search in');
    const drawn = nextDrawing();
    typeInto(input, text);
    await drawn;
  },
});
