import { z } from 'astro/zod';

/** Lower-case words joined by hyphens: ids are never renamed, since links and progress hold them. */
export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const id = z.string().regex(idPattern, 'an id is lower-case words joined by hyphens');

/** Front matter of a lesson. The same in every language but for `title` and `description`. */
export const lessonSchema = z.strictObject({
  id,
  title: z.string().min(1),
  /** One sentence; it is what search results and link previews show. */
  description: z.string().min(20).max(300),
  /** Section of the guide, as written there. */
  section: z.string().regex(/^\d(\.\d)?$/),
  /** Position in the course, from 1. */
  order: z.int().positive(),
  minutes: z.int().min(3).max(30),
  skills: z.array(id).min(1),
  prerequisites: z.array(id).default([]),
  /** The profile of the sticky graph; no graph without it. */
  sample: id.optional(),
  /** A second profile to compare with: for the view `diff`, and for `after` in figures. */
  after: id.optional(),
  /** How the graph starts: any part of a `ViewState`. */
  view: z.record(z.string(), z.unknown()).default({}),
  /** Under "Practise", in this order. */
  questions: z.array(id).default([]),
});

export type LessonMatter = z.infer<typeof lessonSchema>;
