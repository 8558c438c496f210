import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { lessonSchema } from './content/schemas/lesson.ts';
import { questionSchema } from './content/schemas/question.ts';
import { termSchema } from './content/schemas/term.ts';
import { locales } from './lib/i18n/index.ts';
import { translated } from './lib/site/translations.ts';

const lessons = defineCollection({
  loader: glob({
    base: 'src/content/lessons',
    pattern: locales.map((locale) => `${locale}/*.mdx`),
  }),
  schema: lessonSchema,
});

const questions = defineCollection({
  // Folders are for authors; a question's id is its file's name, wherever the file lies.
  loader: translated(
    'questions',
    glob({
      base: 'src/content/questions',
      pattern: '**/*.yaml',
      generateId: ({ entry }) => entry.replace(/^.*\//, '').replace(/\.yaml$/, ''),
    }),
  ),
  schema: questionSchema,
});

const glossary = defineCollection({
  loader: translated('glossary', glob({ base: 'src/content/glossary', pattern: '*.yaml' })),
  schema: termSchema,
});

export const collections = { lessons, questions, glossary };
