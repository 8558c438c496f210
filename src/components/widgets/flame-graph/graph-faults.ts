import { ImportError } from '../../../lib/flame/graph.ts';
import type { ImportIssue } from '../../../lib/flame/index.ts';
import { localeOf } from '../../../lib/i18n/index.ts';
import { build } from './build-element.ts';
import { loadWords } from './flame-words.ts';
import type { FlameWords } from './flame-words.ts';
import { FetchError } from './profile-source.ts';
import { rareWords } from './rare-words.ts';

/* What is said when a file, or a part of it, could not be read, and what another one needs: few graphs do. */

export { checkShown } from './check-shown.ts';
export { forgetProfile } from './forget-profile.ts';

function describeFailure(error: Error, words: FlameWords, what: string): HTMLElement {
  const message =
    error instanceof FetchError ? words.notFetched(error.address, error.status) : error.message;
  const line = error instanceof ImportError ? error.line : undefined;
  const where = line === undefined ? '' : ` (${words.line(new Intl.NumberFormat().format(line))})`;
  return build(
    'div',
    { class: 'flame-error', role: 'alert' },
    build('p', {}, build('strong', {}, what)),
    build('p', {}, message + where),
  );
}

/** What the importer could not read: a line, and the places behind it. */
export function describeIssues(issues: readonly ImportIssue[], words: FlameWords): HTMLElement {
  const count = issues.reduce((sum, issue) => sum + (issue.count ?? 1), 0);
  const list = build('ul');
  for (const issue of issues) {
    const line = issue.line === undefined ? '' : `${words.line(String(issue.line))}: `;
    list.append(build('li', {}, line + issue.message));
  }
  const summary = build('summary', {}, words.skipped(String(count)));
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
  host.querySelector('.flame-error')?.remove();
  const picture = host.querySelector('.flame-picture');
  const isLive = host.querySelector('.flame-toolbar') !== null;
  if (!isLive && picture?.querySelector('svg')) {
    picture.before(describeFailure(error, words, rareWords(locale).onlyPicture));
  } else {
    const box = describeFailure(error, words, words.failed);
    if (picture === null) host.prepend(box);
    else picture.replaceWith(box);
    for (const part of host.querySelectorAll(deadParts)) part.replaceChildren();
  }
  host.dispatchEvent(new CustomEvent('importerror', { bubbles: true, detail: { error } }));
}

/** What would do nothing, or say something of another profile. */
const deadParts = '.flame-above, .flame-below, .flame-legend';
