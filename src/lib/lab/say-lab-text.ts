import { sayerOf } from '../i18n/index.ts';

/**
 * A short text of the lab that stands beside its data, in any language: titles of an import's
 * messages, notes to recipes, what other systems are for.
 */
export const sayLabText = sayerOf(
  import.meta.glob('./texts/*.ts', { eager: true, import: 'texts' }),
);
