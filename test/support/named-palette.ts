import type { CanvasPalette } from '../../src/lib/flame/paint/canvas-surface.ts';

const fills = (name: string) => ({
  plain: name,
  noise: `${name} noise`,
  caller: `${name} caller`,
  dimmed: `${name} dimmed`,
  matched: `${name} matched`,
});

/** Two classes whose inks are their names, so that a test reads what was drawn. */
export const palette: CanvasPalette = {
  fills: [fills('first'), fills('second')],
  dashes: [undefined, 'dashes'],
  all: 'all',
  held: 'held',
  ink: 'ink',
  pageInk: 'page ink',
  match: 'match',
  focus: 'focus',
  selection: 'selection',
  font: '11px monospace',
  advancePx: 7,
};
