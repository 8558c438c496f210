/* What a graph needs when its reader searches: loaded when the search field gets the focus. */
export { collectMatches, matchFrames } from '../../../lib/flame/search.ts';
export { describeSearch } from './describe-search.ts';
