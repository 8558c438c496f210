import {
  displayName,
  formatInterval,
  formatPoints,
  formatShare,
  formatWeight,
  phrasesOf,
  wilsonInterval,
} from '../flame/index.ts';
import { QueryError } from './query-error.ts';
import type { FoundFrame, QueryResult } from './query-result.ts';

/**
 * How a result is said:
 *
 *   auto      a share as percent, a weight with its unit, a number, names
 *   share     66%
 *   weight    33 samples
 *   count     33                 the bare number
 *   of        33/50
 *   points    +3.5, −14          a difference of shares, in percentage points
 *   interval  52.2–77.6%         95%, only for samples
 *   name      the frame's name as the graph shows it: without library and generics
 *   short-name  only its last parts
 *   full-name as the file gives it
 *   self, total   the frame's weight; self-share, total-share: of all
 */
export const resultForms = [
  'auto',
  'share',
  'weight',
  'count',
  'of',
  'points',
  'interval',
  'name',
  'short-name',
  'full-name',
  'self',
  'total',
  'self-share',
  'total-share',
] as const;
export type ResultForm = (typeof resultForms)[number];

/** A result in words, for `en`, `zh` or any locale tag. Throws a `QueryError` on a form that it has not. */
export function formatResult(result: QueryResult, form: ResultForm, locale: string): string {
  if (result.kind === 'frames') return formatFrames(result, form, locale);
  if (result.kind === 'frame') return formatFrame(result.frame, result, form, locale);
  if (result.kind === 'number') return formatNumber(result.value, form, locale);
  const weight = result.kind === 'share' ? result.weight : result.value;
  const { of, unit } = result;
  switch (form) {
    case 'auto':
      return result.kind === 'share'
        ? formatShare(result.value, locale)
        : formatWeight(weight, unit, locale);
    case 'share':
      return formatShare(weight / of, locale);
    case 'weight':
      return formatWeight(weight, unit, locale);
    case 'count':
      return plainNumber(weight, locale);
    case 'of':
      return `${plainNumber(weight, locale)}/${plainNumber(of, locale)}`;
    case 'interval':
      return formatOwnInterval(result, weight, of, locale);
    default:
      throw new QueryError({ form }, 'a weight has no name');
  }
}

function formatOwnInterval(
  { unit }: { unit: string },
  weight: number,
  of: number,
  locale: string,
): string {
  if (unit !== 'samples') {
    throw new QueryError(
      { form: 'interval' },
      `an interval is honest for samples, not for ${unit}`,
    );
  }
  return formatInterval(wilsonInterval(weight, of), locale);
}

function formatNumber(value: number, form: ResultForm, locale: string): string {
  if (form === 'share') return formatShare(value, locale);
  if (form === 'points') return formatPoints(value, locale);
  if (form === 'auto' || form === 'count') return plainNumber(value, locale);
  throw new QueryError({ form }, 'a plain number has no such form');
}

function plainNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
}

type Base = Extract<QueryResult, { kind: 'frame' | 'frames' }>;

function formatFrame(frame: FoundFrame, base: Base, form: ResultForm, locale: string): string {
  switch (form) {
    case 'auto':
    case 'name':
      return displayName(frame.name);
    case 'full-name':
      return frame.name;
    case 'self':
      return formatWeight(frame.self, base.unit, locale);
    case 'total':
      return formatWeight(frame.total, base.unit, locale);
    case 'self-share':
      return formatShare(frame.self / base.of, locale);
    case 'total-share':
      return formatShare(frame.total / base.of, locale);
    default:
      throw new QueryError({ form }, 'a frame has no such form');
  }
}

function formatFrames(
  result: Extract<QueryResult, { kind: 'frames' }>,
  form: ResultForm,
  locale: string,
): string {
  const words = result.frames.map((frame) => formatFrame(frame, result, form, locale));
  return words.join(phrasesOf(locale).list);
}
