import type { CautionCode } from '../../flame/index.ts';
import type { Localized } from '../../i18n/index.ts';

/** Where a profile is recorded, and with what. */
export const platforms = [
  'linux-perf',
  'cargo-flamegraph',
  'macos',
  'go',
  'node',
  'jvm',
  'python',
] as const;
export type Platform = (typeof platforms)[number];

/** What another recording should do better. */
export type Wish = 'more-samples' | 'symbols' | 'whole-stacks' | 'waiting' | 'kernel' | 'generics';

/** The wish that a caution makes; cautions that no recording cures are not here. */
export const wishOfCaution: Readonly<Partial<Record<CautionCode, Wish>>> = {
  'too-few-samples': 'more-samples',
  'few-samples': 'more-samples',
  'rank-undecided': 'more-samples',
  'missing-symbols': 'symbols',
  'missing-callers': 'whole-stacks',
  'unknown-roots': 'whole-stacks',
  'truncated-stacks': 'whole-stacks',
  'on-cpu-only': 'waiting',
  'kernel-hidden': 'kernel',
  'merged-generics': 'generics',
};

/** Commands for one wish on one platform, in words of both languages. */
export interface RecipeData {
  readonly wish: Wish;
  /** Typed into a shell, one command a line; `<…>` is for the reader to fill in. */
  readonly commands: readonly string[];
  readonly notes: readonly Localized<string>[];
  /** Primary documents, where every option of the commands is described; each was opened. */
  readonly sources: readonly string[];
  /** With what the commands were run when this was written; absent where none of them were. */
  readonly ranWith?: string;
  /** What of the commands was not run, only looked up in the sources; absent where all was run. */
  readonly lookedUp?: string;
}

/** When every recipe was last run, or compared with its sources. */
export const checkedOn = '2026-11-28';
