/** Shows, for each patient, the recording to which the chosen remedy leads, and what it did. */
export class SymbolDoctorElement extends HTMLElement {
  static define(): void {
    if (customElements.get('symbol-doctor') === undefined) {
      customElements.define('symbol-doctor', SymbolDoctorElement);
    }
  }

  #lifetime: AbortController | undefined;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    this.addEventListener('change', ({ target }) => this.#onChange(target), { signal });
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
  }

  #onChange(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement)) return;
    const patient = target.closest('[data-patient]');
    if (patient === null) return;
    choose(patient, '[data-picture]', ({ picture }) => picture === target.dataset['sample']);
    choose(patient, '[data-says]', ({ says }) => says === target.value);
  }
}

function choose(
  patient: Element,
  parts: string,
  isChosen: (data: { picture?: string; says?: string }) => boolean,
): void {
  for (const part of patient.querySelectorAll<HTMLElement>(parts)) {
    part.toggleAttribute('data-chosen', isChosen(part.dataset));
  }
}
