import type { BoxFills, CanvasPalette } from '../../../lib/flame/index.ts';
import { build } from './build-element.ts';
import { advanceOf, fontOf } from './label-font.ts';

const known = new Map<string, CanvasPalette>();

/**
 * What a canvas is painted with, as the page's style sheet has it: the same rules that colour the
 * SVG, in any theme, also in forced colours. It costs a style pass, so all graphs of a page share
 * it until the theme changes.
 */
export function paletteFor(host: HTMLElement, classes: readonly string[]): CanvasPalette {
  const key = `${devicePixelRatio} ${classes.join(' ')}`;
  let palette = known.get(key);
  if (palette === undefined) known.set(key, (palette = readPalette(host, classes)));
  return palette;
}

/** The theme is another one now. */
export function forgetPalettes(): void {
  known.clear();
}

function readPalette(host: HTMLElement, classes: readonly string[]): CanvasPalette {
  const probes = new Probes();
  const fills = classes.map((name) => ({
    plain: probes.add(name),
    noise: probes.add(name, 'noise'),
    caller: probes.add(name, 'caller'),
    dimmed: probes.add(name, 'dimmed'),
    matched: probes.add(name, 'matched'),
  }));
  const [all, held, ink] = [probes.add('kind-all'), probes.add('held'), probes.add('kind-unknown')];
  const inks = ['noise', 'ink-match', 'ink-focus', 'ink-selection'].map((name) => probes.add(name));
  host.append(probes.element);
  const [pageInk = '', match = '', focus = '', selection = ''] = inks.map(({ color }) => color);
  const inkColor = ink.color;
  const palette: CanvasPalette = {
    fills: fills.map(({ plain, noise, caller, dimmed, matched }): BoxFills => ({
      plain: plain.backgroundColor,
      noise: noise.backgroundColor,
      caller: caller.backgroundColor,
      dimmed: dimmed.backgroundColor,
      matched: matched.backgroundColor,
    })),
    dashes: fills.map(({ plain }) => dashPattern(parseDashes(plain.strokeDasharray), inkColor)),
    all: all.backgroundColor,
    edge: matchMedia('(forced-colors: active)').matches ? inkColor : undefined,
    held: held.backgroundColor,
    ink: inkColor,
    pageInk,
    match,
    focus,
    selection,
    font: fontOf({ fontFamily: ink.fontFamily, fontSize: onScreen(ink.fontSize) }),
    advancePx: advanceOf(ink),
  };
  probes.element.remove();
  return palette;
}

/** An element for each look: all of them are styled in one pass. */
class Probes {
  readonly element = build('span', { class: 'flame-inks' });

  /** The style that these classes have, once the element is in the page. */
  add(...names: readonly string[]): CSSStyleDeclaration {
    const probe = build('span', { class: ['flame-ink', ...names].join(' ') });
    this.element.append(probe);
    return getComputedStyle(probe);
  }
}

/** A length for a canvas, which is drawn in the pixels of the screen. */
function onScreen(length: string): string {
  return `${parseFloat(length) * devicePixelRatio}px`;
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
