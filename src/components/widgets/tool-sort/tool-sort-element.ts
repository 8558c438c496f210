const signs: Readonly<Record<string, string>> = { right: '✓', partly: '≈', wrong: '✗' };

/**
 * Shows what came of each choice and which question is with which tool. Radio buttons are what a
 * choice is made with; dragging a question onto a tool checks one.
 */
export class ToolSortElement extends HTMLElement {
  static define(): void {
    if (customElements.get('tool-sort') === undefined) {
      customElements.define('tool-sort', ToolSortElement);
    }
  }

  #lifetime: AbortController | undefined;
  #dragged: HTMLElement | undefined;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    for (const card of this.querySelectorAll<HTMLElement>('.tool-sort-question')) {
      card.draggable = true;
    }
    this.addEventListener('change', () => this.#show(), { signal });
    this.addEventListener('click', (event) => this.#onClick(event), { signal });
    this.addEventListener('dragstart', (event) => this.#onDragStart(event), { signal });
    this.addEventListener('dragover', (event) => this.#onDragOver(event), { signal });
    this.addEventListener('drop', (event) => this.#onDrop(event), { signal });
    this.addEventListener('dragend', () => this.#endDrag(), { signal });
    // A choice may have been made before this element came.
    this.#show();
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
  }

  #show(): void {
    const questions = [...this.querySelectorAll<HTMLElement>('[data-question]')];
    for (const list of this.querySelectorAll('[data-shelf] ul')) list.replaceChildren();
    const chosen = questions.flatMap((question) => {
      const input = question.querySelector<HTMLInputElement>('input:checked');
      for (const part of question.querySelectorAll<HTMLElement>('[data-outcome]')) {
        part.hidden = part.dataset['outcome'] !== input?.value;
      }
      if (input === null) return [];
      this.#put(question, input);
      return [input];
    });
    const right = chosen.filter(({ dataset }) => dataset['fit'] === 'right').length;
    const sum = this.querySelector('.tool-sort-sum');
    if (sum !== null) {
      const done = (this.dataset['done'] ?? '').replace('{right}', String(right));
      sum.textContent = chosen.length === 0 ? '' : done.replace('{all}', String(questions.length));
    }
    const again = this.querySelector<HTMLElement>('[data-again]');
    if (again !== null) again.hidden = chosen.length === 0;
  }

  /** Lays a question onto the tool that was chosen for it. */
  #put(question: HTMLElement, { value, dataset: { fit = '' } }: HTMLInputElement): void {
    const title = question.querySelector('strong')?.textContent ?? '';
    const item = document.createElement('li');
    item.dataset['fit'] = fit;
    item.textContent = `${signs[fit] ?? ''} ${title}`;
    this.querySelector(`[data-shelf="${value}"] ul`)?.append(item);
  }

  #onClick({ target }: Event): void {
    if (!(target instanceof Element) || target.closest('[data-again]') === null) return;
    const inputs = [...this.querySelectorAll<HTMLInputElement>('input')];
    for (const input of inputs) input.checked = false;
    this.#show();
    inputs[0]?.focus();
  }

  #onDragStart({ target, dataTransfer }: DragEvent): void {
    const card = target instanceof Element ? target.closest('.tool-sort-question') : null;
    if (card === null) return;
    this.#dragged = card.closest<HTMLElement>('[data-question]') ?? undefined;
    dataTransfer?.setData('text/plain', card.textContent.trim());
    // A page that changes at once makes some browsers give the drag up.
    setTimeout(() => this.toggleAttribute('data-dragging', this.#dragged !== undefined));
  }

  #onDragOver(event: DragEvent): void {
    if (this.#dragged !== undefined && shelfAt(event) !== undefined) event.preventDefault();
  }

  #onDrop(event: DragEvent): void {
    const shelf = shelfAt(event);
    const input = this.#dragged?.querySelector<HTMLInputElement>(`input[value="${shelf}"]`);
    if (shelf === undefined || input === null || input === undefined) return;
    event.preventDefault();
    input.checked = true;
    this.#show();
    this.#endDrag();
  }

  #endDrag(): void {
    this.#dragged = undefined;
    this.toggleAttribute('data-dragging', false);
  }
}

function shelfAt({ target }: Event): string | undefined {
  const shelf = target instanceof Element ? target.closest<HTMLElement>('[data-shelf]') : null;
  return shelf?.dataset['shelf'];
}
