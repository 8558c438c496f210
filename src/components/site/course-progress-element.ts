import { openProgress, readingOf } from '../../lib/progress/index.ts';
import { fillWords } from '../quiz/fill-words.ts';

/** `<course-progress>`: says behind each lesson of a list how far it was read on this device. */
export class CourseProgressElement extends HTMLElement {
  static define(): void {
    if (customElements.get('course-progress') === undefined) {
      customElements.define('course-progress', CourseProgressElement);
    }
  }

  #lifetime: AbortController | undefined;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    void this.#start(this.#lifetime.signal);
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
  }

  async #start(signal: AbortSignal): Promise<void> {
    const log = await openProgress();
    const show = async () => {
      const events = await log.events();
      if (signal.aborted) return;
      const { read = '', part = '' } = this.dataset;
      for (const mark of this.querySelectorAll<HTMLElement>('[data-read-mark]')) {
        const place = readingOf(events, mark.dataset['readMark'] ?? '');
        if (place === undefined) mark.textContent = '';
        else if (place.furthest === place.of) mark.textContent = `✓ ${read}`;
        else {
          mark.textContent = fillWords(part, { part: place.furthest, of: place.of });
        }
      }
    };
    log.subscribe(() => void show(), signal);
    await show();
  }
}
