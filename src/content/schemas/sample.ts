import { z } from 'astro/zod';
import { inLanguages } from './in-languages.ts';
import { idPattern } from './lesson.ts';
import { checkSchema, querySchema } from './query.ts';

const localized = z.strictObject(inLanguages(z.string().min(1)));

const after = z.string().regex(idPattern).optional();

/** A claim about the profile, which a test asks again. `after`: the sample to compare with. */
const claim = z.union([
  z.strictObject({
    query: querySchema,
    after,
    value: z.number(),
    /** In which the value must lie for the planted cause to be there, whoever records again. */
    within: z.tuple([z.number(), z.number()]).readonly(),
  }),
  z.strictObject({ holds: checkSchema, after }),
]);

/**
 * One profile of public/samples. Where nobody knows a thing any more it is left out, never guessed.
 */
export const sampleSchema = z.strictObject({
  id: z.string().regex(idPattern),
  /** Relative to public/samples. */
  file: z.string().regex(/^[\w./-]+$/),
  origin: z.enum(['recorded', 'synthetic', 'transcribed']),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  unit: z.enum(['samples', 'nanoseconds', 'bytes', 'count']),
  title: localized,
  /** What ran and why it is here; a paragraph. */
  story: localized,
  lookFor: localized,
  /** What the width counts. */
  view: z.enum(['on-cpu', 'off-cpu', 'wall-clock', 'heap']).optional(),
  /** Of the program. */
  language: z.string().min(1).optional(),
  /** What is planted, or what it teaches. */
  causes: z.array(z.string().regex(idPattern)).optional(),
  /** Samples that are to be compared, of the same work; `run` counts repetitions of one role. */
  partOf: z
    .strictObject({
      set: z.string().regex(idPattern),
      role: z.enum(['before', 'after', 'variant']),
      run: z.int().positive().optional(),
    })
    .optional(),
  program: z.string().min(1),
  command: z.string().min(1).optional(),
  /** Profiler and its version. */
  tool: z.string().min(1),
  os: z.string().min(1),
  event: z.string().min(1).optional(),
  /** In Hz. */
  frequency: z.number().positive().optional(),
  /** What the program did while it was recorded: 120 downloads. */
  work: z.strictObject({ amount: z.number().positive(), of: z.string().min(1) }).optional(),
  /** Size of the profiler's own file, before it was folded. */
  rawBytes: z.int().positive().optional(),
  /** ISO date; of the program's commit where the recording's own is not known. */
  date: z.iso.date(),
  licence: z.string().min(1),
  /** Where the file or the program comes from: repository, commit, file, or the script that recorded it. */
  provenance: z.string().min(1),
  /** Claims that a check recomputes from the file. */
  facts: z.strictObject({
    samples: z.int().nonnegative().optional(),
    totalWeight: z.number(),
    maxDepth: z.int().nonnegative(),
    hottestSelf: z.strictObject({ name: z.string(), self: z.number() }),
    claims: z.array(claim).optional(),
  }),
});

export const manifestSchema = z.strictObject({ samples: z.array(sampleSchema) });

export type Sample = z.infer<typeof sampleSchema>;

export type SampleClaim = z.infer<typeof claim>;
