import { openProgress, settingOf } from '../../lib/progress/index.ts';
import type { JsonValue } from '../../lib/progress/index.ts';
import {
  mockReport,
  parseReportFragment,
  planMock,
  reportFragment,
} from '../../lib/practice/index.ts';
import type { MockResult, QuestionCard } from '../../lib/practice/index.ts';
import type { QuizElement } from '../quiz/quiz-element.ts';
import { fillWords } from '../quiz/fill-words.ts';
import { build } from '../widgets/flame-graph/build-element.ts';
import { forgetMock, recallMock } from './mock-memory.ts';
import type { MockState } from './mock-memory.ts';
import { buildReport, buildSharedReport } from './mock-report-view.ts';
import { MockRun } from './mock-run.ts';
import type { MockWords } from './mock-words.ts';
import type { PracticePayload } from './question-cards.ts';

type MockPayload = PracticePayload & { readonly mock: MockWords };

/** `<mock-page>`: sets up a mock interview, runs it, marks it at its end, and keeps its scores. */
export class MockElement extends HTMLElement {
  static define(): void {
    if (customElements.get('mock-page') === undefined) {
      customElements.define('mock-page', MockElement);
    }
  }

  #lifetime: AbortController | undefined;
  #payload: MockPayload | undefined;

  connectedCallback(): void {
    const json = this.querySelector('.practice-payload')?.textContent;
    if (json === undefined) return;
    this.#payload = JSON.parse(json) as MockPayload;
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    this.#form?.addEventListener('submit', (event) => this.#begin(event), { signal });
    this.#offerResume(this.#payload);
    this.#showShared(this.#payload);
    void this.#showHistory(this.#payload);
    window.addEventListener('hashchange', () => this.#payload && this.#showShared(this.#payload), {
      signal,
    });
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
  }

  get #form(): HTMLFormElement | null {
    return this.querySelector('.mock-setup');
  }

  get #host(): HTMLElement {
    const host = this.querySelector<HTMLElement>('.practice-session');
    if (host === null) throw new Error('<mock-page> has no place for its interview');
    return host;
  }

  #begin(event: Event): void {
    event.preventDefault();
    const payload = this.#payload;
    if (payload === undefined) return;
    const fields = new FormData(this.#form ?? undefined);
    const minutes = Number(fields.get('minutes'));
    const cards = planMock(payload.cards, {
      minutes,
      level: Number(fields.get('level')) as 1 | 2 | 3,
      lessons: fields.getAll('lesson').map(String),
      seed: crypto.randomUUID(),
    });
    const said = this.querySelector('.mock-said');
    if (said !== null) said.textContent = cards.length === 0 ? payload.mock.tooFew : '';
    if (cards.length === 0) return;
    const limit = minutes * 60_000 * Number(fields.get('clock'));
    this.#run(payload, { ids: cards.map(({ id }) => id), limit, used: 0, current: 0, answers: {} });
  }

  #run(payload: MockPayload, state: MockState): void {
    const byId = new Map(payload.cards.map((card) => [card.id, card]));
    const cards = state.ids.flatMap((id) => byId.get(id) ?? []);
    this.dataset['running'] = '';
    this.#host.hidden = false;
    new MockRun({
      host: this.#host,
      cards,
      words: payload.mock,
      questions: payload.paths.questions,
      state,
      onHandIn: (quizzes, final) => this.#mark(payload, cards, quizzes, final),
    });
  }

  /** Answers in the reader's own words are marked by the reader; all others by their keys. */
  #mark(
    payload: MockPayload,
    cards: readonly QuestionCard[],
    quizzes: readonly QuizElement[],
    state: MockState,
  ): void {
    const { mock } = payload;
    const isSpoken = (place: number) =>
      cards[place]?.kind === 'open' && state.answers[cards[place].id]?.attempt !== undefined;
    const spoken = quizzes.filter((_, place) => isSpoken(place));
    if (spoken.length === 0) return void this.#report(payload, cards, quizzes, state);
    const title = build('h2', { tabindex: '-1' }, mock.marking);
    const done = build('button', { type: 'button', class: 'button button-main' }, mock.toReport);
    done.addEventListener('click', () => void this.#report(payload, cards, quizzes, state));
    this.#host.replaceChildren(
      title,
      build('p', {}, mock.markingLead),
      ...spoken,
      build('div', { class: 'session-actions' }, done),
    );
    for (const quiz of spoken) quiz.openModel();
    title.focus();
  }

  async #report(
    payload: MockPayload,
    cards: readonly QuestionCard[],
    quizzes: readonly QuizElement[],
    state: MockState,
  ): Promise<void> {
    const report = buildReportHost(this.#host, quizzes);
    const results = cards.map((card, place): MockResult => {
      const { ms = 0, confidence } = state.answers[card.id] ?? {};
      const verdict = quizzes[place]?.markNow(ms);
      const said = confidence === undefined ? {} : { confidence };
      if (verdict === undefined) return { card, outcome: 'skipped', earned: 0, of: 1, ms, ...said };
      const { outcome, earned, of } = verdict;
      return { card, outcome, earned, of, ms, ...said };
    });
    forgetMock();
    const read = mockReport(results);
    const at = Date.now();
    const fragment = reportFragment(read, at);
    const log = await openProgress();
    await log.append({
      type: 'setting',
      name: 'mock-reports',
      value: await this.#withHistory(fragment),
    });
    report.prepend(
      buildReport(payload, read, {
        address: `${location.origin}${payload.paths.mock}#${fragment}`,
        onAgain: () => location.assign(payload.paths.mock),
      }),
    );
    this.dataset['reported'] = '';
    // Printed, the report shows the graphs of questions that the reader has not scrolled to.
    for (const graph of report.querySelectorAll('flame-graph')) graph.wake();
    report.querySelector<HTMLElement>('h2')?.focus();
  }

  /** Fragments of all reports so far, the newest last. */
  async #history(): Promise<string[]> {
    const value = settingOf(await (await openProgress()).events(), 'mock-reports')?.value;
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  }

  async #withHistory(fragment: string): Promise<JsonValue> {
    return [...(await this.#history()), fragment].slice(-50);
  }

  async #showHistory({ mock, paths }: MockPayload): Promise<void> {
    const reports = (await this.#history()).reverse();
    const box = this.querySelector<HTMLElement>('.mock-history');
    if (box === null) return;
    box.hidden = reports.length === 0;
    const lines = reports.flatMap((fragment) => {
      const report = parseReportFragment(fragment);
      if (report === undefined) return [];
      const { date, earned, of, minutes } = report;
      const text = fillWords(mock.historyLine, { date, earned, of, minutes });
      return [build('li', {}, build('a', { href: `${paths.mock}#${fragment}` }, text))];
    });
    box.querySelector('ul')?.replaceChildren(...lines);
  }

  #showShared(payload: MockPayload): void {
    const shared = parseReportFragment(location.hash);
    const box = this.querySelector<HTMLElement>('.mock-shared');
    if (box === null) return;
    box.hidden = shared === undefined;
    if (shared !== undefined) box.replaceChildren(buildSharedReport(payload, shared));
  }

  #offerResume(payload: MockPayload): void {
    const { mock, cards } = payload;
    const state = recallMock(new Set(cards.map(({ id }) => id)));
    const box = this.querySelector<HTMLElement>('.practice-resume');
    if (state === undefined || box === null) return;
    const answered = Object.values(state.answers).filter(({ attempt }) => attempt).length;
    const go = build('button', { type: 'button', class: 'button button-main' }, mock.resumeIt);
    const drop = build('button', { type: 'button', class: 'button button-quiet' }, mock.dropIt);
    go.addEventListener('click', () => this.#run(payload, state));
    drop.addEventListener('click', () => {
      forgetMock();
      box.hidden = true;
    });
    const text = fillWords(mock.resume, { answered, count: state.ids.length });
    box.replaceChildren(build('p', {}, text), go, drop);
    box.hidden = false;
  }
}

/** The report stands above the marked questions. */
function buildReportHost(host: HTMLElement, quizzes: readonly QuizElement[]): HTMLElement {
  const answers = build('div', { class: 'mock-answers' }, ...quizzes);
  const report = build('div', { class: 'mock-report' }, answers);
  host.replaceChildren(report);
  return report;
}
