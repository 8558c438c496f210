import type { BoxFills, CanvasPalette } from '../../../lib/flame/index.ts';

/**
 * Reads from the page's style sheet what a canvas is painted with: the same rules that colour the
 * SVG, in any theme, also in forced colours. Costs a style pass: read it when the theme changes.
 */
export function readPalette(host: HTMLElement, classes: readonly string[]): CanvasPalette {
  const probe = document.createElement('span');
  probe.className = 'flame-ink';
  probe.hidden = false;
  host.append(probe);
  const style = getComputedStyle(probe);
  const fillOf = (...names: string[]) => {
    probe.className = ['flame-ink', ...names].join(' ');
    return style.backgroundColor;
  };
  const inkOf = (name: string) => {
    fillOf(name);
    return style.color;
  };
  const fills = classes.map((name): BoxFills => ({
    plain: fillOf(name),
    noise: fillOf(name, 'noise'),
    caller: fillOf(name, 'caller'),
    dimmed: fillOf(name, 'dimmed'),
    matched: fillOf(name, 'matched'),
  }));
  const ink = inkOf('kind-unknown');
  const dashes = classes.map((name) => {
    fillOf(name);
    return dashPattern(parseDashes(style.strokeDasharray), ink);
  });
  const font = `${style.fontSize} ${style.fontFamily}`;
  const palette: CanvasPalette = {
    fills,
    dashes,
    all: fillOf('kind-all'),
    held: fillOf('held'),
    ink,
    pageInk: inkOf('noise'),
    match: inkOf('ink-match'),
    focus: inkOf('ink-focus'),
    selection: inkOf('ink-selection'),
    font,
    advancePx: advanceOf(font),
  };
  probe.remove();
  return palette;
}

/** Dash and gap in turn, in CSS pixels; none for no line. */
function parseDashes(dashes: string): number[] {
  if (dashes === 'none') return [1];
  const lengths = dashes.split(/[\s,]+/).map(parseFloat);
  return lengths[0] === 0 || lengths.some(Number.isNaN) ? [] : lengths;
}

function dashPattern(dashes: readonly number[], ink: string): CanvasPattern | undefined {
  const period = dashes.reduce((sum, length) => sum + length, 0);
  const tile = document.createElement('canvas');
  tile.width = Math.round(period * devicePixelRatio);
  tile.height = 1;
  const context = tile.getContext('2d');
  if (context === null || tile.width === 0) return undefined;
  context.fillStyle = ink;
  context.globalAlpha = 0.5;
  let x = 0;
  dashes.forEach((length, i) => {
    const width = length * devicePixelRatio;
    if (i % 2 === 0) context.fillRect(x, 0, width, 1);
    x += width;
  });
  return context.createPattern(tile, 'repeat') ?? undefined;
}

/** Advance of one character of a monospaced font, in CSS pixels. */
export function advanceOf(font: string): number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return 6.7;
  context.font = font;
  return context.measureText('mmmmmmmmmm').width / 10;
}
