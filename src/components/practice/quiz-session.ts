import type { AnswerMode } from '../../lib/progress/index.ts';
import type { QuestionCard } from '../../lib/practice/index.ts';
import { build } from '../widgets/flame-graph/build-element.ts';
import { fillWords } from '../quiz/fill-words.ts';
import { loadQuestion } from './load-question.ts';
import type { PracticePayload } from './question-cards.ts';
import type { SessionResult } from './session-result.ts';
import { showSummary } from './session-summary.ts';
import { forgetSession, keepSession } from './session-memory.ts';

export interface SessionOptions {
  /** Where the session is shown. */
  readonly host: HTMLElement;
  readonly payload: PracticePayload;
  readonly mode: AnswerMode;
  readonly cards: readonly QuestionCard[];
  /** Results of an interrupted session: it goes on behind them. */
  readonly results?: readonly SessionResult[];
  /** The reader is done with the summary. */
  readonly onClose: () => void;
}

/** One question after the other, then how it went. */
export class QuizSession {
  readonly #options: SessionOptions;
  readonly #results: SessionResult[];
  readonly #id = crypto.randomUUID();
  readonly #place = build('p', { class: 'session-place' });
  readonly #bar = build('progress', { class: 'session-bar', 'aria-hidden': 'true' });
  readonly #question = build('div', { class: 'session-question' });
  readonly #status = build('p', { class: 'session-status label', role: 'status' });

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#results = [...(options.results ?? [])];
    const { host, payload } = options;
    const end = build('button', { type: 'button', class: 'button button-quiet' });
    end.textContent = payload.words.session.end;
    end.addEventListener('click', () => this.#finish());
    const skip = build('button', { type: 'button', class: 'button button-quiet' });
    skip.textContent = payload.words.session.skip;
    skip.addEventListener('click', () => this.#skip());
    const head = build('div', { class: 'session-head' }, this.#place, skip, end);
    host.replaceChildren(head, this.#bar, this.#question, this.#status);
    host.hidden = false;
    this.#question.addEventListener('quizanswer', ({ detail }) => {
      const { outcome, earned, of } = detail.verdict;
      const { question: id, confidence } = detail;
      this.#results.push({ id, outcome, earned, of, ...(confidence ? { confidence } : {}) });
      this.#keep();
    });
    this.#question.addEventListener('quiznext', () => void this.#show());
    void this.#show();
  }

  get #card(): QuestionCard | undefined {
    return this.#options.cards[this.#results.length];
  }

  /** A review needs no memory, since what it has left is still due; the tab's one place is for a set of practice. */
  get #isKept(): boolean {
    return this.#options.mode === 'practice';
  }

  #keep(): void {
    const { mode, cards } = this.#options;
    if (!this.#isKept) return;
    keepSession({ mode, ids: cards.map(({ id }) => id), results: this.#results });
  }

  #skip(): void {
    const card = this.#card;
    if (card === undefined) return this.#finish();
    const isAnswered = this.#question.querySelector('[data-state="answered"]') !== null;
    // Next to an answered question the button only goes on.
    if (!isAnswered) this.#results.push({ id: card.id, outcome: 'skipped', earned: 0, of: 1 });
    this.#keep();
    void this.#show();
  }

  async #show(): Promise<void> {
    const { cards, payload, mode } = this.#options;
    const { words, paths } = payload;
    const card = this.#card;
    if (card === undefined) return this.#finish();
    const place = this.#results.length + 1;
    this.#place.textContent = fillWords(words.session.place, { place, count: cards.length });
    this.#bar.max = cards.length;
    this.#bar.value = place - 1;
    this.#question.replaceChildren();
    this.#status.textContent = words.session.loading;
    try {
      const quiz = await loadQuestion(`${paths.questions}${card.id}/`);
      quiz.dataset['mode'] = mode;
      quiz.dataset['session'] = this.#id;
      quiz.dataset['next'] = place === cards.length ? words.session.finish : words.session.next;
      this.#question.replaceChildren(quiz);
      this.#status.textContent = '';
      quiz.querySelector<HTMLElement>('.quiz-title')?.focus();
    } catch {
      this.#results.push({ id: card.id, outcome: 'skipped', earned: 0, of: 1 });
      const failed = build('p', {}, words.session.failed);
      const next = build('button', { type: 'button', class: 'button' }, words.session.next);
      next.addEventListener('click', () => void this.#show());
      this.#status.textContent = '';
      this.#question.replaceChildren(failed, next);
      next.focus();
    }
  }

  #finish(): void {
    if (this.#isKept) forgetSession();
    const { host, payload, onClose, mode, cards } = this.#options;
    showSummary({
      host,
      payload,
      results: this.#results,
      onClose,
      onAgain: (ids) => {
        const again = cards.filter(({ id }) => ids.includes(id));
        new QuizSession({ host, payload, mode, cards: again, onClose });
      },
    });
  }
}

declare global {
  interface HTMLElementEventMap {
    /** The reader wants the next question; from a `<flame-quiz>` that is part of a session. */
    quiznext: Event;
  }
}
