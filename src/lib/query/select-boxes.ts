import { allNodes, findNode, frameKinds, kindOfFrame, searchFrames } from '../flame/index.ts';
import {
  boxesOfFrames,
  boxesUnder,
  childrenOf,
  hottestLeaf,
  intersection,
  parentsOf,
  rowsOf,
  unionOf,
  without,
} from './box-set.ts';
import type { BoxSet } from './box-set.ts';
import { libraryOf } from './frame-library.ts';
import type { RankSelector, Selector, Threshold } from './query.ts';
import { QueryError } from './query-error.ts';
import type { QuerySubject } from './query-subject.ts';

/** Boxes that a selector names. Throws a `QueryError` when there are none, or not one as promised. */
export function selectBoxes(subject: QuerySubject, selector: Selector): BoxSet {
  const boxes = findBoxes(subject, selector);
  if (!boxes.includes(1)) throw new QueryError(selector, 'finds no frame in this profile');
  return boxes;
}

/** The same, with an empty set where nothing is found. */
export function findBoxes(subject: QuerySubject, selector: Selector): BoxSet {
  if (typeof selector === 'string') return boxesOfFunction(subject, selector);
  let boxes = boxesOfKind(subject, selector);
  const { under, calledBy, except, widerThan } = selector;
  if (under !== undefined) {
    boxes = intersection(boxes, boxesUnder(subject.tree, selectBoxes(subject, under)));
  }
  if (calledBy !== undefined) {
    boxes = intersection(boxes, childrenOf(subject.tree, selectBoxes(subject, calledBy)));
  }
  if (except !== undefined) boxes = without(boxes, selectBoxes(subject, except));
  if (widerThan !== undefined) {
    const least = widthOf(subject, widerThan);
    boxes = boxes.map((mark, row) => ((subject.tree.total[row] ?? 0) > least ? mark : 0));
  }
  return boxes;
}

/** Weight that something must exceed to be wider than the threshold: its widest box, or a share. */
export function widthOf(subject: QuerySubject, threshold: Threshold): number {
  if (typeof threshold === 'object' && 'share' in threshold) {
    return threshold.share * subject.profile.totalWeight;
  }
  const rows = rowsOf(selectBoxes(subject, threshold));
  return rows.reduce((widest, row) => Math.max(widest, subject.tree.total[row] ?? 0), 0);
}

function boxesOfKind(subject: QuerySubject, selector: Exclude<Selector, string>): BoxSet {
  const { tree } = subject;
  if ('function' in selector) return boxesOfFunction(subject, selector.function);
  if ('match' in selector) return boxesOfMatch(subject, selector.match);
  if ('library' in selector) {
    return boxesOfFrames(tree, (frame) => libraryOf(tree.frames, frame) === selector.library);
  }
  if ('kind' in selector) return boxesOfFrameKind(subject, selector.kind);
  if ('path' in selector) return boxesOfPath(subject, selector.path);
  if ('rank' in selector) return boxesOfRank(subject, selector);
  if ('leafOf' in selector) return hottestLeaf(tree, selectBoxes(subject, selector.leafOf));
  if ('childrenOf' in selector) return childrenOf(tree, selectBoxes(subject, selector.childrenOf));
  if ('parentOf' in selector) return parentsOf(tree, selectBoxes(subject, selector.parentOf));
  if ('any' in selector) return unionOf(selector.any.map((one) => selectBoxes(subject, one)));
  throw new QueryError(selector, 'is no selector: see src/lib/query/query.ts');
}

function boxesOfFunction({ tree, functions }: QuerySubject, wanted: string): BoxSet {
  const byName = (name: string) =>
    boxesOfFrames(tree, (frame) => tree.frames.names[frame] === name);
  if (functions.some(({ name }) => name === wanted)) return byName(wanted);
  const ends = functions.map(({ name }) => name).filter((name) => isEndOf(wanted, name));
  if (ends.length > 1) {
    throw new QueryError(wanted, `may be any of ${ends.join(', ')}: write the whole name`);
  }
  return byName(ends[0] ?? wanted);
}

/** `writev` is the end of `libsystem_kernel.dylib`+backtick+`writev`, but not of `pwritev`. */
function isEndOf(wanted: string, name: string): boolean {
  if (wanted === '' || !name.endsWith(wanted)) return false;
  return /[^\p{L}\p{N}_$]/u.test(name.charAt(name.length - wanted.length - 1));
}

function boxesOfMatch({ tree }: QuerySubject, query: string): BoxSet {
  const { matches, error } = searchFrames(tree, query);
  if (error !== undefined) throw new QueryError({ match: query }, error);
  const boxes = new Uint8Array(tree.size);
  for (const row of matches) boxes[row] = 1;
  return boxes;
}

function boxesOfFrameKind({ tree }: QuerySubject, kind: string): BoxSet {
  if (!frameKinds.some((known) => known === kind)) {
    throw new QueryError({ kind }, `is none of ${frameKinds.join(', ')}`);
  }
  const { names, details } = tree.frames;
  return boxesOfFrames(tree, (i) => kindOfFrame(names[i] ?? '', details[i]) === kind);
}

function boxesOfPath({ tree }: QuerySubject, path: string): BoxSet {
  const row = findNode(tree, path);
  if (row === allNodes) throw new QueryError({ path }, 'names the whole graph, not a frame');
  const boxes = new Uint8Array(tree.size);
  if (row !== undefined) boxes[row] = 1;
  return boxes;
}

interface Ranked {
  readonly name: string;
  readonly weight: number;
  readonly row?: number;
}

function boxesOfRank(subject: QuerySubject, selector: RankSelector): BoxSet {
  const { nth, ties } = selector;
  const { tree } = subject;
  const ranked = rankedOf(subject, selector).sort((a, b) => b.weight - a.weight);
  const weight = ranked[nth - 1]?.weight;
  if (weight === undefined) throw new QueryError(selector, `there are only ${ranked.length}`);
  const equals = ranked.filter((one) => one.weight === weight);
  if (equals.length > 1 && ties !== true) {
    throw new QueryError(selector, `${equals.map(({ name }) => name).join(', ')} weigh the same`);
  }
  const rows = new Set(equals.map(({ row }) => row));
  if (selector.rank === 'box') return new Uint8Array(tree.size).map((_, row) => +rows.has(row));
  const names = new Set(equals.map(({ name }) => name));
  return boxesOfFrames(tree, (frame) => names.has(tree.frames.names[frame] ?? ''));
}

function rankedOf(subject: QuerySubject, { rank, among }: RankSelector): Ranked[] {
  const { tree, functions } = subject;
  const boxes = among === undefined ? undefined : selectBoxes(subject, among);
  if (rank === 'box') {
    return rowsOf(boxes ?? new Uint8Array(tree.size).fill(1)).map((row) => ({
      name: tree.nameOf(row),
      weight: tree.total[row] ?? 0,
      row,
    }));
  }
  const allowed = boxes === undefined ? undefined : namesOf(subject, boxes);
  return functions
    .filter(({ name }) => allowed?.has(name) ?? true)
    .map((one) => ({ name: one.name, weight: one[rank] }));
}

/** Names of the functions that these boxes belong to. */
export function namesOf({ tree }: QuerySubject, boxes: BoxSet): Set<string> {
  return new Set(rowsOf(boxes).map((row) => tree.nameOf(row)));
}
