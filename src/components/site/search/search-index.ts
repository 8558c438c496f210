import { localizedPath, sitePath, type Locale } from '../../../lib/i18n/index.ts';
import type { TextPiece } from './marked-text.ts';
import { wholeExcerpt } from './whole-excerpt.ts';

/** What pagefind's own module gives; it is made by the build and loaded at run time. */
interface Pagefind {
  options(options: {
    baseUrl: string;
    excerptLength: number;
    noWorker: boolean;
    ranking: { metaWeights: { title: number } };
  }): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{ results: readonly { data(): Promise<FoundPage> }[] }>;
}

interface FoundPart {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
}

interface FoundPage {
  readonly url: string;
  readonly meta: { readonly title?: string };
  readonly excerpt: string;
  /** The whole text of the page. */
  readonly content: string;
  readonly sub_results: readonly FoundPart[];
}

export type FoundKind = 'lesson' | 'sample' | 'term' | 'page';

/** One result: a page or a term, the words found in it, and its sections that have them. */
export interface Found {
  readonly kind: FoundKind;
  readonly title: string;
  readonly address: string;
  readonly excerpt: readonly TextPiece[];
  readonly sections: readonly { readonly title: string; readonly address: string }[];
}

export interface SearchAnswer {
  readonly count: number;
  readonly found: readonly Found[];
}

/** A line of `pagefind/terms.<locale>.json`; lib/site/build writes it. */
interface TermNames {
  readonly id: string;
  readonly title: string;
  readonly names: readonly string[];
  readonly short: string;
}

interface SearchIndex {
  readonly pagefind: Pagefind;
  readonly terms: readonly TermNames[];
}

const mostShown = 10;
const mostSections = 3;
let loading: Promise<SearchIndex> | undefined;

/** Loads the index of a language, once; a failed load is tried again by the next call. */
export function loadSearchIndex(locale: Locale): Promise<SearchIndex> {
  loading ??= load(locale).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(locale: Locale): Promise<SearchIndex> {
  const terms = fetch(sitePath(`pagefind/terms.${locale}.json`));
  const pagefind = (await import(/* @vite-ignore */ moduleAddress())) as Pagefind;
  await pagefind.options({
    baseUrl: sitePath(''),
    excerptLength: 24,
    // The index is small, and the site's policy stays strict.
    noWorker: true,
    // Titles name what a page is about; the default lets long texts win over them.
    ranking: { metaWeights: { title: 10 } },
  });
  await pagefind.init();
  return { pagefind, terms: (await (await terms).json()) as TermNames[] };
}

let attempts = 0;

/** A browser remembers that a module could not be loaded: another try needs another address. */
function moduleAddress(): string {
  attempts++;
  return sitePath('pagefind/pagefind.js') + (attempts > 1 ? `?try=${attempts}` : '');
}

/** Searches the pages of a language. Rejects where the index cannot be loaded. */
export async function searchSite(
  query: string,
  locale: Locale,
  ellipsis: string,
): Promise<SearchAnswer> {
  const { pagefind, terms } = await loadSearchIndex(locale);
  const { results } = await pagefind.search(query);
  const pages = await Promise.all(results.slice(0, mostShown).map((result) => result.data()));
  const named = termsNamed(query, terms).map((term) => foundTerm(term, locale));
  const others = pages
    .map((page) => foundPage(page, ellipsis))
    .filter(({ address }) => !named.some((term) => term.address === address));
  const found = [...named, ...others].slice(0, mostShown);
  return { count: Math.max(results.length, found.length), found };
}

/** The terms that have exactly this name, whatever the case. */
function termsNamed(query: string, terms: readonly TermNames[]): TermNames[] {
  const wanted = query.toLowerCase();
  return terms.filter(({ names }) => names.some((name) => name.toLowerCase() === wanted));
}

function foundTerm({ id, title, short }: TermNames, locale: Locale): Found {
  return {
    kind: 'term',
    title,
    address: localizedPath(locale, `glossary/#${id}`),
    excerpt: [{ text: short, marked: false }],
    sections: [],
  };
}

function foundPage(
  { url, meta, excerpt, content, sub_results: parts }: FoundPage,
  ellipsis: string,
): Found {
  const sections = parts.filter((part) => part.url !== url && part.url.includes('#'));
  return {
    kind: kindOf(url),
    title: meta.title ?? url,
    address: url,
    excerpt: wholeExcerpt(excerpt, content, ellipsis),
    sections: sections
      .slice(0, mostSections)
      .map(({ title, url: address }) => ({ title, address })),
  };
}

function kindOf(address: string): FoundKind {
  if (address.includes('/lessons/')) return 'lesson';
  if (address.includes('/samples/')) return 'sample';
  return address.includes('/glossary/') ? 'term' : 'page';
}
