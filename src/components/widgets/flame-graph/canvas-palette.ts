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
  const dashes = classes.map((name) => {
    fillOf(name);
    return parseDashes(style.strokeDasharray);
  });
  const font = `${style.fontSize} ${style.fontFamily}`;
  const palette: CanvasPalette = {
    fills,
    dashes,
    all: fillOf('kind-all'),
    held: fillOf('held'),
    ink: inkOf('kind-unknown'),
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

function parseDashes(dashes: string): number[] {
  if (dashes === 'none') return [1e6, 0]; // one line, without a gap
  const lengths = dashes.split(/[\s,]+/).map(parseFloat);
  return lengths[0] === 0 || lengths.some(Number.isNaN) ? [] : lengths;
}

/** Advance of one character of a monospaced font, in CSS pixels. */
export function advanceOf(font: string): number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return 6.7;
  context.font = font;
  return context.measureText('mmmmmmmmmm').width / 10;
}
