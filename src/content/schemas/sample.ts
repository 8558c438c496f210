import { z } from 'astro/zod';
import { idPattern } from './lesson.ts';

const localized = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });

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
  program: z.string().min(1),
  command: z.string().min(1).optional(),
  /** Profiler and its version. */
  tool: z.string().min(1),
  os: z.string().min(1),
  event: z.string().min(1).optional(),
  /** In Hz. */
  frequency: z.number().positive().optional(),
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
  }),
});

export const manifestSchema = z.strictObject({ samples: z.array(sampleSchema) });

export type Sample = z.infer<typeof sampleSchema>;
