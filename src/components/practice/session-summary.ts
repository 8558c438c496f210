import { build } from '../widgets/flame-graph/build-element.ts';
import { fillWords } from '../quiz/fill-words.ts';
import type { PracticePayload } from './question-cards.ts';
import type { SessionResult } from './session-result.ts';

export interface SummaryOptions {
  readonly host: HTMLElement;
  readonly payload: PracticePayload;
  readonly results: readonly SessionResult[];
  readonly onClose: () => void;
  /** The reader wants the questions with these ids once more. */
  readonly onAgain: (ids: readonly string[]) => void;
}

/** How a session went: each question, confidence against marks, and what to read. */
export function showSummary({ host, payload, results, onClose, onAgain }: SummaryOptions): void {
  const words = payload.words.session;
  const right = results.filter(({ outcome }) => outcome === 'right').length;
  const missed = results.filter(({ outcome }) => outcome !== 'right').map(({ id }) => id);
  const title = build('h2', { tabindex: '-1' }, words.summary);
  const score = fillWords(words.score, { right, count: results.length });
  const parts: HTMLElement[] = [
    title,
    build('p', {}, results.length === 0 ? words.nothing : score),
  ];
  if (results.length > 0) parts.push(resultList(results, payload));
  const sure = results.filter(({ confidence }) => confidence === 3);
  if (sure.length > 0) {
    const rightSure = sure.filter(({ outcome }) => outcome === 'right').length;
    parts.push(build('p', {}, fillWords(words.sure, { asked: sure.length, right: rightSure })));
  }
  const toRead = lessonsOf(missed, payload);
  if (toRead.length > 0) parts.push(build('h3', {}, words.read), lessonList(toRead, payload));
  const close = build('button', { type: 'button', class: 'button' }, words.fresh);
  close.addEventListener('click', onClose);
  const actions = build('div', { class: 'session-actions' }, close);
  if (missed.length > 0) {
    const again = build('button', { type: 'button', class: 'button button-main' }, words.again);
    again.addEventListener('click', () => onAgain(missed));
    actions.prepend(again);
  }
  host.replaceChildren(build('div', { class: 'session-summary prose' }, ...parts), actions);
  title.focus();
}

function resultList(results: readonly SessionResult[], payload: PracticePayload): HTMLElement {
  const cards = new Map(payload.cards.map((card) => [card.id, card]));
  const signs = { right: '✓', partly: '≈', wrong: '✗', noted: '', skipped: '–' };
  const items = results.map(({ id, outcome }) => {
    const { title = id, lang } = cards.get(id) ?? {};
    const link = build('a', { href: `${payload.paths.questions}${id}/`, lang }, title);
    const said = outcome === 'noted' ? '' : payload.words.session.outcomes[outcome];
    const mark = build('span', { class: `session-mark is-${outcome}` });
    mark.append(build('span', { 'aria-hidden': 'true' }, `${signs[outcome]} `), said);
    return build('li', {}, build('div', { class: 'session-result' }, mark, link));
  });
  return build('ol', { class: 'session-results' }, ...items);
}

function lessonsOf(ids: readonly string[], { cards, lessons }: PracticePayload) {
  const missed = new Set(cards.filter(({ id }) => ids.includes(id)).map(({ lesson }) => lesson));
  return lessons.filter(({ id }) => missed.has(id));
}

function lessonList(
  lessons: readonly { id: string; name: string }[],
  { paths }: PracticePayload,
): HTMLElement {
  const items = lessons.map(({ id, name }) =>
    build('li', {}, build('a', { href: `${paths.lessons}${id}/` }, name)),
  );
  return build('ul', {}, ...items);
}
