import { displayName, formatShare, formatWeight } from '../../lib/flame/index.ts';
import type { Profile } from '../../lib/flame/index.ts';
import { asideOf, uiFor, type Locale } from '../../lib/i18n/index.ts';
import { evaluateQuery, type Query, type Selector } from '../../lib/query/index.ts';
import type { ReadingKey } from './mark-reading.ts';

/** A row of the exercise as a lesson writes it: what the guide's table has, and what to ask the profile. */
export type GuideTableRow = {
  readonly id: string;
  readonly feature: string;
  /** The guide's own value, as it stands there. */
  readonly guide: string;
} & (
  | { readonly asks: 'count'; readonly query: Query }
  /** `tolerance` as a share: 0.01 is one point. */
  | { readonly asks: 'share'; readonly query: Query; readonly tolerance: number }
  /** The widest box of the graph, or of these boxes; where several are as wide, any of them. */
  | { readonly asks: 'frame'; readonly frames?: Selector }
);

/** The same row with its answer worked out. */
export interface SolvedRow {
  readonly id: string;
  readonly feature: string;
  readonly guide: string;
  readonly profile: string;
  readonly key: ReadingKey;
}

const everyFrame: Selector = { match: '/^/' };

/** Works out every row on the profile; throws where the profile has no answer. */
export function solveRows(
  rows: readonly GuideTableRow[],
  profile: Profile,
  locale: Locale,
): SolvedRow[] {
  return rows.map((row) => ({
    id: row.id,
    feature: row.feature,
    guide: row.guide,
    ...(row.asks === 'frame'
      ? solveFrame(row.frames, profile, locale)
      : solveNumber(row, profile, locale)),
  }));
}

function solveNumber(
  row: Extract<GuideTableRow, { asks: 'count' | 'share' }>,
  profile: Profile,
  locale: Locale,
): { profile: string; key: ReadingKey } {
  const result = evaluateQuery(profile, row.query);
  if (result.kind !== 'weight' && result.kind !== 'share') {
    throw new Error(`<GuideTable> row "${row.id}": its query gives no weight.`);
  }
  const weight = result.kind === 'share' ? result.weight : result.value;
  const counted = formatWeight(weight, result.unit, locale);
  if (row.asks === 'count') {
    return { profile: counted, key: { asks: 'count', value: weight, tolerance: 0 } };
  }
  const share = weight / result.of;
  return {
    profile: formatShare(share, locale) + asideOf(counted, locale),
    key: { asks: 'share', value: share * 100, tolerance: row.tolerance * 100 },
  };
}

function solveFrame(
  frames: Selector = everyFrame,
  profile: Profile,
  locale: Locale,
): { profile: string; key: ReadingKey } {
  const result = evaluateQuery(profile, { frames });
  const [first] = result.kind === 'frames' ? result.frames : [];
  if (result.kind !== 'frames' || first === undefined) {
    throw new Error('<GuideTable>: a row of frames finds none.');
  }
  const names = result.frames.filter(({ total }) => total === first.total).map(({ name }) => name);
  const shown = uiFor(locale).table.frames(displayName(first.name), names.length);
  const share = formatShare(first.total / result.of, locale);
  const counted = formatWeight(first.total, result.unit, locale);
  return {
    profile: `${share}${asideOf(counted, locale)} ${shown}`,
    key: { asks: 'frame', names, total: first.total, share: (first.total / result.of) * 100 },
  };
}
