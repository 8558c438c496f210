import {
  Figures,
  formatPoints,
  formatShare,
  formatWeight,
  frameText,
  readingWords,
  samplesToDetect,
} from '../../flame/index.ts';
import type { DiffTree, Profile, Text } from '../../flame/index.ts';
import { inLocale } from '../../i18n/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { EvidenceFinder } from '../evidence.ts';
import type { Evidence, Statement } from '../said.ts';
import { compareWords, together } from '../words/compare-words.ts';
import type { CompareWords } from '../words/compare-words.ts';
import type { JudgedChange } from './judge-changes.ts';

const mostChanges = 10;
/** Looked at for them: totals of one chain change together. */
const mostCandidates = 100;
/** Weights that differ less are those of one chain. */
const almost = 0.15;
/** No recording has so many: beyond it the advice would be no advice. */
const mostSamples = 1_000_000;

export interface BeforeAndAfter {
  readonly before: Profile;
  readonly after: Profile;
}

/** Says changes of functions, with the boxes of the diff that show them. */
export class ChangeSayer {
  readonly #tree: DiffTree;
  readonly #evidence: EvidenceFinder;
  readonly #figures: Figures;
  readonly #words: CompareWords;
  readonly #locale: Locale;
  readonly #samples: { readonly before: number; readonly after: number };

  constructor(tree: DiffTree, { before, after }: BeforeAndAfter, locale: Locale) {
    const { unit } = before;
    this.#tree = tree;
    this.#samples = { before: before.totalWeight, after: after.totalWeight };
    this.#evidence = new EvidenceFinder(tree);
    this.#figures = new Figures(unit, readingWords(locale));
    this.#words = inLocale(compareWords, locale);
    this.#locale = locale;
  }

  /** The largest changes of a measure. */
  changes(judged: readonly JudgedChange[], by: 'self' | 'total'): Statement[] {
    const changed = judged.filter(({ difference }) => difference !== 0).slice(0, mostCandidates);
    const rowsOf = this.#rowsOf(changed);
    const largest = by === 'self' ? changed : this.#withoutEchoes(changed, rowsOf);
    return largest.slice(0, mostChanges).map((change) => {
      const { name, before, after, difference, interval, judgement } = change;
      return {
        id: `${by}-change:${name}`,
        text: together(this.#changeText(change), ...this.#judgementText(change)),
        change: { before, after, difference, ...(interval === undefined ? {} : { interval }) },
        judgement,
        evidence: this.#evidenceOf(rowsOf.get(name) ?? [], by),
      };
    });
  }

  /** The largest functions that are on one side only. */
  oneSided(judged: readonly JudgedChange[], side: 'appeared' | 'vanished'): Statement[] {
    const found = judged.filter(({ status }) => status === side).slice(0, mostChanges);
    const rowsOf = this.#rowsOf(found);
    return found.map(({ name, before, after, difference, interval, judgement }) => {
      const measured = side === 'appeared' ? after : before;
      return {
        id: `${side}:${name}`,
        text: together(
          this.#words[side](frameText(name), this.#figures.measured(measured)),
          judgement === 'could-be-noise' ? this.#words.noise : [],
        ),
        change: { before, after, difference, ...(interval === undefined ? {} : { interval }) },
        judgement,
        evidence: this.#evidenceOf(rowsOf.get(name) ?? [], 'total'),
      };
    });
  }

  /** Of frames that stand on one another with almost the same weights, the first speaks for all. */
  #withoutEchoes(
    changes: readonly JudgedChange[],
    rowsOf: ReadonlyMap<string, readonly number[]>,
  ): JudgedChange[] {
    const kept: JudgedChange[] = [];
    for (const change of changes) {
      const rows = rowsOf.get(change.name) ?? [];
      const isEcho = kept.some(
        (other) => isAlmost(change, other) && this.#areNested(rows, rowsOf.get(other.name) ?? []),
      );
      if (!isEcho) kept.push(change);
      if (kept.length === mostChanges) break;
    }
    return kept;
  }

  #areNested(rows: readonly number[], others: readonly number[]): boolean {
    const { end } = this.#tree;
    const holds = (outer: number, inner: number) => outer <= inner && inner < (end[outer] ?? 0);
    return rows.some((a) => others.some((b) => holds(a, b) || holds(b, a)));
  }

  #changeText({ name, before, after, difference }: JudgedChange): Text {
    const arrow = (was: string, is: string) => `${was} → ${is}`;
    return this.#words.change(
      frameText(name),
      arrow(formatShare(before.share, this.#locale), formatShare(after.share, this.#locale)),
      formatPoints(difference, this.#locale),
      arrow(this.#figures.weight(before.weight), this.#figures.weight(after.weight)),
    );
  }

  #judgementText({ before, after, interval, judgement }: JudgedChange): Text[] {
    if (interval === undefined || judgement === 'not-tested') return [];
    const [low, high] = interval.map((edge) => formatPoints(edge, this.#locale));
    const said = this.#words.interval(low ?? '', high ?? '');
    if (judgement === 'clear') return [said, this.#words.clear];
    const needed = samplesToDetect(before.share, after.share);
    const isMore = needed > Math.min(this.#samples.before, this.#samples.after);
    const number = formatWeight(needed, 'count', this.#locale);
    return [
      said,
      this.#words.noise,
      ...(isMore && needed <= mostSamples ? [this.#words.needed(number)] : []),
    ];
  }

  #evidenceOf(rows: readonly number[], measure: 'self' | 'total'): Evidence {
    return this.#evidence.rows(rows, { view: 'diff', diff: { normalize: 'total', measure } });
  }

  /** The rows of these functions, in one pass over the tree. */
  #rowsOf(changes: readonly { readonly name: string }[]): Map<string, number[]> {
    const rows = new Map(changes.map(({ name }): [string, number[]] => [name, []]));
    for (let row = 0; row < this.#tree.size; row++) rows.get(this.#tree.nameOf(row))?.push(row);
    return rows;
  }
}

function isAlmost(a: JudgedChange, b: JudgedChange): boolean {
  const isNear = (x: number, y: number) => Math.abs(x - y) <= almost * Math.max(x, y);
  return isNear(a.before.weight, b.before.weight) && isNear(a.after.weight, b.after.weight);
}
