/** What the lab says of a profile, of two, of a file that cannot be read, and of what to do next: in both languages. */
export type {
  Change,
  Evidence,
  Judgement,
  Nesting,
  Question,
  SaidComparison,
  SaidReading,
  Section,
  SectionId,
  Statement,
} from './said.ts';
export type { SayReadingOptions } from './say-reading.ts';
export { sayReading } from './say-reading.ts';
export type { CompareOptions } from './compare-profiles.ts';
export { compareProfiles } from './compare-profiles.ts';
export type { Platform, Wish } from './advice/recipe-data.ts';
export { platforms } from './advice/recipe-data.ts';
export type { Recipe, RecordingAdvice } from './recording-advice.ts';
export { platformNames, recordingAdvice } from './recording-advice.ts';
export { sayLabText } from './say-lab-text.ts';
export { guessPlatform } from './guess-platform.ts';
export type { ReportParts } from './report-markdown.ts';
export { reportMarkdown } from './report-markdown.ts';
export type { ImportFault, SaidMessage } from './import-words.ts';
export { sayImportError, sayImportIssue } from './import-words.ts';
export type { Export } from './outgrow-data.ts';
export type { Outgrown, OutgrownSystem } from './outgrow.ts';
export { limits, outgrow, sayTooLarge } from './outgrow.ts';
