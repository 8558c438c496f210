/** A figure or an answer about a profile, as data: evaluated in the build, in tests and live. */
export type {
  Check,
  CountQuery,
  Operand,
  Query,
  RankSelector,
  Selector,
  Threshold,
} from './query.ts';
export type { FoundFrame, QueryResult, ShareResult, WeightResult } from './query-result.ts';
export type { QueryOptions } from './evaluate-query.ts';
export { evaluateQuery, numberOf } from './evaluate-query.ts';
export { evaluateCheck } from './evaluate-check.ts';
export { findPaths } from './find-paths.ts';
export type { ResultForm } from './format-result.ts';
export { formatResult, resultForms } from './format-result.ts';
export { QueryError } from './query-error.ts';
