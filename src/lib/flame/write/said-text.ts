/** A piece of a sentence: words, or the name of a frame as the file gives it. */
export type TextPart = string | { readonly frame: string };

/**
 * A sentence in pieces. Names are kept apart from words, so that a page can show them as code and a
 * writer can escape them: a name can hold anything.
 */
export type Text = readonly TextPart[];

/** A sentence from a template: what is put in may be words or pieces. */
export function say(words: TemplateStringsArray, ...inserts: readonly (string | Text)[]): Text {
  const parts: TextPart[] = [];
  words.forEach((word, i) => {
    const insert = inserts[i] ?? '';
    parts.push(word, ...(typeof insert === 'string' ? [insert] : insert));
  });
  return joinWords(parts);
}

/**
 * The same in Chinese: what is put in may begin or end with Chinese characters or full-width marks,
 * and then no space stands beside it.
 */
export function sayInChinese(
  words: TemplateStringsArray,
  ...inserts: readonly (string | Text)[]
): Text {
  return say(words, ...inserts).map((part) =>
    typeof part === 'string' ? part.replace(spaceInChinese, '') : part,
  );
}

const spaceInChinese =
  /(?<=[\p{Script=Han}，。、；：？！）”]) (?=[\p{Script=Han}，。、；：？！（“])/gu;

/** Pieces one after another, with a separator in between. */
export function joinText(texts: readonly Text[], separator: string): Text {
  return joinWords(texts.flatMap((text, i) => (i === 0 ? text : [separator, ...text])));
}

/** The name of a frame as a text of its own. */
export function frameText(name: string): Text {
  return [{ frame: name }];
}

/** The text as one string, names as `show` gives them. */
export function plainOf(text: Text, show: (name: string) => string = (name) => name): string {
  return text.map((part) => (typeof part === 'string' ? part : show(part.frame))).join('');
}

/** Neighbouring words are one piece, and there are no empty ones. */
function joinWords(parts: readonly TextPart[]): Text {
  const joined: TextPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string')
      joined[joined.length - 1] = last + part;
    else if (part !== '') joined.push(part);
  }
  return joined;
}
