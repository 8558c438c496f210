import { Figures, frameText, measureOf, readingWords } from '../../flame/index.ts';
import type {
  CallTree,
  Measured,
  Profile,
  Reading,
  ReadingWords,
  Text,
} from '../../flame/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { EvidenceFinder } from '../evidence.ts';
import { CallRows } from './call-rows.ts';
import { saidWords } from '../words/index.ts';
import type { NamedFigure, SaidWords } from '../words/said-words.ts';

/** What every part of a reading is said from. */
export interface Subject {
  readonly profile: Profile;
  readonly reading: Reading;
  readonly tree: CallTree;
  readonly evidence: EvidenceFinder;
  readonly callRows: CallRows;
  readonly figures: Figures;
  readonly measure: (weight: number) => Measured;
  /** Words that Markdown has too: kinds, shapes, cautions. */
  readonly terms: ReadingWords;
  readonly words: SaidWords;
}

export function subjectOf(
  profile: Profile,
  reading: Reading,
  tree: CallTree,
  locale: Locale,
): Subject {
  const terms = readingWords(locale);
  return {
    profile,
    reading,
    tree,
    evidence: new EvidenceFinder(tree),
    callRows: new CallRows(profile, tree),
    measure: measureOf(profile),
    figures: new Figures(profile.unit, terms),
    terms,
    words: saidWords(locale),
  };
}

export function figureOf({ figures }: Subject, name: string, measured: Measured): NamedFigure {
  return { frame: frameText(name), measured: figures.measured(measured) };
}

const mostCallers = 3;

/** `A 4, B 2`: the heaviest callers; empty where nobody calls. */
export function callersText(
  { words, figures }: Subject,
  callers: readonly { readonly name: string; readonly weight: number }[],
): Text {
  return words.list(
    callers
      .slice(0, mostCallers)
      .map(({ name, weight }) => words.weighed(frameText(name), figures.bare(weight))),
  );
}

/** Beyond so many frames a caller is far away. */
const farthest = 8;

/**
 * Who calls a function, as a sentence. Where all calls come by way of one frame (a wrapper), it goes
 * on to the first place where callers differ.
 */
export function calledByText(
  subject: Subject,
  rows: readonly number[],
  weightOf: (row: number) => number,
): Text {
  const { tree, words } = subject;
  let via = '';
  let at = rows.map((row) => ({ row, weight: weightOf(row) })).filter(({ weight }) => weight !== 0);
  for (let step = 0; step < farthest; step++) {
    at = at.map(({ row, weight }) => ({ row: tree.parent[row] ?? -1, weight }));
    const callers = new Map<string, number>();
    for (const { row, weight } of at) {
      const name = row < 0 ? '' : tree.nameOf(row);
      callers.set(name, (callers.get(name) ?? 0) + weight);
    }
    const found = [...callers].map(([name, weight]) => ({ name, weight }));
    const [only] = found;
    if (only === undefined || (found.length === 1 && only.name === '')) break;
    if (found.length > 1) {
      const known = found.filter(({ name }) => name !== '').sort((a, b) => b.weight - a.weight);
      const list = callersText(subject, known);
      return via === '' ? words.calledBy(list) : words.calledThrough(frameText(via), list);
    }
    if (via === '') via = only.name;
  }
  return via === '' ? [] : words.calledBy(frameText(via));
}
