import { answersByCard, dueNow, interleave, reviewSchedule } from '../../lib/practice/index.ts';
import type { DueReview } from '../../lib/practice/index.ts';
import { openProgress } from '../../lib/progress/index.ts';
import type { ProgressLog } from '../../lib/progress/index.ts';
import { fillWords } from '../quiz/fill-words.ts';
import { build } from '../widgets/flame-graph/build-element.ts';
import { daysUntil, endOfDay, interviewDateOf, keepInterviewDate } from './interview-date.ts';
import type { PracticePayload } from './question-cards.ts';
import { QuizSession } from './quiz-session.ts';

/** How many reviews one sitting has at most. */
const mostReviews = 20;

/** `<review-page>`: what is due, the interview's date, and the review itself. */
export class ReviewElement extends HTMLElement {
  static define(): void {
    if (customElements.get('review-page') === undefined) {
      customElements.define('review-page', ReviewElement);
    }
  }

  #lifetime: AbortController | undefined;
  #payload: PracticePayload | undefined;
  #log: ProgressLog | undefined;
  #due: readonly DueReview[] = [];

  connectedCallback(): void {
    const json = this.querySelector('.practice-payload')?.textContent;
    if (json === undefined) return;
    this.#payload = JSON.parse(json) as PracticePayload;
    this.#lifetime = new AbortController();
    void this.#start(this.#lifetime.signal);
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
  }

  async #start(signal: AbortSignal): Promise<void> {
    this.#log = await openProgress();
    if (signal.aborted) return;
    this.#log.subscribe(() => void this.#render(), signal);
    const form = this.querySelector('.review-date');
    form?.addEventListener('submit', (event) => void this.#keepDate(event), { signal });
    const clear = this.querySelector('[data-clear-date]');
    clear?.addEventListener('click', () => void this.#keepDate(), { signal });
    const start = this.querySelector('[data-review]');
    start?.addEventListener('click', () => this.#run(), { signal });
    await this.#render();
  }

  async #keepDate(event?: Event): Promise<void> {
    event?.preventDefault();
    const field = this.querySelector<HTMLInputElement>('.review-date input');
    if (field === null || this.#log === undefined) return;
    if (event === undefined) field.value = '';
    await keepInterviewDate(this.#log, field.value);
  }

  async #render(): Promise<void> {
    const payload = this.#payload;
    if (payload === undefined || this.#log === undefined) return;
    const events = await this.#log.events();
    const date = interviewDateOf(events);
    const answers = answersByCard(payload.cards, events);
    const interviewAt = date === undefined ? undefined : endOfDay(date);
    const schedule = reviewSchedule(payload.cards, answers, interviewAt);
    this.#due = dueNow(schedule, Date.now());
    this.#sayDue(payload, schedule);
    this.#sayDate(payload, date);
    this.#listUpcoming(payload, schedule);
    this.dataset['ready'] = '';
  }

  #sayDue({ words }: PracticePayload, schedule: readonly DueReview[]): void {
    const { due, dueOne, none, next, never } = words.review;
    const count = this.#due.length;
    const [soonest] = schedule;
    const text =
      count > 0
        ? fillWords(count === 1 ? dueOne : due, { count })
        : soonest === undefined
          ? joinSentences(none, never)
          : joinSentences(none, fillWords(next, { when: this.#when(soonest.due) }));
    const status = this.querySelector('.review-due');
    if (status !== null) status.textContent = text;
    const start = this.querySelector<HTMLElement>('[data-review]');
    if (start !== null) start.hidden = count === 0;
  }

  #sayDate({ words, locale }: PracticePayload, date: string | undefined): void {
    const { dateKept, dateToday, datePast, dateHelp } = words.review;
    const days = date === undefined ? 0 : daysUntil(date);
    const shown =
      date === undefined
        ? ''
        : new Date(`${date}T12:00`).toLocaleDateString(locale, { dateStyle: 'long' });
    const wording = days > 0 ? dateKept : days === 0 ? dateToday : datePast;
    const text = date === undefined ? dateHelp : fillWords(wording, { date: shown, days });
    const note = this.querySelector('.review-date-note');
    if (note !== null) note.textContent = text;
    const field = this.querySelector<HTMLInputElement>('.review-date input');
    if (field !== null && document.activeElement !== field) field.value = date ?? '';
    const clear = this.querySelector<HTMLElement>('[data-clear-date]');
    if (clear !== null) clear.hidden = date === undefined;
  }

  #listUpcoming({ paths }: PracticePayload, schedule: readonly DueReview[]): void {
    const later = schedule.filter(({ due }) => due > Date.now()).slice(0, 12);
    const box = this.querySelector<HTMLElement>('.review-upcoming');
    if (box === null) return;
    box.hidden = later.length === 0;
    box
      .querySelector('ul')
      ?.replaceChildren(
        ...later.map(({ card, due }) =>
          build(
            'li',
            {},
            build('a', { href: `${paths.questions}${card.id}/`, lang: card.lang }, card.title),
            build('span', { class: 'label' }, ` ${this.#when(due)}`),
          ),
        ),
      );
  }

  #when(due: number): string {
    const { days, today, tomorrow } = this.#payload?.words.review ?? {};
    const midnight = new Date().setHours(0, 0, 0, 0);
    const left = Math.floor((due - midnight) / 86_400_000);
    if (left <= 0) return today ?? '';
    return left === 1 ? (tomorrow ?? '') : fillWords(days ?? '', { days: left });
  }

  #run(): void {
    const payload = this.#payload;
    const host = this.querySelector<HTMLElement>('.practice-session');
    if (payload === undefined || host === null || this.#due.length === 0) return;
    this.dataset['running'] = '';
    const chosen = this.#due.slice(0, mostReviews).map(({ card }) => card);
    const [first, ...rest] = chosen;
    // The most urgent one stays first; the others are mixed.
    const cards = [
      ...(first === undefined ? [] : [first]),
      ...interleave(rest, String(Date.now())),
    ];
    new QuizSession({
      host,
      payload,
      cards,
      mode: 'review',
      onClose: () => {
        delete this.dataset['running'];
        host.hidden = true;
        void this.#render();
      },
    });
  }
}

/** A full-width stop brings its own space. */
function joinSentences(first: string, second: string): string {
  return first.endsWith('。') ? first + second : `${first} ${second}`;
}
