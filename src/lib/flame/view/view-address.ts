import { defaultDiff, defaultView, parseViewState } from './view-state.ts';
import type { Transform, ViewState } from './view-state.ts';

/** The keys that a graph owns in a page's query; all others belong to the page. */
export const viewKeys = [
  'graph', // the version, so that a later reader knows what it reads
  'sample',
  'after',
  'view',
  'orientation',
  'root',
  'selection',
  'search',
  'highlight',
  'color',
  'muted',
  'step',
  'diff',
  'function',
  'window',
] as const;

const plainKeys = [
  'sample',
  'after',
  'view',
  'orientation',
  'root',
  'selection',
  'search',
  'color',
  'function',
] as const;

function formatTransform({ kind, frame }: Transform): string {
  return frame === '' ? kind : `${kind}:${frame}`;
}

function parseTransform(text: string): { kind: string; frame: string } {
  // Frame names hold colons (`tokio::main`); the kind never does.
  const gap = text.indexOf(':');
  return gap === -1
    ? { kind: text, frame: '' }
    : { kind: text.slice(0, gap), frame: text.slice(gap + 1) };
}

/** Edges to a thousandth of the window: a deep zoom into a large graph needs more digits than a wide one. */
function formatWindow([left, right]: readonly [number, number]): string {
  const digits = Math.min(Math.max(6, 3 - Math.floor(Math.log10(right - left))), 20);
  return [left, right].map((edge) => String(Number(edge.toFixed(digits)))).join(' ');
}

/**
 * The view as query parameters, only what differs from the default, in a fixed order: equal views
 * have equal addresses. An untouched view is empty.
 */
export function viewToParams(view: ViewState): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of plainKeys) {
    if (view[key] !== defaultView[key]) params.append(key, view[key]);
  }
  for (const selector of view.highlight) params.append('highlight', selector);
  for (const kind of view.muted) params.append('muted', kind);
  for (const transform of view.transforms) params.append('step', formatTransform(transform));
  const { normalize, width, measure } = view.diff;
  if (
    normalize !== defaultDiff.normalize ||
    width !== defaultDiff.width ||
    measure !== defaultDiff.measure
  ) {
    params.append('diff', `${normalize} ${width} ${measure}`);
  }
  if (view.window !== null) {
    params.append('window', formatWindow(view.window));
  }
  if (params.size > 0) params.append('graph', String(view.version));
  return params;
}

/**
 * Reads what `viewToParams` wrote, from a query or a fragment, with or without `?` or `#`. Unknown
 * keys and values are passed over, so that a mangled link still shows the page.
 */
export function viewFromParams(query: string | URLSearchParams): ViewState {
  const params =
    typeof query === 'string' ? new URLSearchParams(query.replace(/^[?#]/, '')) : query;
  const [normalize, width, measure] = (params.get('diff') ?? '').split(' ');
  const window = params.get('window');
  return parseViewState({
    ...Object.fromEntries(plainKeys.map((key) => [key, params.get(key) ?? undefined])),
    highlight: params.getAll('highlight'),
    muted: params.getAll('muted'),
    transforms: params.getAll('step').map(parseTransform),
    diff: { normalize, width, measure },
    window: window === null ? null : window.split(' ').map(Number),
  });
}

/** Whether an address says anything about a graph: if not, the page's own view stands. */
export function hasViewParams(params: URLSearchParams): boolean {
  return viewKeys.some((key) => params.has(key));
}

/**
 * The query of the page with this view in it; the page's own parameters are kept.
 *
 * An address is UTF-8, which has no half of a surrogate pair: where a frame's name or a search holds one (JSON can, of
 * a name that was cut short), U+FFFD stands in the address. Such a link is read like any other. It finds the frame by the
 * rest of its name where that is enough to name it, as `expressionOf` prefers; else what it names is left out, as of a
 * frame that the profile does not have. To keep such names an escape would be needed in every link, which all links
 * that exist would have to be read past.
 */
export function queryWithView(query: string, view: ViewState): string {
  const params = new URLSearchParams(query);
  for (const key of viewKeys) params.delete(key);
  for (const [key, value] of viewToParams(view)) params.append(key, value);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
