import { compareShares, wilsonInterval } from '../flame/index.ts';
import type { Profile } from '../flame/index.ts';
import { rowsOf, selfInside, selfOf, totalOf } from './box-set.ts';
import { countMatches } from './count-matches.ts';
import { boxFrame, functionFrames, widestRow } from './found-frames.ts';
import { QueryError } from './query-error.ts';
import type { Operand, Query, Selector } from './query.ts';
import type { QueryResult, ShareResult, WeightResult } from './query-result.ts';
import { subjectOf } from './query-subject.ts';
import type { QuerySubject } from './query-subject.ts';
import { namesOf, selectBoxes } from './select-boxes.ts';

export interface QueryOptions {
  /** The second profile of a comparison, for `after`. */
  readonly after?: Profile;
}

/**
 * Answers a query on a profile. Weights are in the profile's unit, shares in 0..1. Throws a
 * `QueryError` that names the query when it finds nothing, or more than one where one is promised.
 */
export function evaluateQuery(
  profile: Profile,
  query: Query,
  options: QueryOptions = {},
): QueryResult {
  const subject = subjectOf(profile);
  const evaluate = (inner: Operand): QueryResult =>
    typeof inner === 'number' ? plain(inner) : evaluateQuery(profile, inner, options);
  if ('samples' in query) return weightResult(subject, profile.totalWeight);
  if ('self' in query || 'total' in query) return weigh(subject, query);
  if ('share' in query) return asShare(query, evaluate(query.share));
  if ('count' in query) return plain(countMatches(subject, query));
  if ('depth' in query) return plain(depthOf(subject, query.depth));
  if ('after' in query) {
    if (options.after === undefined) throw new QueryError(query, 'there is no second profile');
    return evaluateQuery(options.after, query.after);
  }
  return calculate(query, evaluate) ?? framesOf(subject, query);
}

/** What is made of other queries' results; `undefined` for a query that is not. */
function calculate(
  query: Query,
  evaluate: (inner: Operand) => QueryResult,
): QueryResult | undefined {
  if ('low' in query) return plain(endOfInterval(query, evaluate(query.low), 0));
  if ('high' in query) return plain(endOfInterval(query, evaluate(query.high), 1));
  if ('chance' in query) return plain(chanceOf(query, query.chance.map(evaluate)));
  if ('speedup' in query) return plain(1 / (1 - asShare(query, evaluate(query.speedup)).value));
  if ('sum' in query) return sumOf(query, query.sum.map(evaluate));
  if ('difference' in query) return difference(query, query.difference.map(evaluate));
  if ('ratio' in query) return plain(ratio(query, query.ratio.map(evaluate)));
  return undefined;
}

/** The number behind a result: a weight in its unit, a share in 0..1. Frames have none. */
export function numberOf(query: unknown, result: QueryResult): number {
  if (result.kind === 'frame' || result.kind === 'frames') {
    throw new QueryError(query, 'gives frames where a number is needed');
  }
  return result.value;
}

function plain(value: number): QueryResult {
  return { kind: 'number', value };
}

function weightResult({ profile }: QuerySubject, value: number, of?: number): WeightResult {
  return { kind: 'weight', value, of: of ?? profile.totalWeight, unit: profile.unit };
}

type Weighing = Extract<Query, { self: Selector } | { total: Selector }>;

function weigh(subject: QuerySubject, query: Weighing): WeightResult {
  const { tree } = subject;
  const boxes = selectBoxes(subject, 'self' in query ? query.self : query.total);
  if (query.of === undefined) {
    const value = 'self' in query ? selfOf(tree, boxes) : totalOf(tree, boxes);
    return weightResult(subject, value);
  }
  const base = selectBoxes(subject, query.of);
  if ('self' in query) {
    return weightResult(subject, selfInside(tree, boxes, base), totalOf(tree, base));
  }
  return weightResult(subject, totalInside(subject, boxes, base), totalOf(tree, base));
}

/** Weight of the samples that pass through both: each box of the base counts what it holds. */
function totalInside({ tree }: QuerySubject, boxes: Uint8Array, base: Uint8Array): number {
  const both = new Uint8Array(tree.size);
  for (let row = 0; row < tree.size;) {
    const end = tree.end[row] ?? row + 1;
    if (base[row] === 1) {
      // A frame below the base in the stack takes all of the base's samples with it.
      if (boxes[row] === 1 || hasCaller(tree.parent, boxes, row)) both[row] = 1;
      else for (let inner = row; inner < end; inner++) both[inner] = boxes[inner] ?? 0;
      row = end;
    } else row++;
  }
  return totalOf(tree, both);
}

function hasCaller(parent: Int32Array, boxes: Uint8Array, row: number): boolean {
  for (let above = parent[row] ?? -1; above >= 0; above = parent[above] ?? -1) {
    if (boxes[above] === 1) return true;
  }
  return false;
}

function asShare(query: unknown, result: QueryResult): ShareResult {
  if (result.kind === 'share') return result;
  if (result.kind !== 'weight') throw new QueryError(query, 'only a weight has a share');
  const { value, of, unit } = result;
  if (!(of > 0)) throw new QueryError(query, 'there is no share of an empty profile');
  return { kind: 'share', value: value / of, weight: value, of, unit };
}

function endOfInterval(query: unknown, result: QueryResult, end: 0 | 1): number {
  const { weight, of, unit } = asShare(query, result);
  if (unit !== 'samples') {
    throw new QueryError(query, `an interval is honest for samples, not for ${unit}`);
  }
  return wilsonInterval(weight, of)[end];
}

function chanceOf(query: unknown, results: readonly QueryResult[]): number {
  const [one, other] = results.map((result) => asShare(query, result));
  if (one === undefined || other === undefined) throw new QueryError(query, 'compares two shares');
  if (one.unit !== 'samples' || other.unit !== 'samples') {
    throw new QueryError(query, `a test is honest for samples, not for ${one.unit}`);
  }
  return compareShares(one.weight, one.of, other.weight, other.of).p;
}

function depthOf(subject: QuerySubject, of: true | Selector): number {
  if (of === true) return subject.tree.maxDepth;
  const row = widestRow(subject, selectBoxes(subject, of));
  return (subject.tree.depth[row] ?? 0) + 1;
}

function sumOf(query: unknown, results: readonly QueryResult[]): QueryResult {
  const value = results.reduce((sum, result) => sum + numberOf(query, result), 0);
  return likeFirst(results, value);
}

function difference(query: unknown, results: readonly QueryResult[]): QueryResult {
  const [minuend, subtrahend] = results.map((result) => numberOf(query, result));
  return likeFirst(results, (minuend ?? 0) - (subtrahend ?? 0));
}

/** Weights of one profile stay a weight, so that the sum has a share; all else is a number. */
function likeFirst(results: readonly QueryResult[], value: number): QueryResult {
  const [first] = results;
  const alike = results.every(
    (result) =>
      first?.kind === 'weight' &&
      result.kind === 'weight' &&
      result.of === first.of &&
      result.unit === first.unit,
  );
  return alike && first?.kind === 'weight' ? { ...first, value } : plain(value);
}

function ratio(query: unknown, results: readonly QueryResult[]): number {
  const [above = 0, below = 0] = results.map((result) => numberOf(query, result));
  if (below === 0) throw new QueryError(query, 'divides by zero');
  return above / below;
}

function framesOf(subject: QuerySubject, query: Query): QueryResult {
  const { tree, profile } = subject;
  const base = { of: profile.totalWeight, unit: profile.unit };
  if ('frame' in query) {
    const boxes = selectBoxes(subject, query.frame);
    const names = namesOf(subject, boxes);
    if (names.size > 1) throw new QueryError(query, `finds ${names.size} functions, not one`);
    const rows = rowsOf(boxes);
    const [row = 0] = rows;
    const [whole] = functionFrames(subject, boxes);
    const frame = rows.length === 1 || whole === undefined ? boxFrame(tree, row) : whole;
    return { kind: 'frame', frame, ...base };
  }
  if ('frames' in query) {
    const rows = rowsOf(selectBoxes(subject, query.frames));
    const frames = rows.map((row) => boxFrame(tree, row)).sort((a, b) => b.total - a.total);
    return { kind: 'frames', frames, ...base };
  }
  if ('functions' in query) {
    const by = query.by ?? 'self';
    const frames = functionFrames(subject, selectBoxes(subject, query.functions));
    return { kind: 'frames', frames: frames.sort((a, b) => b[by] - a[by]), ...base };
  }
  if ('chain' in query) {
    const frames = [];
    let row = widestRow(subject, selectBoxes(subject, query.chain));
    for (; row >= 0; row = tree.parent[row] ?? -1) frames.push(boxFrame(tree, row));
    return { kind: 'frames', frames: frames.reverse(), ...base };
  }
  throw new QueryError(query, 'is no query: see src/lib/query/query.ts');
}
