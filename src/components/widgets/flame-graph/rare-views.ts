import type { Locale } from '../../../lib/i18n/index.ts';
import {
  applyTransforms,
  buildFlameChart,
  callersAndCallees,
  changeOf,
  colorByChange,
  colorByGroup,
  colorByName,
  colorBySelf,
  describeChange,
  diffProfiles,
  formatPoints,
  formatShare,
  formatWeight,
  functionTotals,
  kindOfFrame,
  kindTellerOf,
  layoutOfTree,
  layOutSandwich,
  libraryOfFrame,
  libraryTotals,
  signOfChange,
} from '../../../lib/flame/index.ts';
import type {
  CallTree,
  ColorMode,
  ColorScheme,
  DiffTree,
  Profile,
  SearchResult,
  ViewKind,
  ViewState,
} from '../../../lib/flame/index.ts';
import type { Comparison, ComparisonFacts, GraphTree } from './graph-trees.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import type { LegendEntry } from './flame-legend.ts';
import { rareWords } from './rare-words.ts';

/*
 * What a lesson's first picture does without: steps applied to stacks, time order, sandwich,
 * comparison, libraries, and the rules that tell kinds of frames from names. `FlameGraphViews` loads
 * it when a view needs it.
 */

export { applyTransforms, kindOfFrame, kindTellerOf };
export { StepChips } from './step-chips.ts';

/** The tree of a view that needs more than one merged tree. */
export function buildRareTree(
  profile: Profile,
  after: Profile | undefined,
  view: ViewKind,
  { transforms, diff, function: name }: ViewState,
): GraphTree | undefined {
  if (view === 'diff' && after !== undefined) {
    const { normalize, width } = diff;
    const other = applyTransforms(after, transforms);
    const tree = diffProfiles(profile, other, { normalize, width });
    return { profile, tree, layout: layoutOfTree(tree), comparison: comparisonOf(tree) };
  }
  if (view === 'sandwich') {
    const middle = name === '' ? (functionTotals(profile)[0]?.name ?? '') : name;
    const sandwich = layOutSandwich(callersAndCallees(profile, middle, { order: 'weight' }));
    return { profile, tree: sandwich.tree, layout: sandwich.layout, sandwich };
  }
  if (view !== 'time') return undefined;
  const tree = buildFlameChart(profile);
  return { profile, tree, layout: layoutOfTree(tree) };
}

/**
 * Of a sandwich: a sample can match among the callers and among the callees, and counts once. The
 * function itself is in both halves, and is one match.
 */
export function searchOfSandwich(
  { profile, tree, sandwich }: GraphTree,
  found: SearchResult,
): SearchResult | undefined {
  if (sandwich === undefined || found.matches.length === 0) return undefined;
  const { frames, stacks, samples } = profile;
  const middle = tree.nameOf(0);
  // By stack: whether it holds the function (1) and a match (2). Callers stand before callees.
  const holds = new Uint8Array(stacks.length);
  for (let i = 0; i < stacks.length; i++) {
    const prefix = stacks.prefix[i] ?? -1;
    const frame = stacks.frame[i] ?? 0;
    const isMiddle = frames.names[frame] === middle ? 1 : 0;
    const isMatch = found.matchedFrames[frame] === 1 ? 2 : 0;
    holds[i] = (prefix < 0 ? 0 : (holds[prefix] ?? 0)) | isMiddle | isMatch;
  }
  let matchedWeight = 0;
  for (let i = 0; i < samples.length; i++) {
    if (holds[samples.stack[i] ?? -1] === 3) matchedWeight += samples.weight[i] ?? 0;
  }
  const share = tree.totalWeight === 0 ? 0 : matchedWeight / tree.totalWeight;
  const matches = found.matches.filter((row) => row !== sandwich.callersRoot);
  return { ...found, matches, matchedWeight, share };
}

/** Libraries of a profile, the one with the most self weight first. */
export function librariesOf(profile: Profile): string[] {
  return libraryTotals(profile).map(({ name }) => name);
}

/** The colours of a mode other than kinds. */
export function rareColors(
  color: ColorMode,
  tree: CallTree,
  libraries: () => readonly string[],
): ColorScheme | undefined {
  if (color === 'name') return colorByName(tree);
  if (color === 'self') return colorBySelf(tree);
  return color === 'library' ? colorByLibrary(tree, libraries()) : undefined;
}

/** What the colours mean, where they are not kinds. */
export function rareLegend(
  { color, colors }: FlameGraphView,
  libraries: readonly string[],
  locale: Locale,
): LegendEntry[] {
  const { scale } = rareWords(locale);
  const { classes } = colors;
  const first = classes[0] ?? '';
  const last = classes.at(-1) ?? '';
  if (color === 'name') return [{ color: '', name: scale.sameName }];
  if (color === 'self') {
    return [
      { color: first, name: scale.cold },
      { color: last, name: scale.hot },
    ];
  }
  if (color === 'change') {
    return [
      { color: first, name: `− ${scale.less}` },
      { color: 'same', name: scale.same },
      { color: last, name: `+ ${scale.more}` },
    ];
  }
  const entries = libraries
    .slice(0, classes.length - 1)
    .map((name, i) => ({ color: classes[i] ?? '', name }));
  return [
    ...entries.filter(({ name }) => name !== ''),
    { color: last, name: scale.otherLibraries },
  ];
}

function colorByLibrary(tree: CallTree, libraries: readonly string[]): ColorScheme {
  const { names, details } = tree.frames;
  return colorByGroup(tree, libraries, (frame) =>
    libraryOfFrame(names[frame] ?? '', details[frame]),
  );
}

function comparisonOf(tree: DiffTree): Comparison {
  return {
    colors: (measure) =>
      colorByChange((row) => {
        const { drawn, mayBeChance } = changeOf(tree, row, measure);
        return mayBeChance ? 0 : drawn;
      }),
    titleOf: (row, measure, locale) => describeChange(changeOf(tree, row, measure), locale),
    signOf: (row, measure) => signOfChange(changeOf(tree, row, measure)),
    factsOf: (row, measure, locale) => changeFacts(tree, row, measure, locale),
  };
}

function changeFacts(
  tree: DiffTree,
  row: number,
  measure: 'total' | 'self',
  locale: Locale,
): ComparisonFacts {
  const words = rareWords(locale);
  const change = changeOf(tree, row, measure);
  const isSelf = measure === 'self';
  const side = (share: number, weight: number) =>
    `${formatShare(share, locale)} · ${formatWeight(weight, tree.unit, locale)}`;
  const before = side(change.beforeShare, isSelf ? change.beforeSelf : change.beforeTotal);
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
