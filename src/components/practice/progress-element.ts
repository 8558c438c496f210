import { openProgress } from '../../lib/progress/index.ts';
import type { ProgressEvent, ProgressLog } from '../../lib/progress/index.ts';
import {
  answersByCard,
  calibrationOf,
  cardStateOf,
  dueNow,
  nextStep,
  reviewSchedule,
} from '../../lib/practice/index.ts';
import type { NextStep } from '../../lib/practice/index.ts';
import { fillWords } from '../quiz/fill-words.ts';
import { build } from '../widgets/flame-graph/build-element.ts';
import { daysUntil, endOfDay, interviewDateOf } from './interview-date.ts';
import { ProgressStore } from './progress-store.ts';
import type { PracticePayload } from './question-cards.ts';
import { areDigitsOff, keepDigits } from '../quiz/digit-keys.ts';

type Answers = ReturnType<typeof answersByCard>;

/** Fewer answers than this say nothing about calibration. */
const enough = 5;

/** `<progress-page>`: what the log says, by lesson and skill, and what to do next. */
export class ProgressElement extends HTMLElement {
  static define(): void {
    if (customElements.get('progress-page') === undefined) {
      customElements.define('progress-page', ProgressElement);
    }
  }

  #lifetime: AbortController | undefined;
  #payload: PracticePayload | undefined;
  #log: ProgressLog | undefined;

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

  async #start(payload: PracticePayload, signal: AbortSignal): Promise<void> {
    this.#log = await openProgress();
    if (signal.aborted) return;
    const store = this.querySelector<HTMLElement>('.progress-data');
    if (store !== null) new ProgressStore(store, this.#log, payload.words.progress, signal);
    this.#log.subscribe(() => void this.#render(payload), signal);
    const digits = this.querySelector<HTMLInputElement>('[data-digits]');
    if (digits !== null) {
      digits.checked = !areDigitsOff();
      digits.addEventListener('change', () => keepDigits(digits.checked), { signal });
    }
    await this.#render(payload);
    this.dataset['ready'] = '';
  }

  async #render(payload: PracticePayload): Promise<void> {
    const events = (await this.#log?.events()) ?? [];
    const answers = answersByCard(payload.cards, events);
    this.#showNext(payload, this.#nextStep(payload, events, answers));
    const isEmpty = answers.size === 0;
    for (const part of this.querySelectorAll<HTMLElement>('.progress-part')) part.hidden = isEmpty;
    const empty = this.querySelector<HTMLElement>('.progress-empty');
    if (empty !== null) empty.hidden = !isEmpty;
    if (isEmpty) return;
    this.#showLessons(payload, answers);
    this.#showSkills(payload, answers);
    this.#showCalibration(payload, answers);
  }

  #nextStep(
    { cards, lessons }: PracticePayload,
    events: readonly ProgressEvent[],
    answers: Answers,
  ) {
    const date = interviewDateOf(events);
    const interviewAt = date === undefined ? undefined : endOfDay(date);
    const due = dueNow(reviewSchedule(cards, answers, interviewAt), Date.now());
    return nextStep({
      cards,
      answers,
      lessons: lessons.map(({ id }) => id),
      dueCount: due.length,
      ...(date === undefined ? {} : { daysLeft: daysUntil(date) }),
    });
  }

  #showNext({ words, paths, lessons, skills }: PracticePayload, step: NextStep): void {
    const link = this.querySelector<HTMLAnchorElement>('.progress-next a');
    if (link === null) return;
    const { next } = words.progress;
    switch (step.kind) {
      case 'review':
        link.href = paths.review;
        link.textContent = fillWords(next.review, { count: step.count });
        return;
      case 'lesson': {
        const name = lessons.find(({ id }) => id === step.lesson)?.name ?? step.lesson;
        link.href = `${paths.lessons}${step.lesson}/`;
        link.textContent = fillWords(next.lesson, { lesson: name });
        return;
      }
      case 'skill':
        link.href = `${paths.practice}?skill=${step.skill}&start=5`;
        link.textContent = fillWords(next.skill, { skill: skills[step.skill] ?? step.skill });
        return;
      case 'mock':
        link.href = paths.mock;
        link.textContent = next.mock;
        return;
      case 'practice':
        link.href = `${paths.practice}?start=10`;
        link.textContent = next.practice;
    }
  }

  #showLessons({ cards, lessons, words, paths }: PracticePayload, answers: Answers): void {
    const rows = lessons.map(({ id, name }) => {
      const own = cards.filter((card) => card.lesson === id && card.kind !== 'predict');
      const link = build('a', { href: `${paths.lessons}${id}/` }, name);
      return this.#row(
        link,
        own.map((card) => answers.get(card.id)),
        words,
      );
    });
    this.querySelector('[data-rows="lessons"]')?.replaceChildren(...rows);
  }

  #showSkills({ cards, skills, words, paths }: PracticePayload, answers: Answers): void {
    const rows = Object.entries(skills).flatMap(([skill, name]) => {
      const own = cards.filter(
        (card) => card.kind !== 'predict' && (card.skills as readonly string[]).includes(skill),
      );
      if (own.length === 0) return [];
      const link = build('a', { href: `${paths.practice}?skill=${skill}` }, name);
      return [
        this.#row(
          link,
          own.map((card) => answers.get(card.id)),
          words,
        ),
      ];
    });
    this.querySelector('[data-rows="skills"]')?.replaceChildren(...rows);
  }

  #row(
    name: HTMLElement,
    answers: readonly Parameters<typeof cardStateOf>[0][],
    { progress }: PracticePayload['words'],
  ): HTMLElement {
    const states = answers.map((list) => cardStateOf(list));
    const answered = states.filter((state) => state !== 'new').length;
    const right = states.filter((state) => state === 'known' || state === 'unsure').length;
    const ofAll = (count: number) => fillWords(progress.of, { count, all: states.length });
    return build(
      'tr',
      {},
      build('th', { scope: 'row' }, name),
      build('td', {}, ofAll(answered)),
      build('td', {}, ofAll(right)),
    );
  }

  #showCalibration({ words, locale, cards, paths }: PracticePayload, answers: Answers): void {
    const all = [...answers.values()].flat();
    const percent = new Intl.NumberFormat(locale, { style: 'percent' });
    const { confidence, tooFew } = words.progress;
    const rows = calibrationOf(all).map(({ key, asked, right }) =>
      build(
        'tr',
        {},
        build('th', { scope: 'row' }, confidence[key as '1' | '2' | '3']),
        build('td', {}, String(asked)),
        build('td', {}, String(right)),
        build('td', {}, asked < enough ? tooFew : percent.format(right / asked)),
      ),
    );
    this.querySelector('[data-rows="calibration"]')?.replaceChildren(...rows);
    const surprises = cards.filter((card) => {
      const last = answers.get(card.id)?.at(-1);
      return last?.confidence === 3 && last.outcome === 'wrong';
    });
    const box = this.querySelector<HTMLElement>('.progress-surprises');
    if (box !== null) box.hidden = surprises.length === 0;
    box
      ?.querySelector('ul')
      ?.replaceChildren(
        ...surprises.map(({ id, title }) =>
          build('li', {}, build('a', { href: `${paths.questions}${id}/` }, title)),
        ),
      );
  }
}
