import type { Attempt, Outcome } from '../quiz/index.ts';

/** Where a question was answered: a mock interview shows no verdict, a review sets the next date. */
export const answerModes = ['lesson', 'practice', 'review', 'mock', 'drill'] as const;
export type AnswerMode = (typeof answerModes)[number];

/** 1 a guess, 2 fairly, 3 sure. */
export type Confidence = 1 | 2 | 3;

interface EventBase {
  /** Of the shape of events; older ones are brought up to date when they are read. */
  readonly schema: 1;
  /** Random: the same event in two exports, or from two tabs, is known again by it. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** One question answered once. */
export interface AnswerEvent extends EventBase {
  readonly type: 'answer';
  readonly question: string;
  readonly version: number;
  readonly attempt: Attempt;
  readonly outcome: Outcome;
  readonly earned: number;
  readonly of: number;
  readonly confidence?: Confidence;
  /** From the first touch to the answer, in milliseconds. */
  readonly ms: number;
  /** Hints that were opened. */
  readonly hints: number;
  readonly mode: AnswerMode;
  /** The session (practice, mock) that it belongs to. */
  readonly session?: string;
}

/** Something that the reader decided: an interview date, keys off, a mock interview's report. */
export interface SettingEvent extends EventBase {
  readonly type: 'setting';
  readonly name: string;
  readonly value: JsonValue;
}

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** What happened, in the order in which it did: the only thing that is stored. */
export type ProgressEvent = AnswerEvent | SettingEvent;

/** What a page says of an event; the log adds the rest. */
export type NewEvent =
  Omit<AnswerEvent, 'id' | 'at' | 'schema'> | Omit<SettingEvent, 'id' | 'at' | 'schema'>;
