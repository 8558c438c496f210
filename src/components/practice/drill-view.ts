import { drillId } from '../../lib/drills/index.ts';
import type { Drill } from '../../lib/drills/index.ts';
import { build } from '../widgets/flame-graph/build-element.ts';
import { provideProfile } from '../widgets/flame-graph/profile-source.ts';
import { fillWords } from '../quiz/fill-words.ts';
import type { QuizWords } from '../quiz/words/en.ts';
import { textsOfDrill } from './drill-texts.ts';
import type { DrillTexts } from './drill-texts.ts';
import type { DrillWords } from './drill-words.ts';

export interface DrillViewOptions {
  readonly drill: Drill;
  readonly words: DrillWords;
  readonly quiz: QuizWords;
  readonly locale: string;
}

/** A drill as a `<flame-quiz>`: the same form, keys and marking as a question of the bank. */
export function buildDrill({ drill, words, quiz, locale }: DrillViewOptions): HTMLElement {
  const texts = textsOfDrill(drill, words, locale);
  const title = build('h2', { class: 'quiz-title drill-title', tabindex: '-1', id: 'drill-h' });
  title.append(...inline(texts.prompt));
  const form = build('form', { 'aria-labelledby': 'drill-h', novalidate: true });
  form.append(title, ...graphs(drill, words, quiz), ...controls(drill, texts, quiz), submit(quiz));
  form.append(build('p', { class: 'quiz-status', role: 'status' }), ...notes(texts));
  const payload = { key: drill.key, question: drillId(drill), version: 1 };
  // Not a <script>, as on the pages that the server writes: Trusted Types lets no text into one.
  const json = build('div', { class: 'quiz-payload', hidden: true }, JSON.stringify(payload));
  return build(
    'flame-quiz' as 'div',
    { class: 'quiz', 'data-kind': drill.key.kind, 'data-mode': 'drill', 'data-next': words.next },
    form,
    json,
  );
}

/** Text with code in backticks, as nodes: a frame's name is only ever text. */
function inline(text: string): (HTMLElement | string)[] {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part : build('code', { translate: 'no' }, part)));
}

function graphs(drill: Drill, words: DrillWords, quiz: QuizWords): HTMLElement[] {
  const { profile, after, seed, level } = drill;
  const address = (side: string) => `drill:${level}:${seed}:${side}`;
  provideProfile(address('before'), profile);
  if (after !== undefined) provideProfile(address('after'), after);
  const isPicking = drill.key.kind === 'click-frame';
  const graph = build('flame-graph' as 'div', {
    class: 'flame-graph',
    src: address('before'),
    unit: profile.unit,
    pick: isPicking,
    label: words.title,
    ...(after === undefined ? {} : { 'after-src': address('after'), view: '{"view":"diff"}' }),
  });
  graph.append(build('div', { class: 'flame-picture' }));
  if (!isPicking) return [graph];
  const list = build('select', { name: 'answer', 'aria-label': quiz.frame, translate: 'no' });
  list.append(build('option', { value: '' }));
  const chosen = build(
    'p',
    { class: 'quiz-chosen', 'data-chosen': quiz.chosenFrame },
    quiz.noFrame,
  );
  const details = build('div', { class: 'quiz-frame-list', hidden: true }, list);
  return [build('div', { class: 'quiz-frame', 'data-part': 'frame' }, graph, chosen, details)];
}

function controls(drill: Drill, texts: DrillTexts, quiz: QuizWords): HTMLElement[] {
  if (drill.key.kind === 'choice') return [optionSet(texts, quiz)];
  if (drill.key.kind === 'numeric') return [numberField(drill.key, quiz)];
  return [];
}

function optionSet({ options }: DrillTexts, quiz: QuizWords): HTMLElement {
  const set = build('fieldset', { class: 'quiz-options' });
  set.append(build('legend', { class: 'label' }, quiz.chooseOne));
  for (const [index, { id, text, why }] of options.entries()) {
    const input = build('input', { type: 'radio', name: 'answer', value: id });
    const label = build('label', {}, input, build('span', {}, ...inline(text)));
    const reason = build('p', { class: 'quiz-reason', id: `drill-why-${index}`, hidden: true });
    reason.append(
      build('span', { class: 'quiz-mark' }),
      build('span', { class: 'visually-hidden' }, quiz.markEnd),
      build('span', {}, ...inline(why)),
    );
    set.append(build('div', { class: 'quiz-option', 'data-part': id }, label, reason));
  }
  return set;
}

function numberField(
  { as, tolerance }: Extract<Drill['key'], { kind: 'numeric' }>,
  quiz: QuizWords,
): HTMLElement {
  const input = build('input', {
    type: 'text',
    inputmode: 'decimal',
    autocomplete: 'off',
    id: 'drill-number',
    name: 'answer',
    size: 8,
    'aria-describedby': 'drill-help',
  });
  const help = fillWords(as === 'share' ? quiz.helpShare : quiz.helpNumber, { tolerance });
  return build(
    'div',
    { class: 'quiz-number', 'data-part': 'number' },
    build('label', { for: 'drill-number', class: 'label' }, quiz.yourAnswer),
    build(
      'span',
      { class: 'quiz-number-field' },
      input,
      build('span', {}, as === 'share' ? '%' : '×'),
    ),
    build('p', { class: 'label', id: 'drill-help' }, help),
  );
}

function submit(quiz: QuizWords): HTMLElement {
  const button = build('button', { type: 'submit', class: 'button button-main' }, quiz.check);
  return build('div', { class: 'quiz-actions' }, button);
}

function notes({ notes: texts }: DrillTexts): HTMLElement[] {
  return Object.entries(texts).map(([name, text]) =>
    build(
      'div',
      { class: 'quiz-note', 'data-note': name, hidden: true },
      build('p', {}, ...inline(text)),
    ),
  );
}
