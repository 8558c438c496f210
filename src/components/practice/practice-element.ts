import { answersByCard, interleave, selectCards } from '../../lib/practice/index.ts';
import type { CardFilter, CardState, QuestionCard } from '../../lib/practice/index.ts';
import { openProgress } from '../../lib/progress/index.ts';
import type { ProgressLog } from '../../lib/progress/index.ts';
import { fillWords } from '../quiz/fill-words.ts';
import { build } from '../widgets/flame-graph/build-element.ts';
import type { PracticePayload } from './question-cards.ts';
import { readQuestion } from './load-question.ts';
import { buildSheet, printSheet } from './print-set.ts';
import { QuizSession } from './quiz-session.ts';
import { forgetSession, recallSession } from './session-memory.ts';

/**
 * `<practice-page>`: filters the bank by what the reader wants and how it went so far, and runs
 * sessions. `?skill=…&lesson=…&kind=…&level=…&state=…` set the filter; `&start=10` begins at once.
 */
export class PracticeElement extends HTMLElement {
  static define(): void {
    if (customElements.get('practice-page') === undefined) {
      customElements.define('practice-page', PracticeElement);
    }
  }

  #lifetime: AbortController | undefined;
  #payload: PracticePayload | undefined;
  #log: ProgressLog | undefined;
  #shown: readonly QuestionCard[] = [];
  #isPrinting = false;

  connectedCallback(): void {
    const json = this.querySelector('.practice-payload')?.textContent;
    if (json === undefined) return;
    this.#payload = JSON.parse(json) as PracticePayload;
    this.#lifetime = new AbortController();
    void this.#start(this.#payload, this.#lifetime.signal);
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
  }

  get #form(): HTMLFormElement | null {
    return this.querySelector('.practice-filter');
  }

  async #start(payload: PracticePayload, signal: AbortSignal): Promise<void> {
    const params = new URLSearchParams(location.search);
    for (const select of this.#form?.querySelectorAll('select') ?? []) {
      const wanted = params.get(select.name);
      if (wanted !== null && [...select.options].some(({ value }) => value === wanted)) {
        select.value = wanted;
      }
    }
    this.#form?.addEventListener('input', () => void this.#filter(), { signal });
    this.#form?.addEventListener('submit', (event) => event.preventDefault(), { signal });
    this.#form?.addEventListener('click', (event) => this.#click(event), { signal });
    this.#log = await openProgress();
    if (signal.aborted) return;
    this.#log.subscribe(() => void this.#filter(), signal);
    await this.#filter();
    const start = Number(params.get('start'));
    if (start > 0) this.#run(start);
    else this.#offerResume(payload);
  }

  /** What stands in the form; an empty choice filters nothing. */
  #wanted(): CardFilter {
    const fields = new FormData(this.#form ?? undefined);
    const chosen = (name: string) => {
      const value = fields.get(name);
      return typeof value === 'string' && value !== '' ? [value] : [];
    };
    return {
      lessons: chosen('lesson'),
      skills: chosen('skill'),
      kinds: chosen('kind'),
      levels: chosen('level').map(Number),
      states: chosen('state') as CardState[],
    };
  }

  async #filter(): Promise<void> {
    const payload = this.#payload;
    if (payload === undefined || this.#log === undefined) return;
    const answers = answersByCard(payload.cards, await this.#log.events());
    this.#shown = selectCards(payload.cards, this.#wanted(), answers);
    const shown = new Set(this.#shown.map(({ id }) => id));
    for (const item of this.querySelectorAll<HTMLElement>('[data-card]')) {
      item.hidden = !shown.has(item.dataset['card'] ?? '');
    }
    for (const group of this.querySelectorAll<HTMLElement>('.practice-lesson')) {
      group.hidden = group.querySelector('[data-card]:not([hidden])') === null;
    }
    this.#sayCount(payload);
  }

  #sayCount({ words }: PracticePayload): void {
    const count = this.#shown.length;
    const { found, foundOne, none } = words.practice;
    const text = count === 0 ? none : fillWords(count === 1 ? foundOne : found, { count });
    const status = this.querySelector('.practice-count');
    if (status !== null && status.textContent !== text) status.textContent = text;
    for (const button of this.querySelectorAll<HTMLElement>('[data-start]')) {
      button.setAttribute('aria-disabled', String(count === 0));
    }
  }

  #click(event: Event): void {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest<HTMLElement>('[data-start]');
    if (button !== null) this.#run(Number(button.dataset['start']));
    if (event.target.closest('[data-print]') !== null) void this.#print();
  }

  /** Every question that the filter leaves, on paper, in the order of the course. */
  async #print(): Promise<void> {
    const payload = this.#payload;
    const status = this.querySelector<HTMLElement>('.practice-print [role="status"]');
    const count = this.#shown.length;
    if (payload === undefined || status === null || count === 0 || this.#isPrinting) return;
    const { printing, printFailed, ...words } = payload.words.practice;
    this.#isPrinting = true;
    try {
      const questions: Element[] = [];
      for (const { id } of this.#shown) {
        status.textContent = fillWords(printing, { place: questions.length + 1, count });
        const question = await readQuestion(`${payload.paths.questions}${id}/`);
        if (question.querySelector('flame-graph') !== null) {
          const { paintGraphsForPaper } = await import('./paper-graph.ts');
          await paintGraphsForPaper(question);
        }
        questions.push(question);
      }
      status.textContent = status.dataset['help'] ?? '';
      const number = new Intl.NumberFormat(payload.locale);
      printSheet(
        buildSheet(questions, {
          title: fillWords(words.printTitle, { count }),
          key: words.printKey,
          seeGraph: words.printGraph,
          gathered: (frames) =>
            frames === 1
              ? words.printGatheredOne
              : fillWords(words.printGathered, { count: number.format(frames) }),
        }),
      );
    } catch {
      status.textContent = printFailed;
    } finally {
      this.#isPrinting = false;
    }
  }

  #run(count: number): void {
    if (this.#shown.length === 0) return;
    const cards = interleave(this.#shown, crypto.randomUUID()).slice(0, count);
    this.#open(cards);
  }

  #open(cards: readonly QuestionCard[], kept?: ReturnType<typeof recallSession>): void {
    const payload = this.#payload;
    const host = this.querySelector<HTMLElement>('.practice-session');
    if (payload === undefined || host === null) return;
    this.dataset['running'] = '';
    new QuizSession({
      host,
      payload,
      cards,
      mode: kept?.mode ?? 'practice',
      ...(kept === undefined ? {} : { results: kept.results }),
      onClose: () => {
        delete this.dataset['running'];
        host.hidden = true;
        this.querySelector<HTMLElement>('[data-start]')?.focus();
      },
    });
  }

  /** A session that a reload or a closed tab interrupted goes on where it stood. */
  #offerResume({ cards, words }: PracticePayload): void {
    const kept = recallSession();
    const box = this.querySelector<HTMLElement>('.practice-resume');
    if (kept?.mode !== 'practice' || box === null) return;
    const byId = new Map(cards.map((card) => [card.id, card]));
    const left = kept.ids.flatMap((id) => byId.get(id) ?? []);
    if (left.length !== kept.ids.length) return forgetSession(); // the bank has changed
    const { resume, resumeIt, dropIt } = words.practice;
    const place = { place: kept.results.length + 1, count: kept.ids.length };
    const go = build('button', { type: 'button', class: 'button' }, resumeIt);
    const drop = build('button', { type: 'button', class: 'button button-quiet' }, dropIt);
    go.addEventListener('click', () => {
      box.hidden = true;
      this.#open(left, kept);
    });
    drop.addEventListener('click', () => {
      box.hidden = true;
      forgetSession();
    });
    box.replaceChildren(build('p', {}, fillWords(resume, place)), go, drop);
    box.hidden = false;
  }
}
