/** A sentence about a file, with what was filled into it. */
export interface Said {
  /** One English sentence: what is wrong and, where it helps, what was done about it. */
  readonly message: string;
  /**
   * The sentence with `{0}`, `{1}`… for what was filled in; absent where nothing was. One code may
   * stand for several sentences: this tells them apart, and is the key of a translation.
   */
  readonly template?: string;
  /** What was filled in: names, counts, limits… as the file or the reader has them. */
  readonly values?: readonly (string | number)[];
}

/** Writes a sentence so that it can be said in another language: say`${count} samples were lost.` */
export function say(parts: TemplateStringsArray, ...values: readonly (string | number)[]): Said {
  return fill(String.raw({ raw: parts }, ...values.map((_, index) => `{${index}}`)), ...values);
}

/** The same for a template that is put together first. */
export function fill(template: string, ...values: readonly (string | number)[]): Said {
  if (values.length === 0) return { message: template };
  const message = template.replace(/\{(\d+)\}/g, (_, index) => String(values[Number(index)]));
  return { message, template, values };
}
