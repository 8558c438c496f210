import type { QuestionCard } from '../../lib/practice/index.ts';
import type { QuizElement } from '../quiz/quiz-element.ts';
import { fillWords } from '../quiz/fill-words.ts';
import { build } from '../widgets/flame-graph/build-element.ts';
import { loadQuestion } from './load-question.ts';
import { callBetween, MockClock } from './mock-clock.ts';
import { keepMock } from './mock-memory.ts';
import type { MockAnswer, MockState } from './mock-memory.ts';
import type { MockWords } from './mock-words.ts';

export interface MockRunOptions {
  readonly host: HTMLElement;
  readonly cards: readonly QuestionCard[];
  readonly words: MockWords;
  /** Address that ends where a question's id follows. */
  readonly questions: string;
  readonly state: MockState;
  /** The reader hands in; the questions are there, with what was answered. */
  readonly onHandIn: (quizzes: readonly QuizElement[], state: MockState) => void;
}

/** The interview itself: one question at a time, a clock, flags, an overview. No verdicts. */
export class MockRun {
  readonly #options: MockRunOptions;
  readonly #clock: MockClock;
  readonly #quizzes: (QuizElement | undefined)[];
  readonly #loading = new Map<number, Promise<QuizElement>>();
  readonly #list = build('ol', { class: 'mock-questions', role: 'list' });
  readonly #status = build('p', { class: 'session-status label', role: 'status' });
  readonly #timer = build('span', { class: 'mock-timer', role: 'timer', 'aria-live': 'off' });
  readonly #place = build('p', { class: 'session-place' });
  readonly #flag: HTMLButtonElement;
  readonly #pause: HTMLButtonElement;
  readonly #overview = build('section', { class: 'mock-overview prose', hidden: true });
  readonly #lifetime = new AbortController();
  #shownAt = 0;
  #ticked: number;
  #isHandingIn = false;

  constructor(options: MockRunOptions) {
    this.#options = options;
    const { host, cards, words, state } = options;
    this.#clock = new MockClock(state.used);
    this.#ticked = state.used;
    this.#quizzes = cards.map(() => undefined);
    this.#list.append(...cards.map(() => build('li', { hidden: true })));
    this.#flag = this.#button(words.flag, () => this.#toggleFlag());
    this.#pause = this.#button(words.pause, () => this.#togglePause());
    this.#pause.hidden = state.limit === 0;
    const overview = this.#button(words.overview, () => this.#showOverview());
    const head = build(
      'div',
      { class: 'session-head mock-head' },
      this.#place,
      this.#timer,
      this.#pause,
      this.#flag,
      overview,
    );
    host.replaceChildren(head, this.#list, this.#moves(), this.#overview, this.#status);
    this.#listen();
    this.#clock.start(Date.now());
    this.#tick();
    void this.#show(state.current);
  }

  #button(text: string, act: () => void, look = 'button button-quiet'): HTMLButtonElement {
    const button = build('button', { type: 'button', class: look }, text);
    button.addEventListener('click', act);
    return button;
  }

  #moves(): HTMLElement {
    const { words } = this.#options;
    const back = this.#button(words.previous, () => this.#move(-1), 'button');
    const next = this.#button(words.next, () => this.#move(1), 'button button-main');
    const keys = build('span', { class: 'label' }, words.keys);
    return build('div', { class: 'session-actions mock-moves' }, back, next, keys);
  }

  #listen(): void {
    const { signal } = this.#lifetime;
    const keep = () => this.#keep();
    this.#list.addEventListener('input', keep, { signal });
    this.#list.addEventListener('frameselect', () => setTimeout(keep), { signal });
    this.#list.addEventListener('quiznext', () => this.#move(1), { signal });
    document.addEventListener('keydown', (event) => this.#key(event), { signal });
    window.addEventListener('pagehide', keep, { signal });
    const ticking = setInterval(() => this.#tick(), 1000);
    signal.addEventListener('abort', () => clearInterval(ticking));
  }

  #key(event: KeyboardEvent): void {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    // By place on the keyboard: with Alt some layouts type another letter.
    if (event.code === 'KeyN') this.#move(1);
    else if (event.code === 'KeyP') this.#move(-1);
    else return;
    event.preventDefault();
  }

  get #answer(): MockAnswer {
    const { state, cards } = this.#options;
    const id = cards[state.current]?.id ?? '';
    return (state.answers[id] ??= { ms: 0 });
  }

  /** Writes down what the form of the shown question holds. */
  #keep(): void {
    const { state } = this.#options;
    const quiz = this.#quizzes[state.current];
    const answer = this.#answer;
    const now = Date.now();
    if (this.#shownAt > 0 && this.#clock.isRunning) answer.ms += now - this.#shownAt;
    this.#shownAt = now;
    if (quiz?.isTouched === true) {
      const { attempt, confidence } = quiz;
      if (attempt !== undefined) answer.attempt = attempt;
      if (confidence !== undefined) answer.confidence = confidence;
    }
    state.used = this.#clock.used(now);
    keepMock(state);
  }

  #move(by: 1 | -1): void {
    const { state, cards } = this.#options;
    const next = state.current + by;
    if (next < 0) return;
    this.#keep();
    if (next >= cards.length) return this.#showOverview();
    void this.#show(next);
  }

  async #show(place: number): Promise<void> {
    const { state, cards, words } = this.#options;
    state.current = place;
    this.#overview.hidden = true;
    this.#list.hidden = false;
    this.#list.nextElementSibling?.toggleAttribute('hidden', false);
    for (const [index, item] of [...this.#list.children].entries()) {
      (item as HTMLElement).hidden = index !== place;
    }
    this.#place.textContent = fillWords(words.place, { place: place + 1, count: cards.length });
    this.#sayFlag();
    this.#shownAt = Date.now();
    try {
      const quiz = await this.#quizAt(place);
      if (state.current === place) quiz.querySelector<HTMLElement>('.quiz-title')?.focus();
    } catch {
      this.#status.textContent = words.failed;
    }
  }

  /** The question at a place: loaded once, with what was answered before a reload. */
  #quizAt(place: number): Promise<QuizElement> {
    let loading = this.#loading.get(place);
    if (loading === undefined) {
      loading = this.#loadAt(place);
      this.#loading.set(place, loading);
      loading.catch(() => this.#loading.delete(place)); // the next time it is tried again
    }
    return loading;
  }

  async #loadAt(place: number): Promise<QuizElement> {
    const { cards, state, questions } = this.#options;
    const id = cards[place]?.id ?? '';
    const quiz = await loadQuestion(`${questions}${id}/`);
    quiz.dataset['mode'] = 'mock';
    this.#quizzes[place] = quiz;
    this.#list.children[place]?.replaceChildren(quiz);
    const kept = state.answers[id];
    if (kept?.attempt !== undefined) await quiz.fill(kept.attempt, kept.confidence);
    return quiz;
  }

  #toggleFlag(): void {
    this.#answer.isFlagged = this.#answer.isFlagged !== true;
    this.#sayFlag();
    this.#keep();
  }

  #sayFlag(): void {
    const { words } = this.#options;
    const isFlagged = this.#answer.isFlagged === true;
    this.#flag.setAttribute('aria-pressed', String(isFlagged));
    this.#flag.textContent = isFlagged ? `⚑ ${words.flagged}` : words.flag;
  }

  #togglePause(): void {
    const { words } = this.#options;
    const now = Date.now();
    this.#keep();
    if (this.#clock.isRunning) this.#clock.pause(now);
    else this.#clock.start(now);
    const isPaused = !this.#clock.isRunning;
    this.#pause.textContent = isPaused ? words.goOn : words.pause;
    this.#list.inert = isPaused;
    this.#status.textContent = isPaused ? words.paused : '';
    this.#tick();
  }

  #tick(): void {
    const { words, state } = this.#options;
    const used = this.#clock.used(Date.now());
    const call = callBetween(this.#ticked, used, state.limit);
    this.#ticked = used;
    if (call !== undefined) this.#status.textContent = words[call];
    const left = state.limit - used;
    const seconds = Math.floor(Math.abs(left) / 1000);
    const time = {
      minutes: Math.floor(seconds / 60),
      seconds: String(seconds % 60).padStart(2, '0'),
    };
    this.#timer.textContent =
      state.limit === 0 ? words.noClock : fillWords(left >= 0 ? words.left : words.over, time);
  }

  #showOverview(): void {
    this.#keep();
    const { words, cards, state } = this.#options;
    const items = cards.map(({ id, title, lang }, place) => {
      const { attempt, isFlagged } = state.answers[id] ?? {};
      const go = this.#button(title, () => void this.#show(place), 'mock-jump');
      if (lang !== undefined) go.lang = lang;
      const said = attempt === undefined ? words.states.open : words.states.answered;
      const flag = isFlagged === true ? ` ⚑ ${words.states.flagged}` : '';
      return build('li', {}, go, build('span', { class: 'label' }, ` ${said}${flag}`));
    });
    const open = cards.filter(({ id }) => state.answers[id]?.attempt === undefined).length;
    const title = build('h2', { tabindex: '-1' }, words.overviewTitle);
    const sure = open === 0 ? '' : fillWords(words.handInSure, { open });
    const handIn = this.#button(words.handInYes, () => void this.#handIn(), 'button button-main');
    const back = this.#button(words.back, () => void this.#show(state.current), 'button');
    this.#overview.replaceChildren(
      title,
      build('ol', {}, ...items),
      build('p', {}, sure),
      build('div', { class: 'session-actions' }, handIn, back),
    );
    this.#overview.hidden = false;
    this.#list.hidden = true;
    this.#list.nextElementSibling?.toggleAttribute('hidden', true);
    title.focus();
  }

  /** What was answered before a reload counts, whether the reader came by it again or not. */
  async #handIn(): Promise<void> {
    if (this.#isHandingIn) return;
    this.#isHandingIn = true;
    const { cards, words, state, onHandIn } = this.#options;
    this.#keep();
    this.#status.textContent = '';
    let quizzes: QuizElement[];
    try {
      quizzes = await Promise.all(cards.map((_, place) => this.#quizAt(place)));
    } catch {
      this.#isHandingIn = false;
      this.#status.textContent = words.failed;
      return;
    }
    this.#keep();
    this.#clock.pause(Date.now());
    this.#lifetime.abort();
    onHandIn(quizzes, state);
  }
}
