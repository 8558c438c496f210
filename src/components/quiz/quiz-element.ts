import { jointsOf, localeOf } from '../../lib/i18n/index.ts';
import { openProgress, progressOf } from '../../lib/progress/index.ts';
import type { AnswerEvent, AnswerMode, Confidence } from '../../lib/progress/index.ts';
import { scoreAttempt, validateAttempt } from '../../lib/quiz/index.ts';
import type { AnswerKey, Attempt, Verdict } from '../../lib/quiz/index.ts';
import { readAttempt, writeAttempt } from './attempt-form.ts';
import { listenToKeys } from './quiz-keys.ts';
import { setLocked } from './lock-form.ts';
import { HintList } from './hint-list.ts';
import { OpenAnswer } from './open-answer.ts';
import { keepAnswer } from './keep-answer.ts';
import { OrderList } from './order-list.ts';
import { focusMissing, statusOf, unclearText } from './quiz-status.ts';
import { copyReport } from './copy-report.ts';
import { showOnGraph } from './show-on-graph.ts';
import { hideVerdict, showVerdict } from './show-verdict.ts';
import { shuffleOptions, shuffleSteps } from './shuffle-options.ts';
import type { FrameSelectEvent } from '../widgets/flame-graph/frame-events.ts';
import type { Locale } from '../../lib/i18n/index.ts';
import type { QuizWords } from './words/en.ts';

/** What the server hands to the element, as JSON. */
interface QuizPayload {
  readonly key: AnswerKey;
  readonly question: string;
  readonly version: number;
}

/** A question was answered; it bubbles. A prediction counts as an answer. */
export type QuizAnswerEvent = CustomEvent<{
  readonly question: string;
  readonly version: number;
  readonly attempt: Attempt;
  readonly verdict: Verdict;
  readonly confidence?: Confidence;
}>;

/**
 * `<flame-quiz>`: one question over the form that the server wrote. It reads the form, marks it
 * without a page load, shows every reason, and remembers the answer.
 *
 * Attributes: `data-mode` (`lesson` unless given; `mock` shows no verdict), `data-session`, and
 * `data-next`, the button's words after marking, when it goes on to another question.
 * Events: `quizanswer`, `quiznext`.
 */
export class QuizElement extends HTMLElement {
  static #words: ReadonlyMap<Locale, QuizWords>;

  /** `words` by language: the page's, and that of questions which are not translated. */
  static define(words: ReadonlyMap<Locale, QuizWords>, tag = 'flame-quiz'): void {
    QuizElement.#words = words;
    if (customElements.get(tag) === undefined) customElements.define(tag, QuizElement);
  }

  /** In the language that the question stands in. */
  get #said(): QuizWords {
    const { value: first } = QuizElement.#words.values().next();
    const words = QuizElement.#words.get(localeOf(this)) ?? first;
    if (words === undefined) throw new Error('flame-quiz is defined without words');
    return words;
  }

  #lifetime: AbortController | undefined;
  #payload: QuizPayload | undefined;
  #hints: HintList | undefined;
  #open: OpenAnswer | undefined;
  #startedAt = 0;
  #tries = 0;
  /** Settles when the form can be read and written. */
  #ready: Promise<void> = Promise.resolve();

  connectedCallback(): void {
    const payload = this.querySelector('.quiz-payload')?.textContent;
    if (payload === undefined) return;
    this.#payload = JSON.parse(payload) as QuizPayload;
    this.#lifetime = new AbortController();
    this.#listen(this.#payload, this.#lifetime.signal);
    void this.#restore(this.#payload);
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
  }

  /** What is answered so far, answered or not: a mock interview collects it at the end. */
  get attempt(): Attempt | undefined {
    return this.#payload && readAttempt(this.#form, this.#payload.key.kind);
  }

  /** How sure the reader says to be; `undefined` when nothing is said. */
  get confidence(): Confidence | undefined {
    const chosen = new FormData(this.#form).get('confidence');
    return chosen === null ? undefined : (Number(chosen) as Confidence);
  }

  /** Whether the reader has put anything into it. */
  get isTouched(): boolean {
    return this.#startedAt > 0;
  }

  /** Puts an answer into the form, as if the reader had; nothing is marked. */
  async fill(attempt: Attempt, confidence?: Confidence): Promise<void> {
    await this.#ready;
    this.#write(attempt);
    for (const radio of this.#form.querySelectorAll<HTMLInputElement>('[name="confidence"]')) {
      radio.checked = radio.value === String(confidence);
    }
    this.#startedAt ||= Date.now();
  }

  /** Opens the model answer of a question in the reader's own words, for marking. */
  openModel(): void {
    this.#open?.show();
  }

  /**
   * Marks what is in the form, shows the verdict and keeps it; `undefined` where nothing was
   * answered. `ms` is the time that it took. For the end of a mock interview.
   */
  markNow(ms: number): Verdict | undefined {
    const payload = this.#payload;
    const { attempt } = this;
    if (payload === undefined || attempt === undefined) return undefined;
    if (!this.isTouched || validateAttempt(payload.key, attempt) !== undefined) {
      return this.#reveal();
    }
    const verdict = scoreAttempt(payload.key, attempt);
    this.#open?.show();
    this.#show(verdict, attempt);
    this.#say(this.#statusText(attempt, verdict));
    this.#keep(payload, attempt, verdict, ms);
    return verdict;
  }

  get #form(): HTMLFormElement {
    const form = this.querySelector('form');
    if (form === null) throw new Error(`<flame-quiz id="${this.id}"> holds no form`);
    return form;
  }

  get #mode(): AnswerMode {
    return (this.dataset['mode'] as AnswerMode | undefined) ?? 'lesson';
  }

  get #isAnswered(): boolean {
    return this.dataset['state'] === 'answered';
  }

  #listen(payload: QuizPayload, signal: AbortSignal): void {
    const form = this.#form;
    form.addEventListener('submit', (event) => this.#submit(event), { signal });
    // The clock of an answer starts with the first touch, not with the page.
    form.addEventListener('input', () => (this.#startedAt ||= Date.now()), { signal });
    form.addEventListener('frameselect', () => (this.#startedAt ||= Date.now()), { signal });
    this.addEventListener('click', (event) => this.#click(event), { signal });
    listenToKeys(this, this.#said, () => this.#isAnswered, signal);
    this.#hints = new HintList(this, this.#said, signal);
    const { key } = payload;
    const words = this.#said;
    if (key.kind === 'click-frame') this.#ready = this.#pickFrames(signal);
    if (key.kind === 'order') new OrderList(this, words, (text) => this.#say(text), signal);
    if (key.kind === 'open') {
      this.#open = new OpenAnswer(this, key, words, (text) => this.#say(text), signal);
    }
    window.addEventListener('hashchange', () => this.#focusIfLinked(), { signal });
    // The browser goes to the fragment after the page is loaded, and takes the focus along.
    if (document.readyState === 'complete') this.#focusIfLinked();
    else window.addEventListener('load', () => setTimeout(() => this.#focusIfLinked()), { signal });
  }

  /** What a graph needs is loaded with the graph: most questions have none. */
  async #pickFrames(signal: AbortSignal): Promise<void> {
    // The graph may be live before its picker is: what was chosen meanwhile counts.
    let chosen: FrameSelectEvent['detail'] | undefined;
    const early = new AbortController();
    const keep = ({ detail }: FrameSelectEvent) => void (chosen = detail);
    this.addEventListener('frameselect', keep, { signal: early.signal });
    const { FramePicker } = await import('./frame-picker.ts');
    early.abort();
    if (!signal.aborted) new FramePicker(this, signal, chosen);
  }

  #focusIfLinked(): void {
    if (location.hash !== `#${this.id}`) return;
    this.querySelector<HTMLElement>('.quiz-title')?.focus({ preventScroll: true });
  }

  /** An answer of an earlier visit is put back, with what it got. */
  async #restore({ question, version }: QuizPayload): Promise<void> {
    const log = await openProgress();
    await this.#ready;
    if (this.#mode === 'mock' || this.#mode === 'drill') return;
    const known = progressOf(await log.events(), question, version);
    if (known === undefined || this.#isAnswered || this.#startedAt > 0) return;
    this.#tries = known.tries;
    if (this.#mode !== 'lesson') return this.#shuffle();
    this.#putBack(known.last);
    const status = this.#statusText(known.last.attempt, known.last);
    this.#say(status + jointsOf(localeOf(this)).sentences + this.#said.earlier);
  }

  #putBack(answer: AnswerEvent): void {
    const { key } = this.#payload ?? {};
    if (key === undefined || validateAttempt(key, answer.attempt) !== undefined) return;
    this.#write(answer.attempt);
    this.#open?.show();
    // Marked anew: the key may have been put right since.
    this.#show(scoreAttempt(key, answer.attempt), answer.attempt);
  }

  #write(attempt: Attempt): void {
    writeAttempt(this.#form, attempt);
    if (attempt.kind !== 'click-frame') return;
    this.dispatchEvent(new CustomEvent('quizfill', { detail: attempt.path ?? '' }));
  }

  #submit(event: Event): void {
    event.preventDefault();
    const payload = this.#payload;
    if (payload === undefined) return;
    // A mock interview marks at its end: here the keys only go on.
    if (this.#isAnswered || this.#mode === 'mock') return this.#next();
    const attempt = readAttempt(this.#form, payload.key.kind);
    const unclear = validateAttempt(payload.key, attempt);
    if (unclear !== undefined) {
      this.#say(unclearText(unclear, this.#said));
      return focusMissing(this.#form, unclear);
    }
    // The model answer first, then the reader's own marks.
    if (this.#open !== undefined && !this.#open.isShown) return this.#open.show(true);
    this.#answer(payload, attempt);
  }

  #answer(payload: QuizPayload, attempt: Attempt): void {
    const { key, question, version } = payload;
    const { confidence } = this;
    const verdict = scoreAttempt(key, attempt);
    this.#tries++;
    this.#show(verdict, attempt);
    this.#say(this.#statusText(attempt, verdict));
    this.#keep(payload, attempt, verdict, this.#startedAt === 0 ? 0 : Date.now() - this.#startedAt);
    const detail = { question, version, attempt, verdict, ...(confidence ? { confidence } : {}) };
    this.dispatchEvent(new CustomEvent('quizanswer', { bubbles: true, detail }));
  }

  #keep({ question, version }: QuizPayload, attempt: Attempt, verdict: Verdict, ms: number): void {
    const { confidence } = this;
    const { outcome, earned, of } = verdict;
    const session = this.dataset['session'];
    void keepAnswer(this, this.#said, {
      type: 'answer',
      question,
      version,
      attempt,
      outcome,
      earned,
      of,
      ms,
      hints: this.#hints?.opened ?? 0,
      mode: this.#mode,
      ...(confidence === undefined ? {} : { confidence }),
      ...(session === undefined ? {} : { session }),
    });
  }

  /** The answer of a question that was left open. */
  #reveal(): undefined {
    this.dataset['state'] = 'revealed';
    this.#open?.stop();
    this.querySelector<HTMLDetailsElement>('.quiz-answer')?.setAttribute('open', '');
    setLocked(this.#form, true);
    this.#say(this.#said.leftOpen);
  }

  #statusText(attempt: Attempt, verdict: Pick<Verdict, 'outcome' | 'earned' | 'of'>): string {
    return statusOf(this, attempt, verdict, this.#said);
  }

  #show(verdict: Verdict, attempt: Attempt): void {
    const { key } = this.#payload ?? {};
    if (key === undefined) return;
    const words = this.#said;
    this.dataset['state'] = 'answered';
    this.dataset['outcome'] = verdict.outcome;
    // A prediction stands until the reader has looked: nothing is given away.
    if (attempt.kind !== 'predict') {
      showVerdict(this, key, verdict, words);
      this.querySelector<HTMLDetailsElement>('.quiz-answer')?.setAttribute('open', '');
    }
    setLocked(this.#form, true);
    const submit = this.querySelector<HTMLElement>('[type="submit"]');
    if (submit !== null) {
      submit.dataset['asked'] ??= submit.textContent.trim();
      submit.textContent = this.dataset['next'] ?? words.again;
      submit.hidden = attempt.kind === 'predict';
    }
  }

  /** In a session the button goes on; elsewhere it starts the question afresh. */
  #next(): void {
    if (this.dataset['next'] === undefined && this.#mode !== 'mock') return this.#again();
    this.dispatchEvent(new CustomEvent('quiznext', { bubbles: true }));
  }

  #again(): void {
    hideVerdict(this);
    this.#form.reset();
    setLocked(this.#form, false);
    delete this.dataset['state'];
    delete this.dataset['outcome'];
    this.#startedAt = 0;
    this.#hints?.reset();
    this.#open?.hide();
    this.querySelector('.quiz-answer')?.removeAttribute('open');
    this.#say('');
    const submit = this.querySelector<HTMLElement>('[type="submit"]');
    if (submit !== null) submit.textContent = submit.dataset['asked'] ?? '';
    this.#shuffle();
    this.dispatchEvent(new CustomEvent('quizreset', { bubbles: false }));
    this.querySelector<HTMLElement>('.quiz-title')?.focus();
  }

  #shuffle(): void {
    const { question = '', key } = this.#payload ?? {};
    const seed = `${question}:${this.#tries}`;
    shuffleOptions(this, seed);
    if (key?.kind === 'order') shuffleSteps(this, seed, key.steps);
  }

  #click(event: Event): void {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('[data-show]') != null && showOnGraph(this)) return event.preventDefault();
    const report = target?.closest<HTMLElement>('[data-report]');
    if (report != null) return void copyReport(report);
    const control = target?.closest('input, label, select');
    if (this.#isAnswered && control != null && this.#form.contains(control)) event.preventDefault();
  }

  #say(text: string): void {
    const status = this.querySelector('.quiz-status');
    if (status !== null) status.textContent = text;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'flame-quiz': QuizElement;
  }
  interface HTMLElementEventMap {
    quizanswer: QuizAnswerEvent;
  }
}
