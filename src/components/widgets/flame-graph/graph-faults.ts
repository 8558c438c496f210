import { ImportError } from '../../../lib/flame/graph.ts';
import type { ImportIssue } from '../../../lib/flame/index.ts';
import { localeOf } from '../../../lib/i18n/index.ts';
import { build } from './build-element.ts';
import { loadWords } from './flame-words.ts';
import type { FlameWords } from './flame-words.ts';
import { FetchError } from './profile-source.ts';

/* What is said when a file, or a part of it, could not be read: few graphs need it. */

/** Stands in the place of the picture. */
function describeFailure(error: Error, words: FlameWords): HTMLElement {
  const message =
    error instanceof FetchError ? words.notFetched(error.address, error.status) : error.message;
  const line = error instanceof ImportError ? error.line : undefined;
  const where = line === undefined ? '' : ` (${words.line(new Intl.NumberFormat().format(line))})`;
  return build(
    'div',
    { class: 'flame-error', role: 'alert' },
    build('p', {}, build('strong', {}, words.failed)),
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

/** In the place of the picture, which may be another profile's. */
export async function showFailure(host: HTMLElement, error: Error): Promise<void> {
  const words = await loadWords(localeOf(host));
  host.querySelector('.flame-error')?.remove();
  const box = describeFailure(error, words);
  const picture = host.querySelector('.flame-picture');
  if (picture === null) host.prepend(box);
  else picture.replaceWith(box);
}
