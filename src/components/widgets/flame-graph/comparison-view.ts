import type { Locale } from '../../../lib/i18n/index.ts';
import {
  changeOf,
  colorByChange,
  describeChange,
  diffColumns,
  diffTreeOf,
  drawnChange,
  formatPoints,
  leastColored,
  leastSigned,
  signOfChange,
} from '../../../lib/flame/compare.ts';
import { allNodes, formatShare, formatWeight, layoutOfTree } from '../../../lib/flame/graph.ts';
import type { ColorScheme, DiffTree, Profile, ViewState } from '../../../lib/flame/index.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import type { LegendEntry } from './legend-entry.ts';
import type { BuiltTree, Comparison, RowFacts } from './built-tree.ts';
import { rareWords } from './rare-words.ts';

/* Two profiles as one tree: its colours, signs and facts. Loaded when a view first compares. */

/** The union of two profiles, their steps applied. */
export function buildComparison(
  profile: Profile,
  after: Profile,
  { normalize, width }: ViewState['diff'],
): BuiltTree {
  const { columns, frames } = diffColumns(profile, after, { normalize, width });
  const tree = diffTreeOf(columns, frames);
  return { profile, after, tree, layout: layoutOfTree(tree) };
}

/** How the rows of a comparison look and what is said of them. */
export function comparisonOf({ tree: built }: BuiltTree): Comparison {
  const tree = built as DiffTree;
  return {
    label: (locale) => rareWords(locale).comparison,
    colors: (measure) => remembered(tree.size, colorByChange(clearChange(tree, measure))),
    titleOf: (row, measure, locale) => describeChange(changeOf(tree, row, measure), locale),
    signOf: (row, measure) =>
      Math.abs(drawnChange(tree, row, measure)) < leastSigned
        ? ''
        : signOfChange(changeOf(tree, row, measure)),
    factsOf: (row, measure, locale) => changeFacts(tree, row, measure, locale),
    matchesOf: (matches, root, locale) => describeMatches(tree, matches, root, locale),
  };
}

/** The change by row, or 0 where it may be chance or is too small for a colour. */
function clearChange(tree: DiffTree, measure: 'total' | 'self'): (row: number) => number {
  return (row) => {
    const drawn = drawnChange(tree, row, measure);
    if (Math.abs(drawn) < leastColored) return 0;
    return changeOf(tree, row, measure).mayBeChance ? 0 : drawn;
  };
}

/** Whether a change may be chance is dear to find out, and each picture asks again. */
function remembered(size: number, scheme: ColorScheme): ColorScheme {
  const known = new Int8Array(size).fill(-1);
  return {
    ...scheme,
    classOf(row) {
      const before = known[row] ?? -1;
      return before >= 0 ? before : (known[row] = scheme.classOf(row));
    },
  };
}

/** What the colours of a comparison mean. */
export function legendOfChange(
  { colors: { classes } }: FlameGraphView,
  locale: Locale,
): LegendEntry[] {
  const { scale } = rareWords(locale);
  return [
    { color: classes[0] ?? '', name: `− ${scale.less}`, muted: 'less' },
    { color: 'same', name: scale.same, muted: 'same' },
    { color: classes.at(-1) ?? '', name: `+ ${scale.more}`, muted: 'more' },
  ];
}

function changeFacts(
  tree: DiffTree,
  row: number,
  measure: 'total' | 'self',
  locale: Locale,
): RowFacts {
  const words = rareWords(locale);
  const change = changeOf(tree, row, measure);
  const isSelf = measure === 'self';
  const side = (share: number, weight: number) =>
    `${formatShare(share, locale)}${words.between}${formatWeight(weight, tree.unit, locale)}`;
  // As it was recorded, not as it was scaled: nobody took a fifth of a sample.
  const recorded = (isSelf ? change.beforeSelf : change.beforeTotal) / tree.scale;
  const before = side(change.beforeShare, recorded);
  const after = side(change.afterShare, isSelf ? change.afterSelf : change.afterTotal);
  const interval = change.comparison?.interval;
  const range = interval?.map((points) => formatPoints(points, locale)).join(' … ');
  return {
    facts: [
      [words.before, before],
      [words.after, after],
      [
        words.change,
        formatPoints(change.change, locale),
        range === undefined ? undefined : `${words.changeInterval} ${range}`,
      ],
    ],
    notes: [
      ...(change.status === 'common' ? [] : [words[change.status]]),
      ...(change.mayBeChance ? [words.mayBeChance] : []),
    ],
  };
}

/** The shares of both profiles that pass through a match, each sample counted once. */
function describeMatches(
  tree: DiffTree,
  matches: Int32Array,
  root: number,
  locale: Locale,
): string {
  const words = rareWords(locale);
  const share = (weight: number, whole: number) =>
    formatShare(whole === 0 ? 0 : weight / whole, locale);
  const { before, after } = weightsOf(tree, matches);
  const found = words.matchedOfBoth(
    share(before, tree.before.weight),
    share(after, tree.after.weight),
    formatWeight(matches.length, 'count', locale),
  );
  if (root === allNodes) return found;
  const end = tree.end[root] ?? 0;
  const inside = weightsOf(
    tree,
    matches.filter((row) => row >= root && row < end),
  );
  const zoomed = words.matchedOfBothZoomed(
    share(inside.before, tree.before.total(root)),
    share(inside.after, tree.after.total(root)),
  );
  return found + zoomed;
}

/** @param rows ascending */
function weightsOf(tree: DiffTree, rows: Int32Array): { before: number; after: number } {
  const sum = { before: 0, after: 0 };
  let coveredTo = 0;
  for (const row of rows) {
    if (row < coveredTo) continue; // inside a match, whose samples are counted
    sum.before += tree.before.total(row);
    sum.after += tree.after.total(row);
    coveredTo = tree.end[row]!; // a row of the tree
  }
  return sum;
}
