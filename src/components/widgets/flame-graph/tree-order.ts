import type { ViewKind } from '../../../lib/flame/index.ts';

/** Views that share a tree have the same order; the key of the others is their name. */
export function orderOf(view: ViewKind): {
  order: 'name' | 'weight';
  inverted: boolean;
  view?: ViewKind;
} {
  switch (view) {
    case 'left-heavy':
    case 'call-tree':
      return { order: 'weight', inverted: false };
    case 'leaf-first':
      return { order: 'weight', inverted: true };
    case 'merged':
    case 'functions':
      return { order: 'name', inverted: false };
    default:
      return { order: 'name', inverted: false, view };
  }
}
