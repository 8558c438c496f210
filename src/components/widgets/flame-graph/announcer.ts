import { build } from './build-element.ts';

/** Says, politely and once, what the reader just did; what a lesson does to the graph is not said. */
export class Announcer {
  readonly element = build('div', { class: 'flame-status visually-hidden', role: 'status' });

  say(text: string): void {
    // The same words twice are said twice only when the text changes in between.
    this.element.textContent = this.element.textContent === text ? `${text}\u00a0` : text;
  }
}
