import { z } from 'astro/zod';
import {
  commonFields,
  id,
  optionKey,
  optionTexts,
  testOf,
  textsOf,
  words,
} from './question-parts.ts';
import { querySchema, selectorSchema } from './query.ts';

const optionKeys = (least: number, most: number) =>
  z.record(id, optionKey).superRefine((options, context) => {
    const count = Object.keys(options).length;
    if (count < least || count > most) {
      context.addIssue({
        code: 'custom',
        message: `${count} options; ${least} to ${most} are allowed`,
      });
    }
  });

/** One of three options (a fourth only for a real misconception) is right. */
const choice = z.strictObject({
  ...commonFields,
  kind: z.literal('choice'),
  options: optionKeys(3, 4),
  /** Why there are four options. */
  whyFour: z.string().min(10).optional(),
  ...textsOf({ options: optionTexts }),
  tests: z.array(testOf(id)).min(2),
});

/** Any number of options is right. */
const multi = z.strictObject({
  ...commonFields,
  kind: z.literal('multi'),
  options: optionKeys(3, 6),
  ...textsOf({ options: optionTexts }),
  tests: z.array(testOf(z.array(id))).min(2),
});

/** A number by query, or typed where no query can say it. Shares are compared in percent. */
const numberKey = z.union([
  z.strictObject({ query: querySchema, tolerance: z.number().nonnegative() }),
  z.strictObject({ value: z.number(), tolerance: z.number().nonnegative() }),
]);

const numericFields = {
  answer: numberKey,
  /** `share`: 66, 66% and 0.66 are the same; `number`: as it stands. */
  as: z.enum(['share', 'number']),
  /** Wrong numbers that tell what was misread. */
  near: z.record(id, numberKey).default({}),
};
const numericTexts = {
  /** What stands behind the field; nothing for a share. */
  unit: z.string().max(20).optional(),
  why: words,
  near: z.record(id, words).default({}),
  /** Told to every other number. */
  other: words,
};

const numeric = z.strictObject({
  ...commonFields,
  kind: z.literal('numeric'),
  ...numericFields,
  ...textsOf(numericTexts),
  tests: z.array(testOf(z.string())).min(2),
});

/** A frame of the graph, chosen on the graph or in its table. */
const clickFrame = z.strictObject({
  ...commonFields,
  kind: z.literal('click-frame'),
  sample: id,
  /** Every box that counts as right. */
  answer: z.strictObject({ frames: selectorSchema }),
  /** Near misses with a reason of their own; the first that holds the chosen box counts. */
  near: z.record(id, selectorSchema).default({}),
  ...textsOf({
    why: words,
    near: z.record(id, words).default({}),
    other: words,
  }),
  /** Answers are path expressions: `run_task > poll`. */
  tests: z.array(testOf(z.string())).min(2),
});

/** Steps to be put in order; they stand here in the right one. */
const order = z.strictObject({
  ...commonFields,
  kind: z.literal('order'),
  steps: z.array(id).min(3).max(8),
  /** Where not every order but this is wrong: which step must come before which. */
  before: z.array(z.tuple([id, id])).optional(),
  ...textsOf({ steps: z.record(id, z.strictObject({ text: words, why: words })) }),
  tests: z.array(testOf(z.array(id))).min(2),
});

/** Each of the left goes with one of the choices; a choice may serve several, or none. */
const match = z.strictObject({
  ...commonFields,
  kind: z.literal('match'),
  choices: z.array(id).min(2).max(8),
  pairs: z.record(id, id),
  ...textsOf({
    /** What the choices are: the label over the right column. */
    choicesLabel: words,
    choices: z.record(id, words),
    pairs: z.record(id, z.strictObject({ text: words, why: words })),
  }),
  tests: z.array(testOf(z.record(id, id))).min(2),
});

/** A table: one column is right in each row. */
const matrix = z.strictObject({
  ...commonFields,
  kind: z.literal('matrix'),
  columns: z.array(id).min(2).max(5),
  rows: z.record(id, id),
  ...textsOf({
    /** What the rows are: the corner of the table. */
    rowsLabel: words,
    columns: z.record(id, words),
    rows: z.record(id, z.strictObject({ text: words, why: words })),
  }),
  tests: z.array(testOf(z.record(id, id))).min(2),
});

/** Lines of code, or of a reading of a profile, of which some are wrong; then why. */
const bug = z.strictObject({
  ...commonFields,
  kind: z.literal('bug'),
  /** Code in no human language; a reading in words stands in `lines` of the texts instead. */
  code: z.string().optional(),
  /** For highlighting: rust, bash, python… */
  language: z.string().optional(),
  /** Numbers of the wrong lines, from 1. */
  bugs: z.array(z.int().positive()).min(1),
  /** Options of "and why is it wrong?": the line alone can be guessed. */
  follow: optionKeys(3, 4).optional(),
  ...textsOf({
    lines: z.array(words).min(2).optional(),
    /** By line number: the wrong lines, and right lines that look wrong. */
    why: z.record(z.string().regex(/^\d+$/), words),
    /** Told to every other line. */
    other: words,
    follow: z.strictObject({ prompt: words, options: optionTexts }).optional(),
  }),
  tests: z
    .array(testOf(z.strictObject({ lines: z.array(z.int().positive()), follow: id.optional() })))
    .min(2),
});

/** An answer in the reader's own words, marked by the reader against criteria. */
const open = z.strictObject({
  ...commonFields,
  kind: z.literal('open'),
  /** Characters before the model answer can be opened (Chinese: half as many). */
  minimum: z.int().min(20).max(1000).default(120),
  /** What each criterion is worth. `keywords` only suggest a tick: they never score. */
  criteria: z.record(
    id,
    z.strictObject({
      points: z.int().min(1).max(5),
      keywords: z.array(z.string().min(2)).default([]),
    }),
  ),
  ...textsOf({
    /** What a strong candidate says in half a minute, and in two. */
    short: words,
    model: words,
    criteria: z.record(id, z.strictObject({ text: words, strong: words })),
    followUp: z.strictObject({ question: words, answer: words }),
    /** What makes an interviewer stop listening. */
    redFlag: words,
  }),
  /** Answers are the criteria that are met. */
  tests: z.array(testOf(z.array(id))).min(2),
});

/** Asked before anything is shown, locked, never scored. */
const predict = z.strictObject({
  ...commonFields,
  kind: z.literal('predict'),
  ...numericFields,
  as: z.enum(['share', 'number', 'option']),
  answer: numberKey.optional(),
  options: optionKeys(2, 5).optional(),
  ...textsOf({
    ...numericTexts,
    other: words.optional(),
    options: optionTexts.optional(),
  }),
  tests: z.array(testOf(z.string())).default([]),
});

/** Every kind of question, before its parts are held against each other (`question.ts`). */
export const questionShape = z.discriminatedUnion('kind', [
  choice,
  multi,
  numeric,
  clickFrame,
  order,
  match,
  matrix,
  bug,
  open,
  predict,
]);

export type Question = z.infer<typeof questionShape>;
export type QuestionOf<K extends Question['kind']> = Extract<Question, { kind: K }>;
