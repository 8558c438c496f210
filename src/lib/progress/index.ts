/** What the reader did, kept in this browser and nowhere else. */
export { MemoryEventStore } from './event-store.ts';
export type { EventStore } from './event-store.ts';
export { openProgress } from './open-progress.ts';
export { parseEvent } from './parse-event.ts';
export type {
  AnswerEvent,
  AnswerMode,
  Confidence,
  JsonValue,
  NewEvent,
  ProgressEvent,
  SettingEvent,
} from './progress-event.ts';
export type { ProgressFileProblem, ReadProgressFile } from './progress-file.ts';
export { readProgressFile, writeProgressFile } from './progress-file.ts';
export { ProgressLog } from './progress-log.ts';
export type { Channel, LogOptions } from './progress-log.ts';
export { progressOf, settingOf } from './question-progress.ts';
export type { QuestionProgress } from './question-progress.ts';
export { readingEvent, readingOf } from './reading-progress.ts';
export type { ReadingPlace } from './reading-progress.ts';
