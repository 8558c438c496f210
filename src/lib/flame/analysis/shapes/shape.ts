import type { Finding } from '../finding.ts';

/**
 * - `plateau`: one wide top edge. `values.depth`.
 * - `scattered-leaf`: one function at the top of many places, each narrow. `values.places`,
 *   `values.largest` (weight of the widest).
 * - `tower`: the tallest run of frames that each call one other. `values.height`.
 * - `missing-caller`: a leaf without a stack frame, so that its caller is skipped.
 *   `values.expected`: who always calls it.
 * - `unknown-roots`: stacks that begin with nothing known: the walk up went wrong.
 * - `truncated-stacks`: stacks that are all as deep as the profiler goes. `values.depth`.
 * - `recursion`: a function inside itself. `values.deepest` (times on one stack), `values.direct`
 *   (1 when it calls itself).
 */
export type ShapeCode =
  | 'plateau'
  | 'scattered-leaf'
  | 'tower'
  | 'missing-caller'
  | 'unknown-roots'
  | 'truncated-stacks'
  | 'recursion';

/** A shape of the graph, with the rows and weights that it rests on. */
export type ShapeFinding = Finding<ShapeCode>;
