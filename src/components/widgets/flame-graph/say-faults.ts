import { ImportError } from '../../../lib/flame/graph.ts';
import type { ImportIssue } from '../../../lib/flame/index.ts';
import { asideOf, jointsOf, localeOf } from '../../../lib/i18n/index.ts';
import type { Locale } from '../../../lib/i18n/index.ts';
import { sayImportError, sayImportIssue } from '../../../lib/lab/import-words.ts';
import { build } from './build-element.ts';
import { loadWords } from './flame-words.ts';
import type { FlameWords } from './flame-words.ts';
import { FetchError } from './profile-source.ts';
import { rareWords } from './rare-words.ts';

/* What is said when a file, or a part of it, could not be read. */

interface ReadProfile {
  readonly issues: readonly ImportIssue[];
  readonly locale: Locale;
}

function describeFailure(said: string, what: string): HTMLElement {
  return build(
    'div',
    { class: 'flame-error', role: 'alert' },
    build('p', {}, build('strong', {}, what)),
    build('p', {}, said),
  );
}

/** What is wrong, where, and what to do about it, in the reader's language. */
function reasonOf(error: Error, words: FlameWords, locale: Locale): string {
  if (error instanceof FetchError) return words.notFetched(error.address, error.status);
  if (!(error instanceof ImportError)) return error.message;
  const { what, where, advice } = sayImportError(error, locale);
  const sentences = [what, ...(advice === undefined ? [] : [advice])];
  const place = where === undefined ? '' : asideOf(where, locale);
  return sentences.join(jointsOf(locale).sentences) + place;
}

/** What the importer could not read: a line, and the places behind it. */
export function describeIssues({ issues, locale }: ReadProfile): HTMLElement {
  const count = issues.reduce((sum, issue) => sum + (issue.count ?? 1), 0);
  const list = build('ul');
  for (const issue of issues) {
    const { what, where } = sayImportIssue(issue, locale);
    const place = where === undefined ? [] : [build('b', {}, where), ' '];
    list.append(build('li', {}, ...place, what));
  }
  const number = new Intl.NumberFormat(locale).format(count);
  const summary = build('summary', {}, rareWords(locale).skipped(number));
  return build('details', { class: 'flame-issues' }, summary, list);
}

/**
 * Says why, and fires `importerror`. In the place of the picture, whose controls go with it; one that the server
 * painted is of the very file that cannot be had or read (the element takes it away before another), and stays.
 */
export async function showFailure(host: HTMLElement, reason: unknown): Promise<void> {
  const error = reason instanceof Error ? reason : new Error(String(reason));
  const locale = localeOf(host);
  const words = await loadWords(locale);
  const said = reasonOf(error, words, locale);
  host.querySelector('.flame-error')?.remove();
  const picture = host.querySelector('.flame-picture');
  const isLive = host.querySelector('.flame-toolbar') !== null;
  if (!isLive && picture?.querySelector('svg')) {
    picture.before(describeFailure(said, rareWords(locale).onlyPicture));
  } else {
    const box = describeFailure(said, words.failed);
    if (picture === null) host.prepend(box);
    else picture.replaceWith(box);
    for (const part of host.querySelectorAll(deadParts)) part.replaceChildren();
  }
  host.dispatchEvent(new CustomEvent('importerror', { bubbles: true, detail: { error } }));
}

/** What would do nothing, or say something of another profile. */
const deadParts = '.flame-above, .flame-below, .flame-legend';
