import type { QuizElement } from '../quiz/quiz-element.ts';
import { trustedMarkup } from '../trusted/trusted-markup.ts';

/** The `<flame-quiz>` of a question's own page, ready to be put into this one. Rejects when offline. */
export async function loadQuestion(address: string): Promise<QuizElement> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const page = new DOMParser().parseFromString(trustedMarkup(await response.text()), 'text/html');
  const found = page.querySelector('flame-quiz');
  if (found === null) throw new Error(`${address} holds no question`);
  await import('../quiz/define.ts');
  if (found.querySelector('flame-graph') !== null) {
    await import('../widgets/flame-graph/define.ts');
  }
  return document.importNode(found, true) as QuizElement;
}
