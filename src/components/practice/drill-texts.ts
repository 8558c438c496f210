import { formatShare, formatWeight, functionTotals } from '../../lib/flame/index.ts';
import type { Cause, Drill } from '../../lib/drills/index.ts';
import { fillWords } from '../quiz/fill-words.ts';
import type { DrillWords } from './drill-words.ts';

/** Everything that is said of a drill, with its numbers filled in. Backticks stand around code. */
export interface DrillTexts {
  readonly prompt: string;
  readonly options: readonly { readonly id: string; readonly text: string; readonly why: string }[];
  /** By what they answer, as in a question: `why`, `near-…`, `other`. */
  readonly notes: Readonly<Record<string, string>>;
}

export function textsOfDrill(drill: Drill, words: DrillWords, locale: string): DrillTexts {
  const facts = factWords(drill, locale);
  const fill = (text: string, more: Readonly<Record<string, string>> = {}) =>
    fillWords(text, {
      ...facts,
      costume: words.costumes[drill.costume],
      name: drill.culprit,
      ...more,
    });
  const cause = causeName(drill, words);
  return {
    prompt: fill(words.asks[drill.ask], { cause }),
    options: drill.options.map((option) => ({
      id: option.id,
      text: optionText(option, drill, words),
      why: optionReason(option, drill, words, locale, fill),
    })),
    notes: notesOf(drill, words, fill),
  };
}

function causeName({ planted }: Drill, words: DrillWords): string {
  return planted in words.causes ? words.causes[planted as Cause].toLowerCase() : '';
}

type Fill = (text: string, more?: Readonly<Record<string, string>>) => string;

function factWords({ facts }: Drill, locale: string): Record<string, string> {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const words = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, number.format(value)]),
  );
  const { k1, n1, k2, n2, self, all, p } = facts;
  const share = (k: number | undefined, n: number | undefined) =>
    k === undefined || n === undefined ? '' : formatShare(k / n, locale);
  return {
    ...words,
    share1: share(k1, n1),
    share2: share(k2, n2),
    share: share(self, all),
    factor: self === undefined || all === undefined ? '' : number.format(all / (all - self)),
    ...(p === undefined ? {} : { p: p < 0.001 ? '< 0.001' : number.format(p) }),
  };
}

function optionText(option: Drill['options'][number], { ask }: Drill, words: DrillWords): string {
  if (option.frame !== undefined) return `\`${option.frame.name}\``;
  if (ask === 'is-it-real') return words.verdicts[option.id as keyof DrillWords['verdicts']];
  return words.causes[option.id as Cause];
}

function optionReason(
  option: Drill['options'][number],
  drill: Drill,
  words: DrillWords,
  locale: string,
  fill: Fill,
): string {
  const { profile, after, ask } = drill;
  if (ask === 'is-it-real') {
    return fill(words.verdictReasons[option.id as keyof DrillWords['verdicts']]);
  }
  if (option.frame === undefined) return causeReason(option.id as Cause, drill, words, locale);
  const { name, self, total } = option.frame;
  if (after !== undefined) {
    const shareIn = (one: typeof profile) => {
      const found = functionTotals(one).find((entry) => entry.name === name);
      return formatShare((found?.self ?? 0) / one.totalWeight, locale);
    };
    return fill(words.changeReason, { share1: shareIn(profile), share2: shareIn(after) });
  }
  return fill(words.frameReason, {
    self: formatWeight(self, 'samples', locale),
    total: formatWeight(total, 'samples', locale),
  });
}

/** What would show this cause, and whether it is there. */
function causeReason(cause: Cause, drill: Drill, words: DrillWords, locale: string): string {
  const { profile, planted, culprit } = drill;
  const isThere = cause === planted;
  const own = functionTotals(profile).find(({ name }) => name === culprit);
  const weight = cause === 'misleading-name' || cause === 'deep-recursion' ? own?.total : own?.self;
  const share = formatShare((weight ?? 0) / profile.totalWeight, locale);
  const found = isThere
    ? fillWords(words.found, { name: `\`${culprit}\``, share })
    : words.notFound;
  return fillWords(words.causeReasons[cause], { found });
}

function notesOf(drill: Drill, words: DrillWords, fill: Fill): Record<string, string> {
  switch (drill.ask) {
    case 'largest-self':
      return { why: words.largestWhy };
    case 'total-of':
      return {
        'near-widest-box': fill(words.totalNear['widest-box']),
        'near-added-up': fill(words.totalNear['added-up']),
        other: words.numberOther,
        why: fill(words.totalWhy),
      };
    case 'speedup-of':
      return {
        'near-the-share': words.speedupNear,
        other: words.numberOther,
        why: fill(words.speedupWhy),
      };
    case 'click-cause':
      return { 'near-caller': words.clickNear, other: words.other, why: fill(words.clickWhy) };
    default:
      return {};
  }
}
