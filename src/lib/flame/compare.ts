/*
 * The door for comparing: what a graph needs to show two profiles as one tree, and nothing else. Like
 * `graph.ts` it exists so that a lesson loads only this: see docs/adr.
 */
export { diffColumns, diffTreeOf } from './analysis/diff-profiles.ts';
export { colorByChange, leastColored } from './color/color-modes.ts';
export {
  changeOf,
  describeChange,
  drawnChange,
  leastSigned,
  signOfChange,
} from './paint/describe-change.ts';
export { formatPoints } from './text/format-points.ts';
