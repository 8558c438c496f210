import { z } from 'astro/zod';
import { inLanguages } from './in-languages.ts';
import { idPattern } from './lesson.ts';

const id = z.string().regex(idPattern, 'an id is lower-case words joined by hyphens');
const inEveryLanguage = <T extends z.ZodType>(schema: T) => z.strictObject(inLanguages(schema));

/** A name of its own is the same in every language; what is said of one, or a field's name, is not. */
const nameOrText = z.union([
  z.string().min(1),
  z.strictObject({ en: z.string().min(1), zh: z.string().min(1) }),
]);

/** What another tool, or another field, calls the same thing: `{ tool: pprof, name: flat }`. */
const alias = z.strictObject({ tool: nameOrText, name: nameOrText });

/** What others call a term, in every language in which that is written. */
export function aliasNames(term: Pick<Term, 'also'>): string[] {
  return term.also.flatMap(({ name }) => (typeof name === 'string' ? [name] : Object.values(name)));
}

/** A few stacks, root first, that show a term as a small flame graph: `main;work 3`. */
const picture = z.strictObject({
  stacks: z.array(z.string().regex(/^\S+( \d+)$/, 'write a folded stack: "main;work 3"')).min(1),
  /** Boxes of this name are marked. */
  mark: z.string().optional(),
  rootOnTop: z.boolean().default(false),
  leafFirst: z.boolean().default(false),
  /** What is to be seen. Stands under the picture, and for it where it cannot be seen. */
  says: inEveryLanguage(z.string().min(10)),
});

export type TermPicture = z.infer<typeof picture>;

/** One term of the glossary, one file, every language. */
export const termSchema = z.strictObject({
  id,
  term: inEveryLanguage(z.string().min(1)),
  also: z.array(alias).default([]),
  /** One to three sentences of plain text; `backticks` for code. Shown in the text's own tooltip too. */
  short: inEveryLanguage(z.string().min(10)),
  see: z.array(id).default([]),
  picture: picture.optional(),
});

export type Term = z.infer<typeof termSchema>;
