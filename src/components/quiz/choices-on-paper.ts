import { build } from '../widgets/flame-graph/build-element.ts';

/** What the fields of a question offer, as a list: paper opens none. `undefined` for a question without such fields. */
export function choicesOnPaper(question: Element): HTMLElement | undefined {
  const choices = question.querySelectorAll('.quiz-pair:first-child option:not([value=""])');
  if (choices.length === 0) return undefined;
  const texts = [...choices].map((choice) => build('li', {}, choice.textContent));
  return build('ul', { class: 'print-choices' }, ...texts);
}
