import type { PollingSimulatorWords } from './polling-simulator-words.ts';
import { lengthMs, paintRun, samplesOf, startRun, usualRate } from './run.ts';
import type { ServerSimulation } from './server-simulation.ts';
import { trustedMarkup } from '../../trusted/trusted-markup.ts';

/** Lets the reader choose the load, run both servers again, and watch three seconds of them. */
export class PollingSimulatorElement extends HTMLElement {
  static define(): void {
    if (customElements.get('polling-simulator') === undefined) {
      customElements.define('polling-simulator', PollingSimulatorElement);
    }
  }

  #words: PollingSimulatorWords | undefined;
  #lifetime: AbortController | undefined;
  #seed = 1;
  #frameRequest = 0;

  connectedCallback(): void {
    this.#words = JSON.parse(this.dataset['words'] ?? '{}') as PollingSimulatorWords;
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    this.addEventListener('change', () => this.#runAtOnce(), { signal });
    this.querySelector('[data-play]')?.addEventListener('click', () => this.#play(), { signal });
    this.querySelector('[data-again]')?.addEventListener(
      'click',
      () => {
        this.#seed++;
        this.#runAtOnce();
      },
      { signal },
    );
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
    cancelAnimationFrame(this.#frameRequest);
  }

  get #rate(): number {
    return Number(this.querySelector<HTMLInputElement>('input:checked')?.value ?? usualRate);
  }

  #start(): ServerSimulation[] {
    cancelAnimationFrame(this.#frameRequest);
    return startRun({ seed: String(this.#seed), rate: this.#rate });
  }

  #runAtOnce(): void {
    const run = this.#start();
    for (const simulation of run) simulation.advance(lengthMs);
    this.#show(run, lengthMs);
    this.#say(run);
  }

  /** In the time that it takes: a simulated second lasts a second. */
  #play(): void {
    const run = this.#start();
    const startedMs = performance.now();
    const step = () => {
      const elapsedMs = Math.min(performance.now() - startedMs, lengthMs);
      for (const simulation of run) simulation.advance(elapsedMs);
      // Widths are of the whole three seconds, so that the boxes grow.
      this.#show(run, lengthMs);
      if (elapsedMs < lengthMs) this.#frameRequest = requestAnimationFrame(step);
      else this.#say(run);
    };
    step();
  }

  #show(run: readonly ServerSimulation[], extentMs: number): void {
    for (const simulation of run) {
      const server = this.querySelector<HTMLElement>(`[data-way="${simulation.way}"]`);
      const picture = server?.querySelector<HTMLElement>('.small-tree-picture');
      const facts = server?.querySelector('.simulated-count');
      if (!server || !picture || !facts) continue;
      picture.innerHTML = trustedMarkup(paintRun(simulation, extentMs, picture.clientWidth));
      facts.textContent = fill(this.#words?.facts, {
        samples: samplesOf(simulation),
        answered: simulation.answered,
      });
      server.setAttribute(
        'aria-label',
        fill(this.#words?.picture, {
          way: this.#words?.ways[simulation.way] ?? '',
          facts: facts.textContent,
        }),
      );
    }
  }

  #say([polling, events]: readonly ServerSimulation[]): void {
    const status = this.querySelector('[role="status"]');
    if (status === null || polling === undefined || events === undefined) return;
    status.textContent = fill(this.#words?.status, {
      rate: this.#rate,
      polling: samplesOf(polling),
      events: samplesOf(events),
    });
  }
}

function fill(template = '', parts: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(parts[key] ?? ''));
}
