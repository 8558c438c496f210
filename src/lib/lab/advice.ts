import type { CautionCode, Reading, Text } from '../flame/index.ts';
import type { Locale } from '../i18n/index.ts';

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

/** Commands that record a better profile, and why they do. */
export interface Recipe {
  readonly id: string;
  readonly title: string;
  /** The cautions that this answers. */
  readonly answers: readonly CautionCode[];
  readonly why: Text;
  /** As typed into a shell, one command a line; `#` begins a comment. */
  readonly commands: readonly string[];
  readonly notes: readonly Text[];
  /** Primary documents for the flags. */
  readonly sources: readonly string[];
  /** The version that the commands were run with while this was written, where they were. */
  readonly ranWith?: string;
}

export interface RecordingAdvice {
  readonly platform: Platform;
  readonly platformName: string;
  readonly intro: Text;
  /** Empty where no caution asks for another recording. */
  readonly recipes: readonly Recipe[];
}

/** How to record a profile without the faults that the reading warns of. */
export function recordingAdvice(
  _cautions: Pick<Reading, 'cautions'>,
  platform: Platform,
  _locale: Locale,
): RecordingAdvice {
  return { platform, platformName: platform, intro: [], recipes: [] };
}
