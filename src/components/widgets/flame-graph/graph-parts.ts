import { formatWeight } from '../../../lib/flame/graph.ts';
import type { ImportIssue } from '../../../lib/flame/index.ts';
import { build } from './build-element.ts';
import { advanceOf } from './label-font.ts';
import type { FlameWords } from './flame-words.ts';
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

const rowHeightPx = 20;

export function stageOptionsOf(
  host: HTMLElement,
  picture: HTMLElement,
  options: Pick<StageOptions, 'words' | 'locale' | 'describedBy' | 'choose' | 'slideTo'>,
): StageOptions {
  const { words, locale } = options;
  return {
    ...options,
    rowHeightPx,
    measure: labelMeasure(picture),
    label: ({ tree, profile }) =>
      host.getAttribute('label') ??
      words.treeLabel(profile.name, formatWeight(tree.totalWeight, tree.unit, locale)),
  };
}

/** Labels are set in a monospaced font: one advance serves all, wide characters take two. */
function labelMeasure(picture: HTMLElement): (text: string) => number {
  let advance: number | undefined;
  return (text) => {
    advance ??= advanceOf(getComputedStyle(picture.querySelector('text') ?? picture));
    let wide = 0;
    for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x2e80) wide++;
    return (text.length + wide) * advance;
  };
}

/** What the importer could not read: a line, and the places behind it. */
export function describeIssues(issues: readonly ImportIssue[], words: FlameWords): HTMLElement {
  const count = issues.reduce((sum, issue) => sum + (issue.count ?? 1), 0);
  const list = build('ul');
  for (const issue of issues) {
    const line = issue.line === undefined ? '' : `${words.line(String(issue.line))}: `;
    list.append(build('li', {}, line + issue.message));
  }
  const summary = build('summary', {}, words.skipped(String(count)));
  return build('details', { class: 'flame-issues' }, summary, list);
}
