import { readNumericAnswer } from '../../lib/quiz/index.ts';

/** What makes a reading right. Shares are in percent. */
export type ReadingKey =
  | { readonly asks: 'count' | 'share'; readonly value: number; readonly tolerance: number }
  | {
      readonly asks: 'frame';
      /** Any of these, whole or by a part that tells it from others. */
      readonly names: readonly string[];
      /** Or its total, in samples or percent. */
      readonly total: number;
      readonly share: number;
    };

export type ReadingMark = 'right' | 'wrong' | 'empty' | 'not-a-number';

const shortestName = 6;

/** Marks what a reader wrote into the table. Pure: the element only shows the mark. */
export function markReading(key: ReadingKey, text: string): ReadingMark {
  const written = text.trim();
  if (written === '') return 'empty';
  if (key.asks === 'frame') return marksFrame(key, written) ? 'right' : 'wrong';
  const value = readNumericAnswer(
    {
      kind: 'numeric',
      as: key.asks === 'share' ? 'share' : 'number',
      value: key.value,
      tolerance: key.tolerance,
      near: [],
    },
    written,
  );
  if (typeof value === 'string') return 'not-a-number';
  return Math.abs(value - key.value) <= key.tolerance ? 'right' : 'wrong';
}

function marksFrame(key: Extract<ReadingKey, { asks: 'frame' }>, written: string): boolean {
  const number = /^(\d+(?:\.\d+)?)\s*(%|％)?$/.exec(written.normalize('NFKC'));
  if (number !== null) {
    return Number(number[1]) === (number[2] === undefined ? key.total : key.share);
  }
  const lower = written.toLowerCase();
  return (
    lower.length >= shortestName && key.names.some((name) => name.toLowerCase().includes(lower))
  );
}
