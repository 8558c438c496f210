import { formatWeight } from '../../../lib/flame/graph.ts';
import { build } from './build-element.ts';
import { labelAdvance } from './label-font.ts';
import type { StageOptions } from './stage.ts';

/** The places of a graph in the page, found or made: controls, picture, facts. */
export interface GraphParts {
  readonly above: HTMLElement;
  readonly picture: HTMLElement;
  readonly below: HTMLElement;
}

export function findParts(host: HTMLElement): GraphParts {
  const part = (name: string) =>
    host.querySelector<HTMLElement>(`.${name}`) ?? build('div', { class: name });
  const [above, picture, below] = [part('flame-above'), part('flame-picture'), part('flame-below')];
  if (!picture.isConnected) host.prepend(picture);
  if (!above.isConnected) picture.before(above);
  if (!below.isConnected) picture.after(below);
  return { above, picture, below };
}

/**
 * The picture keeps the room of the whole graph while a part of it is shown, as flamegraph.pl and
 * d3-flame-graph do. A shallow part leaves it blank at the far end from the root: a picture that shrank
 * would move the page under the pointer, and the root away from it, with each zoom and each way back.
 */
export function roomFor(picture: HTMLElement, heightPx: number): void {
  picture.style.setProperty('--room', `${heightPx}px`);
}

/** The largest that the style sheet makes it by itself. */
const usualRemPx = 18;

/** Rows of 20 pixels for letters of the usual size; higher for a reader who has them larger. */
function rowHeight(): number {
  const { fontSize } = getComputedStyle(document.documentElement);
  return Math.max(20, Math.round((parseFloat(fontSize) / usualRemPx) * 20));
}

export function stageOptionsOf(
  host: HTMLElement,
  picture: HTMLElement,
  options: Pick<StageOptions, 'words' | 'locale' | 'describedBy' | 'choose' | 'change'>,
): StageOptions {
  const { words, locale } = options;
  return {
    ...options,
    rowHeightPx: rowHeight(),
    measure: labelMeasure(picture),
    label: ({ tree, profile, comparison }) =>
      host.getAttribute('label') ||
      comparison?.label(locale) ||
      words.treeLabel(profile.name, formatWeight(tree.totalWeight, tree.unit, locale)),
  };
}

/** Labels are set in a monospaced font: one advance serves all, wide characters take two. */
function labelMeasure(picture: HTMLElement): (text: string) => number {
  let advance: number | undefined;
  return (text) => {
    advance ??= labelAdvance(picture);
    const wide = text.match(/[\u2e81-\uffff]/g);
    return (text.length + (wide?.length ?? 0)) * advance;
  };
}
