const storageKey = 'flamewise:theme';

/**
 * Three radios: as the system, light, dark. /before-paint.js has already applied the choice before
 * the first paint; this shows it, changes it, and follows a change made in another tab.
 */
export class ThemeSwitchElement extends HTMLElement {
  static define(): void {
    if (customElements.get('theme-switch') === undefined) {
      customElements.define('theme-switch', ThemeSwitchElement);
    }
  }

  #lifetime: AbortController | undefined;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    this.#show(document.documentElement.dataset['theme']);
    this.addEventListener(
      'change',
      (event) => {
        if (event.target instanceof HTMLInputElement) this.#choose(event.target.value);
      },
      { signal },
    );
    window.addEventListener(
      'storage',
      (event) => {
        if (event.key === storageKey) this.#apply(event.newValue ?? 'system');
      },
      { signal },
    );
  }

  disconnectedCallback(): void {
    this.#lifetime?.abort();
  }

  #choose(theme: string): void {
    this.#apply(theme);
    try {
      if (theme === 'system') localStorage.removeItem(storageKey);
      else localStorage.setItem(storageKey, theme);
    } catch {
      // Storage is blocked: the choice holds for this page.
    }
  }

  #apply(theme: string): void {
    const root = document.documentElement;
    if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;
    else delete root.dataset['theme'];
    this.#show(root.dataset['theme']);
    // Canvases paint with colours they have read once.
    this.dispatchEvent(new CustomEvent('themechange', { bubbles: true }));
  }

  #show(theme: string | undefined): void {
    for (const input of this.querySelectorAll('input')) {
      input.checked = input.value === (theme ?? 'system');
    }
  }
}
