import type { Ui } from '../../lib/i18n/index.ts';

export type Verdict = keyof Ui['claim']['verdicts'];
export type VerdictTone = 'right' | 'doubtful' | 'note' | 'wrong';

/** How a verdict is coloured; the words and the sign say it too. */
export function toneOf(verdict: Verdict): VerdictTone {
  if (verdict === 'holds') return 'right';
  if (verdict === 'imprecise' || verdict === 'misleading') return 'doubtful';
  return verdict === 'open' ? 'note' : 'wrong';
}

/** The sign before a verdict's words. */
export const verdictSigns: Readonly<Record<VerdictTone, string>> = {
  right: '✓',
  doubtful: '≈',
  note: '?',
  wrong: '✗',
};
