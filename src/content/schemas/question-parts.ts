import { z } from 'astro/zod';
import { skillIds } from '../../lib/quiz/skills.ts';
import { inLanguages } from './in-languages.ts';
import { idPattern } from './lesson.ts';
import { checkSchema, figureSchema } from './query.ts';

export const id = z.string().regex(idPattern, 'an id is lower-case words joined by hyphens');
/** Inline Markdown (`code`, **strong**, *emphasis*, [link](url)) with {figures}; see add-a-question.md. */
export const words = z.string().trim().min(1);

/**
 * Why something is right or wrong, told after marking. One text serves both ways, or `chosen` is
 * told to who chose it and `left` to who did not.
 */
export const reason = z.union([words, z.strictObject({ chosen: words, left: words })]);

/** What every question has besides its kind. */
export const commonFields = {
  id,
  /** Raised only when old answers stop meaning the same: a reader's progress hangs on it. */
  version: z.int().positive(),
  /** Id of the lesson after which it can be answered. */
  lesson: id,
  skills: z.array(z.enum(skillIds)).min(1).max(3),
  /** 1 reads it off, 2 draws a conclusion, 3 weighs evidence. */
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** The profile that it is about, and the second one of a comparison. */
  sample: id.optional(),
  after: id.optional(),
  /** How the graph stands while the question is asked: part of a `ViewState`. */
  view: z.record(z.string(), z.unknown()).default({}),
  /** How the graph stands to show the answer. */
  shows: z.record(z.string(), z.unknown()).optional(),
  /** Figures that the texts cite as {name}. */
  figures: z.record(z.string().regex(/^[a-z][a-zA-Z0-9]*$/), figureSchema).default({}),
  /** About how long a good answer takes; a mock interview plans with it. */
  seconds: z.int().min(5).max(600).default(60),
  /** Where it can be looked up: repository and file, document, or file of this project. */
  sources: z.array(words).min(1),
};

/** What every question says, in each language. */
export const commonTexts = {
  /** A few words for lists; gives nothing away. */
  title: z.string().trim().min(2).max(60),
  /** One or more paragraphs, parted by empty lines. */
  prompt: words,
  hints: z.array(words).min(1),
  /** What to take away; shown after marking, whatever was answered. */
  explanation: words.optional(),
  /** Where what is said about a source is not said in English: all of `sources`, in the same order. */
  sources: z.array(words).optional(),
};

/** What makes an option right: typed, or a statement about the profile that the build evaluates. */
export const optionKey = z
  .strictObject({ right: z.literal(true).optional(), holds: checkSchema.optional() })
  .refine(({ right, holds }) => right === undefined || holds === undefined, {
    message: 'an option is `right: true`, or right when its check `holds`, not both',
  });

export const optionTexts = z.record(id, z.strictObject({ text: words, why: reason }));

/** What a test inside a question expects of an answer. */
export function testOf(answer: z.ZodType) {
  return z.strictObject({
    answer,
    expect: z.enum(['right', 'partly', 'wrong', 'unclear']),
    /** Which near miss it is taken for. */
    near: id.optional(),
  });
}

/** The texts in every language: what every question says, and what its kind adds. */
export function textsOf<T extends z.core.$ZodLooseShape>(shape: T) {
  return inLanguages(z.strictObject({ ...commonTexts, ...shape }));
}
