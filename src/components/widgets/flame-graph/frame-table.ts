import type { Locale } from '../../../lib/i18n/index.ts';
import { factsOf, formatInterval, formatShare, formatWeight } from '../../../lib/flame/index.ts';
import type { CallTree } from '../../../lib/flame/index.ts';

/** One line of the table of frames: the same facts as the details of a frame, in words. */
export interface FrameRow {
  readonly row: number;
  readonly depth: number;
  readonly name: string;
  readonly self: string;
  readonly total: string;
  readonly share: string;
  readonly shareOfParent: string;
  /** Empty where the weight does not count samples. */
  readonly interval: string;
}

/** The table's lines in the order of the tree; of a large tree only the heaviest `most`. */
export function frameRows(tree: CallTree, locale: Locale, most: number): FrameRow[] {
  const rows = Array.from({ length: tree.size }, (_, row) => row);
  const shown =
    tree.size <= most
      ? rows
      : rows
          .sort((a, b) => (tree.total[b] ?? 0) - (tree.total[a] ?? 0) || a - b)
          .slice(0, most)
          .sort((a, b) => a - b);
  return shown.map((row) => {
    const facts = factsOf(tree, row, locale);
    return {
      row,
      depth: tree.depth[row] ?? 0,
      name: facts.name,
      self: formatWeight(facts.self, facts.unit, locale),
      total: formatWeight(facts.total, facts.unit, locale),
      share: formatShare(facts.share, locale),
      shareOfParent: formatShare(facts.shareOfParent, locale),
      interval: facts.interval === undefined ? '' : formatInterval(facts.interval, locale),
    };
  });
}
