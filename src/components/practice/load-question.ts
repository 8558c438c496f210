import type { QuizElement } from '../quiz/quiz-element.ts';
import { trustedMarkup } from '../trusted/trusted-markup.ts';
import { build } from '../widgets/flame-graph/build-element.ts';

/** The `<flame-quiz>` of a question's own page, as the server wrote it. Rejects when offline. */
export async function readQuestion(address: string): Promise<Element> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const page = new DOMParser().parseFromString(trustedMarkup(await response.text()), 'text/html');
  const found = page.querySelector('flame-quiz');
  if (found === null) throw new Error(`${address} holds no question`);
  return found;
}

/** The question of a page, ready to be put into this one. Rejects when offline. */
export async function loadQuestion(address: string): Promise<QuizElement> {
  const found = await readQuestion(address);
  await import('../quiz/define.ts');
  if (found.querySelector('flame-graph') !== null) {
    await import('../widgets/flame-graph/define.ts');
  }
  const quiz = document.importNode(found, true) as QuizElement;
  // The policy reads a copied script as one that was changed by hand, even where it holds data.
  for (const script of quiz.querySelectorAll('script')) {
    const data = build('div', { class: script.className, hidden: true }, script.text);
    script.replaceWith(data);
  }
  return quiz;
}
