import type { z } from 'astro/zod';
import { findMismatches } from './question-parity.ts';
import { questionShape } from './question-shape.ts';

/** One question, one file: the key once, the words in both languages. */
export const questionSchema = questionShape.superRefine((question, context) => {
  for (const { path, message } of findMismatches(question)) {
    context.addIssue({ code: 'custom', path, message });
  }
});

export type { Question, QuestionOf } from './question-shape.ts';
/** What a question writes by hand. */
export type QuestionFile = z.input<typeof questionSchema>;
