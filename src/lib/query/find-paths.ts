import { formatFullPath, pathOf } from '../flame/index.ts';
import type { Profile } from '../flame/index.ts';
import { rowsOf } from './box-set.ts';
import type { Selector } from './query.ts';
import { subjectOf } from './query-subject.ts';
import { findBoxes, selectBoxes } from './select-boxes.ts';

/**
 * The full path (`;main;poll`) of every box that a selector names: how a click on a frame is
 * compared with an answer. Throws a `QueryError` when there is none, unless `optional`.
 */
export function findPaths(profile: Profile, selector: Selector, optional = false): string[] {
  const subject = subjectOf(profile);
  const boxes = optional ? findBoxes(subject, selector) : selectBoxes(subject, selector);
  return rowsOf(boxes).map((row) => formatFullPath(pathOf(subject.tree, row)));
}
