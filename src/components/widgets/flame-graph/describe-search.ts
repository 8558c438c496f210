import type { Locale } from '../../../lib/i18n/index.ts';
import { allNodes, formatInterval, formatShare, formatWeight } from '../../../lib/flame/graph.ts';
import { intervalOf } from '../../../lib/flame/search.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import type { FlameWords } from './flame-words.ts';

/** What was found, of what: the base is always said, and the zoomed frame is a base of its own. */
export function describeSearch(
  { state, search, searchInRoot, tree, root, sandwich, comparison }: FlameGraphView,
  words: FlameWords,
  locale: Locale,
): string {
  if (search === undefined || state.search.trim() === '') return '';
  if (search.error !== undefined) return words.badPattern(search.error);
  const base = sandwich === undefined ? words.all : words.theFunction;
  if (search.matches.length === 0) return words.noMatch(base);
  // Shares of the union of two profiles would be shares of nothing that was recorded.
  if (comparison !== undefined) return comparison.matchesOf(search.matches, root, locale);
  const interval = intervalOf(search.matchedWeight, tree.totalWeight, tree.unit);
  const sure = interval && `${words.interval} ${formatInterval(interval, locale)}`;
  const found = words.matched(
    formatShare(search.share, locale),
    base,
    sure,
    formatWeight(search.matchedWeight, tree.unit, locale),
    formatWeight(search.matches.length, 'count', locale),
  );
  if (root === allNodes || searchInRoot === undefined) return found;
  return `${found}${words.matchedZoomed(formatShare(searchInRoot.share, locale))}`;
}
