import type { Locale } from '../../../lib/i18n/index.ts';
import { ImportError } from '../../../lib/flame/graph.ts';
import { limits, sayImportError, sayTooLarge } from '../../../lib/lab/index.ts';
import { build } from '../../widgets/flame-graph/build-element.ts';
import { FileTooLarge, NotHere, SampleNotFetched } from '../open/opened-side.ts';
import { WorkerCrash } from '../worker/lab-file.ts';
import type { LabWords } from '../load-words.ts';
import { saidNodes } from './said-nodes.ts';

/** How far the reading of a file is, with a button that stops it. */
export class ProgressPanel {
  readonly #host: HTMLElement;
  readonly #words: LabWords;
  readonly #bar = build('progress', { max: 1, class: 'lab-progress-bar' });
  readonly #name = build('p', { class: 'lab-progress-name' });

  constructor(host: HTMLElement, words: LabWords, cancel: () => void) {
    this.#host = host;
    this.#words = words;
    const button = build('button', { type: 'button', class: 'button' }, words.loading.cancel);
    button.addEventListener('click', cancel);
    host.replaceChildren(this.#name, this.#bar, button);
  }

  start(text: string): void {
    this.#name.textContent = text;
    this.#bar.removeAttribute('value'); // not known yet
    this.#bar.setAttribute('aria-label', text);
    this.#host.hidden = false;
  }

  show(done: number): void {
    if (done < 1) this.#bar.value = done;
    else this.draw();
  }

  /** The file is read; the graph is being made. */
  draw(): void {
    this.#bar.removeAttribute('value');
    this.#name.textContent = this.#words.loading.drawing;
  }

  end(): void {
    this.#host.hidden = true;
  }
}

export interface Failure {
  readonly error: unknown;
  /** What the reader calls the file. */
  readonly name: string;
  /** Something is still open. */
  readonly isOpen: boolean;
  readonly retry: () => void;
  readonly dismiss: () => void;
}

/** What went wrong, where, and what to do. `undefined` where the reader stopped it. */
export function buildFailure(
  failure: Failure,
  words: LabWords,
  locale: Locale,
): HTMLElement | undefined {
  const { error, name, isOpen, retry, dismiss } = failure;
  const { failed } = words;
  if (error instanceof ImportError && error.code === 'cancelled') return undefined;
  if (error instanceof DOMException && error.name === 'AbortError') return undefined;
  const said = sayFailure(error, name, words, locale);
  const buttons = build('p', { class: 'lab-buttons' });
  const button = (text: string, act: () => void) => {
    const element = build('button', { type: 'button', class: 'button' }, text);
    element.addEventListener('click', act);
    buttons.append(element);
  };
  if (said.canRetry) button(failed.again, retry);
  button(failed.dismiss, dismiss);
  const body = said.body.map((line) => build('p', {}, ...line));
  if (isOpen) body.push(build('p', { class: 'lab-kept' }, failed.kept));
  return build('div', {}, build('h2', { tabindex: -1 }, said.title), ...body, buttons);
}

interface SaidFailure {
  readonly title: string;
  readonly body: readonly (readonly (Node | string)[])[];
  readonly canRetry: boolean;
}

function sayFailure(error: unknown, name: string, words: LabWords, locale: Locale): SaidFailure {
  const { failed, recent } = words;
  const title = failed.heading(name);
  if (error instanceof FileTooLarge) {
    const { what, advice } = sayTooLarge(error.bytes, locale);
    return {
      title: failed.tooLarge(name),
      body: [[what], ...advice.map(saidNodes)],
      canRetry: false,
    };
  }
  if (error instanceof WorkerCrash) {
    return { title: failed.crashed, body: [[failed.crashedWhy]], canRetry: true };
  }
  if (error instanceof SampleNotFetched) {
    return { title, body: [[failed.notFetched(name)]], canRetry: true };
  }
  if (error instanceof NotHere) {
    const { kind, id } = error.place;
    const text = kind === 'sample' ? failed.noSample(id) : recent.gone;
    return { title: text, body: [], canRetry: false };
  }
  if (!(error instanceof ImportError)) {
    const text = error instanceof Error ? error.message : String(error);
    return { title, body: [[text]], canRetry: true };
  }
  const said = sayImportError(error, locale);
  const lines: (Node | string)[][] = [[said.what]];
  // Some sentences have the place in them.
  if (said.where !== undefined && !said.what.includes(said.where)) {
    lines.push([build('strong', {}, said.where)]);
  }
  if (said.advice !== undefined) lines.push([said.advice]);
  if (said.detail !== undefined) {
    const detail = build('code', { lang: 'en', dir: 'auto' }, said.detail);
    lines.push([build('details', {}, build('summary', {}, failed.detail), detail)]);
  }
  if (error.code === 'too-large') {
    for (const advice of sayTooLarge(limits.unpackedBytes + 1, locale).advice) {
      lines.push(saidNodes(advice));
    }
  }
  return { title, body: lines, canRetry: false };
}
