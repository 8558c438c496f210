import type { Locale } from '../../../lib/i18n/index.ts';
import {
  applyTransforms,
  colorByGroup,
  colorByName,
  colorBySelf,
  functionTotals,
  kindOfFrame,
  kindTellerOf,
  libraryOfFrame,
  libraryTotals,
} from '../../../lib/flame/index.ts';
import type {
  CallTree,
  ColorMode,
  ColorScheme,
  Profile,
  SearchResult,
} from '../../../lib/flame/index.ts';
import type { GraphTree } from './built-tree.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import type { LegendEntry } from './legend-entry.ts';
import { buildWish } from './rare-trees.ts';
import { rareWords } from './rare-words.ts';

/*
 * What a lesson's first picture does without: steps applied to stacks, time order, sandwich,
 * libraries, and the rules that tell kinds of frames from names. `FlameGraphViews` loads it when a
 * view needs it.
 */

export { applyTransforms, buildWish, functionTotals, kindOfFrame, kindTellerOf };
export { sayingsOfFunctions } from './functions-view.ts';
export { StepChips } from './step-chips.ts';

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
      { color: first, name: scale.cold, muted: first },
      { color: last, name: scale.hot, muted: last },
    ];
  }
  const entries = libraries
    .slice(0, classes.length - 1)
    .map((name, i) => ({ color: classes[i] ?? '', name, muted: classes[i] ?? '' }));
  return [
    ...entries.filter(({ name }) => name !== ''),
    { color: last, name: scale.otherLibraries, muted: last },
  ];
}

function colorByLibrary(tree: CallTree, libraries: readonly string[]): ColorScheme {
  const { names, details } = tree.frames;
  return colorByGroup(tree, libraries, (frame) =>
    libraryOfFrame(names[frame] ?? '', details[frame]),
  );
}
