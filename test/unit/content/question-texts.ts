import type { Question } from '../../../src/content/schemas/question.ts';

/** Every text of a question in one language, with the way to it: `options.window.why`. */
export function textsOf(
  question: Question,
  locale: 'en' | 'zh',
): readonly { readonly path: string; readonly text: string }[] {
  const texts: { path: string; text: string }[] = [];
  const visit = (value: unknown, path: readonly string[]) => {
    if (typeof value === 'string') texts.push({ path: path.join('.'), text: value });
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
    }
  };
  visit(question[locale], []);
  return texts;
}

/** A text without code, links' addresses and placeholders: what is prose. Code leaves a word. */
export function proseOf(text: string): string {
  return text
    .replace(/```.*?```/gs, ' ')
    .replace(/(`+)(.+?)\1(?!`)/gs, 'Code')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/(?<!\{)\{[a-z][a-zA-Z0-9]*(?::[a-z-]+)?\}(?!\})/g, '7')
    .replace(/\*\*/g, '');
}

/** The last question of a prompt: the sentence that is to be answered. */
export function askedSentence(prompt: string): string {
  const sentences = prompt.match(/[^.?!。？！]+[.?!。？！]/g) ?? [prompt];
  return sentences.findLast((sentence) => /[?？]/.test(sentence)) ?? sentences.at(-1) ?? prompt;
}
