import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { lessonSchema } from './content/schemas/lesson.ts';
import { termSchema } from './content/schemas/term.ts';

const lessons = defineCollection({
  loader: glob({ base: 'src/content/lessons', pattern: '{en,zh}/*.mdx' }),
  schema: lessonSchema,
});

const glossary = defineCollection({
  loader: glob({ base: 'src/content/glossary', pattern: '*.yaml' }),
  schema: termSchema,
});

export const collections = { lessons, glossary };
