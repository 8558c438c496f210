import type { Locale } from '../../../lib/i18n/index.ts';
import { formatWeight } from '../../../lib/flame/graph.ts';
import { sayImportIssue } from '../../../lib/lab/index.ts';
import { build } from '../../widgets/flame-graph/build-element.ts';
import type { OpenedSide } from '../open/opened-side.ts';
import type { LabWords } from '../load-words.ts';
import { formatBytes } from './format-bytes.ts';

const mostNotes = 500;

/**
 * What was read of a file, and what was not: always in sight, the places behind a line. `role`: which
 * side of a comparison it is.
 */
export function buildReport(
  side: OpenedSide,
  words: LabWords,
  locale: Locale,
  role?: string,
): HTMLElement {
  const { file, profile, bytes } = side;
  const { report } = words;
  const facts: (readonly [term: string, value: string])[] = [
    ...(role === undefined ? [] : [[role, side.title] as const]),
    [report.format, file.formatLabel],
    ...(file.profiles.length > 1 ? [[report.profile, profile.name] as const] : []),
    [report.unit, report.units[profile.unit] ?? profile.unit],
    [report.total, formatWeight(profile.totalWeight, profile.unit, locale)],
    [report.size, formatBytes(bytes, locale)],
  ];
  const list = build('dl', { class: 'lab-facts' });
  for (const [term, value] of facts) {
    list.append(build('div', {}, build('dt', {}, term), build('dd', { translate: 'no' }, value)));
  }
  const element = build(
    'div',
    { class: 'lab-report', role: 'group', 'aria-label': role ?? report.label },
    list,
    issuesOf(side, words, locale),
  );
  if (profile.totalWeight === 0) element.append(build('p', { class: 'lab-warning' }, report.empty));
  return element;
}

function issuesOf({ file }: OpenedSide, { report }: LabWords, locale: Locale): HTMLElement {
  const { issues } = file;
  if (issues.length === 0) return build('p', { class: 'lab-issues-none' }, report.all);
  const count = issues.reduce((sum, issue) => sum + (issue.count ?? 1), 0);
  const text = report.some(new Intl.NumberFormat(locale).format(count), count === 1);
  const list = build('ul', { role: 'list' });
  for (const issue of issues.slice(0, mostNotes)) {
    const said = sayImportIssue(issue, locale);
    const item = build('li', {});
    if (said.where !== undefined) item.append(build('b', {}, said.where), ' ');
    item.append(said.what);
    if (said.count !== undefined) item.append(' ', build('small', {}, said.count));
    if (said.advice !== undefined) item.append(' ', said.advice);
    if (said.excerpt !== undefined) {
      item.append(' ', build('code', { translate: 'no', dir: 'auto' }, said.excerpt));
    }
    list.append(item);
  }
  return build('details', { class: 'lab-issues' }, build('summary', {}, text), list);
}
