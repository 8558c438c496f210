/* What a graph needs when its reader searches: loaded when the search field gets the focus. */
export { collectMatches, getReadyToMatch, matchFrames } from '../../../lib/flame/search.ts';
export { describeSearch } from './describe-search.ts';
export { heaviestMatch, stepToMatch } from './match-steps.ts';
