/*
 * The door for searching. Like `graph.ts` it exists so that a lesson loads only this, when its reader
 * searches: see docs/adr.
 */
export { intervalOf } from './paint/describe.ts';
export {
  collectMatches,
  getReadyToMatch,
  matchFrames,
  searchFrames,
} from './analysis/search-frames.ts';
