/** What a reader answered, as the form holds it: it may not be an answer yet. */
export type Attempt =
  | { readonly kind: 'choice'; readonly option?: string }
  | { readonly kind: 'multi'; readonly options: readonly string[] }
  | { readonly kind: 'numeric'; readonly text: string }
  /** Full path of the chosen frame. */
  | { readonly kind: 'click-frame'; readonly path?: string }
  | { readonly kind: 'order'; readonly steps: readonly string[] }
  | { readonly kind: 'match'; readonly pairs: Readonly<Record<string, string>> }
  | { readonly kind: 'matrix'; readonly pairs: Readonly<Record<string, string>> }
  | { readonly kind: 'bug'; readonly lines: readonly number[]; readonly follow?: string }
  /** The text, and the criteria that the reader finds met. */
  | { readonly kind: 'open'; readonly text: string; readonly met: readonly string[] }
  | { readonly kind: 'predict'; readonly option?: string; readonly text?: string };

export type AttemptOf<K extends Attempt['kind']> = Extract<Attempt, { kind: K }>;
