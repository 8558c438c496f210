import type { Attempt, QuestionKind } from '../../lib/quiz/index.ts';

/** What the controls of a question's form hold, as an attempt. */
export function readAttempt(form: HTMLFormElement, kind: QuestionKind): Attempt {
  const fields = new FormData(form);
  const one = (name: string): string | undefined => {
    const value = fields.get(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const all = (name: string) => fields.getAll(name).map(String);
  switch (kind) {
    case 'choice':
      return { kind, ...optional('option', one('answer')) };
    case 'multi':
      return { kind, options: all('answer') };
    case 'numeric':
      return { kind, text: one('answer') ?? '' };
    case 'click-frame':
      return { kind, ...optional('path', one('answer')) };
    case 'order':
      return { kind, steps: stepsOf(form) };
    case 'match':
    case 'matrix':
      return { kind, pairs: pairsOf(fields) };
    case 'bug':
      return { kind, lines: all('line').map(Number), ...optional('follow', one('follow')) };
    case 'open':
      return { kind, text: one('answer') ?? '', met: all('met') };
    case 'predict':
      return { kind, ...optional('option', one('answer')), ...optional('text', one('answer')) };
  }
}

function optional<K extends string>(name: K, value: string | undefined): { [P in K]?: string } {
  return (value === undefined ? {} : { [name]: value }) as { [P in K]?: string };
}

function stepsOf(form: HTMLFormElement): string[] {
  return [...form.querySelectorAll<HTMLElement>('.quiz-order > [data-part]')].map(
    (step) => step.dataset['part'] ?? '',
  );
}

function pairsOf(fields: FormData): Record<string, string> {
  const pairs: Record<string, string> = {};
  for (const [name, value] of fields) {
    const [, row] = /^pair:(.+)$/.exec(name) ?? [];
    if (row !== undefined && value !== '') pairs[row] = String(value);
  }
  return pairs;
}

/** Puts an attempt back into the form: after a reload, or when a session is taken up again. */
export function writeAttempt(form: HTMLFormElement, attempt: Attempt): void {
  switch (attempt.kind) {
    case 'choice':
      return check(form, 'answer', [attempt.option]);
    case 'multi':
      return check(form, 'answer', attempt.options);
    case 'numeric':
      return write(form, 'answer', attempt.text);
    case 'click-frame':
      return write(form, 'answer', attempt.path);
    case 'order':
      return arrange(form, attempt.steps);
    case 'match':
    case 'matrix':
      for (const [row, choice] of Object.entries(attempt.pairs)) {
        write(form, `pair:${row}`, choice);
        check(form, `pair:${row}`, [choice]);
      }
      return;
    case 'bug':
      check(form, 'line', attempt.lines.map(String));
      return check(form, 'follow', [attempt.follow]);
    case 'open':
      write(form, 'answer', attempt.text);
      return check(form, 'met', attempt.met);
    case 'predict':
      write(form, 'answer', attempt.text);
      return check(form, 'answer', [attempt.option]);
  }
}

function controls(form: HTMLFormElement, name: string): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>(`[name="${CSS.escape(name)}"]`)];
}

function check(form: HTMLFormElement, name: string, values: readonly (string | undefined)[]): void {
  for (const control of controls(form, name)) {
    if (control instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(control.type)) {
      control.checked = values.includes(control.value);
    }
  }
}

function write(form: HTMLFormElement, name: string, value: string | undefined): void {
  for (const control of controls(form, name)) {
    if (control instanceof HTMLInputElement && control.type !== 'text') continue;
    if ('value' in control) control.value = value ?? '';
  }
}

function arrange(form: HTMLFormElement, steps: readonly string[]): void {
  const list = form.querySelector('.quiz-order');
  for (const step of steps) {
    const item = list?.querySelector(`:scope > [data-part="${CSS.escape(step)}"]`);
    if (item) list?.append(item);
  }
}
