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

function canvas(): HTMLElement | null {
  return frame.querySelector('canvas');
}

offer({
  load(bytes) {
    const { level, value, self, label, names } = parseJson(bytes) as NestedSet;
    const data = createDataFrame({
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
    root.render(
      createElement(FlameGraph, { data, getTheme: () => theme, showFlameGraphOnly: true }),
    );
    return new Promise((resolve) => {
      const wait = () => (canvas() === null ? requestAnimationFrame(wait) : resolve());
      wait();
    });
  },
  pointOf(depth, at) {
    const { left, top, width } = canvas()?.getBoundingClientRect() ?? { left: 0, top: 0, width: 0 };
    return { x: left + at * width, y: top + (depth + 1.5) * rowHeightPx };
  },
  reset() {
    frame.querySelector<HTMLElement>('[aria-label="Remove focus"], [aria-label="Reset"]')?.click();
  },
  search(text) {
    const input = frame.querySelector('input');
    if (input !== null) typeInto(input, text);
  },
});
