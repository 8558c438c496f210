import { sayerOf } from './texts.ts';

/**
 * A short text of the site that stands beside its data, in any language: titles of the course,
 * kinds, skills, tags, what an explorable says of its examples. The lab has its own: `lib/lab`.
 */
export const sayText = sayerOf(import.meta.glob('./texts/*.ts', { eager: true, import: 'texts' }));
