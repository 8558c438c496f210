import type { Drill, DrillLevel } from '../../lib/drills/index.ts';
import type { Locale } from '../../lib/i18n/index.ts';
import { openProgress } from '../../lib/progress/index.ts';
import { fillWords } from '../quiz/fill-words.ts';
import type { QuizWords } from '../quiz/words/en.ts';
import type { DrillWords } from './drill-words.ts';

interface DrillPayload {
  readonly words: DrillWords;
  readonly quiz: QuizWords;
  readonly locale: Locale;
}

const quickMs = 5000;

/** The generator and the graph, when the reader wants a drill and not before. */
const loadMachine = () => import('./drill-machine.ts');
type DrillMachine = Awaited<ReturnType<typeof loadMachine>>;

/**
 * `<drill-page>`: one generated profile after the other. `#seed=…&level=…` (and `&quick=1`) repeats
 * a drill; without them the level follows the reader's answers.
 */
export class DrillElement extends HTMLElement {
  static define(): void {
    if (customElements.get('drill-page') === undefined) {
      customElements.define('drill-page', DrillElement);
    }
  }

  #lifetime: AbortController | undefined;
  #payload: DrillPayload | undefined;
  #asked = 0;
  #right = 0;
  #clock: ReturnType<typeof setInterval> | undefined;

  connectedCallback(): void {
    const json = this.querySelector('.practice-payload')?.textContent;
    if (json === undefined) return;
    this.#payload = JSON.parse(json) as DrillPayload;
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    const start = this.querySelector('[data-start-drill]');
    start?.addEventListener('click', () => void this.#next(), { signal });
    this.addEventListener('quiznext', () => void this.#next(), { signal });
    this.addEventListener(
      'quizanswer',
      ({ detail }) => {
        this.#asked++;
        if (detail.verdict.outcome === 'right') this.#right++;
        this.#stopClock();
        this.#sayScore();
      },
      { signal },
    );
    window.addEventListener('hashchange', () => void this.#showLinked(), { signal });
    signal.addEventListener('abort', () => this.#stopClock());
    void this.#showLinked();
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
  }

  get #isQuick(): boolean {
    return this.querySelector<HTMLInputElement>('[name="quick"]')?.checked === true;
  }

  async #showLinked(): Promise<void> {
    const params = new URLSearchParams(location.hash.slice(1));
    const seed = params.get('seed');
    const level = Number(params.get('level'));
    if (seed === null || seed.length > 100 || ![1, 2, 3].includes(level)) return;
    const isShown = this.dataset['drill'] === location.hash;
    if (isShown) return;
    const quick = params.get('quick') === '1';
    const machine = await this.#loadMachine();
    if (machine === undefined) return;
    this.#show(machine, machine.makeDrill(seed, { level: level as DrillLevel, quick }), quick);
  }

  /** Undefined, and said, where it cannot be had: offline, or after a new deployment. */
  async #loadMachine(): Promise<DrillMachine | undefined> {
    const machine = await loadMachine().catch(() => undefined);
    const said = this.querySelector('.drill-said');
    const text = machine === undefined ? (this.#payload?.words.failed ?? '') : '';
    if (said !== null) said.textContent = text;
    return machine;
  }

  async #next(): Promise<void> {
    const [log, machine] = await Promise.all([openProgress(), this.#loadMachine()]);
    if (machine === undefined) return;
    const level = machine.drillLevelOf(await log.events());
    const seed = crypto.randomUUID().slice(0, 8);
    const quick = this.#isQuick;
    this.#show(machine, machine.makeDrill(seed, { level, quick }), quick);
  }

  #show({ buildDrill }: DrillMachine, drill: Drill, quick: boolean): void {
    const payload = this.#payload;
    const host = this.querySelector<HTMLElement>('.drill-host');
    if (payload === undefined || host === null) return;
    const { words, quiz, locale } = payload;
    const address = `#seed=${drill.seed}&level=${drill.level}${quick ? '&quick=1' : ''}`;
    this.dataset['drill'] = address;
    history.replaceState(history.state, '', address);
    const level = this.querySelector('.drill-level');
    if (level !== null) level.textContent = fillWords(words.level, { level: drill.level });
    const shown = buildDrill({ drill, words, quiz, locale });
    host.replaceChildren(shown);
    // The one thing to press is in the drill now.
    this.querySelector('[data-start-drill]')?.classList.remove('button-main');
    shown.querySelector<HTMLElement>('.quiz-title')?.focus();
    this.#stopClock();
    if (quick) this.#startClock();
  }

  #sayScore(): void {
    const score = this.querySelector('.drill-score');
    const text = this.#payload?.words.score ?? '';
    if (score !== null) {
      score.textContent = fillWords(text, { right: this.#right, count: this.#asked });
    }
  }

  /** The bar is a wish, not a limit: it can be switched off, and nothing happens at its end. */
  #startClock(): void {
    const bar = this.querySelector<HTMLProgressElement>('.drill-clock');
    const isWished = this.querySelector<HTMLInputElement>('[name="limit"]')?.checked === true;
    if (bar === null || !isWished) return;
    const until = Date.now() + quickMs;
    bar.hidden = false;
    this.#clock = setInterval(() => {
      const left = until - Date.now();
      bar.value = Math.max(0, left / quickMs);
      if (left > 0) return;
      this.#stopClock();
      const status = this.querySelector('.drill-host .quiz-status');
      if (status !== null) status.textContent = this.#payload?.words.time ?? '';
    }, 100);
  }

  #stopClock(): void {
    clearInterval(this.#clock);
    const bar = this.querySelector<HTMLProgressElement>('.drill-clock');
    if (bar !== null) bar.hidden = true;
  }
}
