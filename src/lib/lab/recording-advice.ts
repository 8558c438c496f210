import type { CautionCode, Reading, Text } from '../flame/index.ts';
import { inLocale } from '../i18n/index.ts';
import type { Locale, Localized } from '../i18n/index.ts';
import { sayLabText } from './say-lab-text.ts';
import { cargoFlamegraph } from './advice/cargo-flamegraph.ts';
import { go } from './advice/go.ts';
import { jvm } from './advice/jvm.ts';
import { linuxPerf } from './advice/linux-perf.ts';
import { macos } from './advice/macos.ts';
import { node } from './advice/node.ts';
import { python } from './advice/python.ts';
import { checkedOn, wishOfCaution } from './advice/recipe-data.ts';
import type { Platform, RecipeData, Wish } from './advice/recipe-data.ts';
import { adviceWords } from './words/advice-words.ts';

/** Commands that record a better profile, and why they do. */
export interface Recipe {
  /** The wish that it fulfils, once in an advice. */
  readonly id: Wish;
  readonly title: string;
  /** The cautions of this profile that it answers. */
  readonly answers: readonly CautionCode[];
  readonly why: Text;
  /** As typed into a shell, one command a line; `<…>` is for the reader to fill in. */
  readonly commands: readonly string[];
  readonly notes: readonly Text[];
  /** Primary documents for the options. */
  readonly sources: readonly string[];
  /** What the commands were run with while this was written, where they were. */
  readonly ranWith?: string;
  /** What of them was not run, only looked up in the sources. */
  readonly lookedUp?: string;
}

export interface RecordingAdvice {
  readonly platform: Platform;
  readonly platformName: string;
  readonly intro: Text;
  /** Empty where no caution asks for another recording. */
  readonly recipes: readonly Recipe[];
  /** When the commands were last run, or compared with their sources: `2026-11-28`. */
  readonly checkedOn: string;
}

const recipesOf: Readonly<Record<Platform, readonly RecipeData[]>> = {
  'linux-perf': linuxPerf,
  'cargo-flamegraph': cargoFlamegraph,
  macos,
  go,
  node,
  jvm,
  python,
};

export const platformNames: Readonly<Record<Platform, Localized<string>>> = {
  'linux-perf': { en: 'Linux perf (C, C++ and others)', zh: 'Linux perf（C、C++ 等）' },
  'cargo-flamegraph': { en: 'Rust, cargo flamegraph', zh: 'Rust，cargo flamegraph' },
  macos: { en: 'macOS', zh: 'macOS' },
  go: { en: 'Go', zh: 'Go' },
  node: { en: 'Node.js', zh: 'Node.js' },
  jvm: { en: 'Java and the JVM', zh: 'Java 与 JVM' },
  python: { en: 'Python', zh: 'Python' },
};

/**
 * How to record a profile without the faults that a reading warns of, in the order of its cautions.
 * A caution that no recording cures, and one for which the platform has no way, gives nothing.
 */
export function recordingAdvice(
  { cautions, unit }: Pick<Reading, 'cautions'> & Partial<Pick<Reading, 'unit'>>,
  platform: Platform,
  locale: Locale,
): RecordingAdvice {
  const answers = new Map<Wish, CautionCode[]>();
  for (const { code } of cautions) {
    const wish = wishOfCaution[code];
    if (wish === undefined || (wish === 'waiting' && !mayBeTime(unit))) continue;
    const known = answers.get(wish) ?? [];
    if (!known.includes(code)) answers.set(wish, [...known, code]);
  }
  const recipes = [...answers].flatMap(([wish, codes]) => {
    const data = recipesOf[platform].find((each) => each.wish === wish);
    return data === undefined ? [] : [recipeOf(data, codes, locale)];
  });
  const words = inLocale(adviceWords, locale);
  return {
    platform,
    platformName: sayLabText(platformNames[platform], locale),
    intro: [recipes.length === 0 ? words.nothing : words.intro],
    recipes,
    checkedOn,
  };
}

/** Allocations neither run nor wait. */
function mayBeTime(unit: Reading['unit'] | undefined): boolean {
  return unit !== 'bytes' && unit !== 'count';
}

function recipeOf(data: RecipeData, answers: readonly CautionCode[], locale: Locale): Recipe {
  const { wish, commands, notes, sources, ranWith, lookedUp } = data;
  const { title, why } = inLocale(adviceWords, locale).wishes[wish];
  return {
    id: wish,
    title,
    answers,
    why: [why],
    commands,
    notes: notes.map((note) => [sayLabText(note, locale)]),
    sources,
    ...(ranWith === undefined ? {} : { ranWith }),
    ...(lookedUp === undefined ? {} : { lookedUp }),
  };
}
