import type { OpenKey } from '../../lib/quiz/index.ts';
import { fillWords } from './fill-words.ts';
import type { QuizWords } from './words/en.ts';

/** An answer in the reader's own words: a clock if wished, then the model answer and the criteria. */
export class OpenAnswer {
  readonly #quiz: HTMLElement;
  readonly #key: OpenKey;
  readonly #words: QuizWords;
  readonly #say: (text: string) => void;
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor(
    quiz: HTMLElement,
    key: OpenKey,
    words: QuizWords,
    say: (text: string) => void,
    signal: AbortSignal,
  ) {
    this.#quiz = quiz;
    this.#key = key;
    this.#words = words;
    this.#say = say;
    this.#timerButton?.addEventListener('click', () => this.#toggleClock(), { signal });
    signal.addEventListener('abort', () => this.stop());
  }

  get #model(): HTMLElement | null {
    return this.#quiz.querySelector('.quiz-model');
  }

  get #timerButton(): HTMLElement | null {
    return this.#quiz.querySelector('[data-timer]');
  }

  get isShown(): boolean {
    return this.#model?.hidden === false;
  }

  /** Opens the model answer; the reader who asked for it lands on it. */
  show(isAsked = false): void {
    const model = this.#model;
    if (model === null) return;
    model.hidden = false;
    this.stop();
    const submit = this.#quiz.querySelector<HTMLElement>('[type="submit"]');
    if (submit !== null) {
      submit.dataset['asked'] ??= submit.textContent.trim();
      submit.textContent = this.#words.keepMarks;
    }
    const text = this.#quiz.querySelector('textarea');
    if (text !== null) {
      text.readOnly = true;
      this.#suggest(text.value);
    }
    if (!isAsked) return;
    this.#say(this.#words.markYourself);
    model.querySelector<HTMLElement>('.quiz-model-title')?.focus();
  }

  /** The answer is over: no clock runs, and none is left standing. */
  stop(): void {
    this.#stopClock();
    const shown = this.#quiz.querySelector('[role="timer"]');
    if (shown !== null) shown.textContent = '';
  }

  hide(): void {
    if (this.#model !== null) this.#model.hidden = true;
    const text = this.#quiz.querySelector('textarea');
    if (text !== null) text.readOnly = false;
  }

  /** A keyword suggests a tick; it never sets one. */
  #suggest(text: string): void {
    const said = text.toLowerCase();
    for (const { id, keywords } of this.#key.criteria) {
      const note = this.#quiz.querySelector<HTMLElement>(
        `[data-part="${CSS.escape(id)}"] .quiz-suggested`,
      );
      if (note === null) continue;
      note.hidden = !keywords.some((keyword) => said.includes(keyword.toLowerCase()));
    }
  }

  #toggleClock(): void {
    if (this.#clock !== undefined) return this.#stopClock();
    const button = this.#timerButton;
    const shown = this.#quiz.querySelector<HTMLElement>('[role="timer"]');
    if (button === null || shown === null) return;
    const until = Date.now() + Number(button.dataset['timer']) * 1000;
    button.dataset['start'] ??= button.textContent.trim();
    button.textContent = this.#words.timerStop;
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      shown.textContent = fillWords(this.#words.timerLeft, { seconds });
      if (seconds > 0) return;
      this.#stopClock();
      this.#say(this.#words.timerOver);
    };
    tick();
    this.#clock = setInterval(tick, 1000);
    this.#quiz.querySelector('textarea')?.focus();
  }

  #stopClock(): void {
    clearInterval(this.#clock);
    this.#clock = undefined;
    const button = this.#timerButton;
    if (button?.dataset['start'] !== undefined) button.textContent = button.dataset['start'];
  }
}
