import { childrenOf, rowsOf, selfOf } from './box-set.ts';
import { functionFrames } from './found-frames.ts';
import type { CountQuery } from './query.ts';
import { QueryError } from './query-error.ts';
import type { QuerySubject } from './query-subject.ts';
import { selectBoxes, widthOf } from './select-boxes.ts';

/** How many things a count query means. None is an answer here, but not for `where` itself. */
export function countMatches(subject: QuerySubject, query: CountQuery): number {
  const boxes = boxesOf(subject, query);
  const least = thresholdOf(subject, query);
  if (query.count === 'stacks') return countStacks(subject, boxes, least);
  const { tree } = subject;
  if (query.count === 'frames' || query.count === 'children') {
    return rowsOf(boxes).filter((row) => (tree.total[row] ?? 0) > least).length;
  }
  const functions = functionFrames(subject, boxes);
  if (query.count === 'functions') return functions.filter(({ total }) => total > least).length;
  return functions.filter(({ self }) => self > Math.max(0, least)).length;
}

function boxesOf(subject: QuerySubject, query: CountQuery) {
  const { tree } = subject;
  const all = new Uint8Array(tree.size).fill(1);
  const boxes = query.where === undefined ? all : selectBoxes(subject, query.where);
  if (query.count !== 'children') return boxes;
  if (query.where === undefined) throw new QueryError(query, 'says not whose children (`where`)');
  return childrenOf(tree, boxes);
}

function thresholdOf(subject: QuerySubject, { count, widerThan }: CountQuery): number {
  if (widerThan === undefined) return -Infinity;
  if (count !== 'leaves' || (typeof widerThan === 'object' && 'share' in widerThan)) {
    return widthOf(subject, widerThan);
  }
  return selfOf(subject.tree, selectBoxes(subject, widerThan));
}

/** Distinct stacks, by the names of their frames, that samples end in: those whose leaf is one of the boxes. */
function countStacks({ tree }: QuerySubject, boxes: Uint8Array, least: number): number {
  return rowsOf(boxes).filter((row) => (tree.self[row] ?? 0) > Math.max(0, least)).length;
}
