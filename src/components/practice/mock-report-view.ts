import type { MockNote, MockReport, SharedReport, SkillScore } from '../../lib/practice/index.ts';
import { fillWords } from '../quiz/fill-words.ts';
import { build } from '../widgets/flame-graph/build-element.ts';
import type { MockWords } from './mock-words.ts';
import type { PracticePayload } from './question-cards.ts';

type Payload = PracticePayload & { readonly mock: MockWords };

export interface ReportActions {
  /** A link to this report: its scores are in the fragment. */
  readonly address: string;
  readonly onAgain: () => void;
}

/** The report as an interviewer would write it. */
export function buildReport(
  payload: Payload,
  report: MockReport,
  actions: ReportActions,
): HTMLElement {
  const { mock, lessons, paths, skills } = payload;
  const title = build('h2', { tabindex: '-1' }, mock.report);
  const minutes = Math.round(report.ms / 60_000);
  const planned = Math.round(report.plannedMs / 60_000);
  const toRead = report.lessons.slice(0, 3).flatMap((id) => {
    const lesson = lessons.find((one) => one.id === id);
    return lesson === undefined ? [] : [link(`${paths.lessons}${id}/`, lesson.name)];
  });
  const weakest = report.skills.filter(({ earned, of }) => earned < of).slice(0, 3);
  const toPractise = weakest.map(({ skill }) =>
    link(`${paths.practice}?skill=${skill}&start=5`, skills[skill] ?? skill),
  );
  const parts: HTMLElement[] = [
    title,
    build('p', { class: 'mock-score' }, scoreText(mock, report)),
    build('p', {}, fillWords(mock.time, { minutes, planned })),
    build('h3', {}, mock.noted),
    noteList(payload, report.notes),
    build('h3', {}, mock.bySkill),
    skillTable(payload, report.skills),
  ];
  if (report.confidence.some(({ asked }) => asked > 0))
    parts.push(build('h3', {}, mock.byConfidence), confidenceTable(mock, report));
  if (toRead.length > 0) parts.push(build('h3', {}, mock.read), list(toRead));
  if (toPractise.length > 0) parts.push(build('h3', {}, mock.practise), list(toPractise));
  parts.push(buttons(mock, actions), build('h3', {}, mock.answers));
  return build('div', { class: 'prose' }, ...parts);
}

/** What a link tells: the scores, nothing else. */
export function buildSharedReport(payload: Payload, shared: SharedReport): HTMLElement {
  const { mock } = payload;
  return build(
    'div',
    { class: 'prose' },
    build('h2', {}, fillWords(mock.sharedReport, { date: shared.date })),
    build('p', { class: 'mock-score' }, scoreText(mock, shared)),
    skillTable(payload, shared.skills),
  );
}

function scoreText(mock: MockWords, { earned, of }: { earned: number; of: number }): string {
  return fillWords(mock.score, { earned, of });
}

function link(href: string, text: string): HTMLElement {
  return build('a', { href }, text);
}

function list(items: readonly HTMLElement[]): HTMLElement {
  return build('ul', {}, ...items.map((item) => build('li', {}, item)));
}

function noteList({ mock, skills }: Payload, notes: readonly MockNote[]): HTMLElement {
  if (notes.length === 0) return build('p', {}, mock.nothingNoted);
  const lines = notes.map(({ code, count, skill }) =>
    fillWords(mock.notes[code], {
      count: count ?? 0,
      skill: skill === undefined ? '' : (skills[skill] ?? skill),
    }),
  );
  return build('ul', {}, ...lines.map((text) => build('li', {}, text)));
}

function skillTable({ mock, skills }: Payload, scores: readonly SkillScore[]): HTMLElement {
  const rows = scores.map(({ skill, earned, of }) =>
    build(
      'tr',
      {},
      build('th', { scope: 'row' }, skills[skill] ?? skill),
      build('td', {}, `${earned}/${of}`),
    ),
  );
  return table([mock.skill, mock.points], rows);
}

function confidenceTable(mock: MockWords, { confidence }: MockReport): HTMLElement {
  const rows = confidence.map(({ level, asked, right }) =>
    build(
      'tr',
      {},
      build('th', { scope: 'row' }, mock.confidence[level]),
      build('td', {}, String(asked)),
      build('td', {}, String(right)),
    ),
  );
  return table([mock.said, mock.asked, mock.right], rows);
}

function table(heads: readonly string[], rows: readonly HTMLElement[]): HTMLElement {
  const head = build('tr', {}, ...heads.map((text) => build('th', { scope: 'col' }, text)));
  return build(
    'table',
    { class: 'progress-table' },
    build('thead', {}, head),
    build('tbody', {}, ...rows),
  );
}

function buttons(mock: MockWords, { address, onAgain }: ReportActions): HTMLElement {
  const said = build('span', { class: 'label', role: 'status' });
  const print = build('button', { type: 'button', class: 'button' }, mock.print);
  print.addEventListener('click', () => window.print());
  const share = build('button', { type: 'button', class: 'button' }, mock.share);
  share.addEventListener('click', () => {
    navigator.clipboard.writeText(address).then(
      () => (said.textContent = mock.shared),
      () => (said.textContent = fillWords(mock.shareFailed, { address })),
    );
  });
  const again = build('button', { type: 'button', class: 'button' }, mock.again);
  again.addEventListener('click', onAgain);
  return build('div', { class: 'session-actions' }, print, share, again, said);
}
