import { hasViewParams, queryWithView, viewFromParams } from '../../../lib/flame/graph.ts';
import type { ViewState } from '../../../lib/flame/index.ts';

interface FlameHistory {
  /** How many views of this visit lie behind this one. */
  readonly flameSteps: number;
}

function stepsBehind(): number {
  const state = history.state as Partial<FlameHistory> | null;
  return typeof state?.flameSteps === 'number' ? state.flameSteps : 0;
}

/** The view that the page's address holds; `undefined` where it holds none. */
export function viewOfAddress(): ViewState | undefined {
  const params = new URLSearchParams(location.search);
  return hasViewParams(params) ? viewFromParams(params) : undefined;
}

/** Keeps the view of one graph in the page's address: links and the back button bring it back. */
export class PageAddress {
  #onReturn: (view: ViewState | undefined) => void;
  /** The most views behind one that this visit has seen: what lies ahead is known from it. */
  #furthest = stepsBehind();

  constructor(onReturn: (view: ViewState | undefined) => void, signal: AbortSignal) {
    this.#onReturn = onReturn;
    addEventListener('popstate', () => this.#onReturn(this.read()), { signal });
  }

  read(): ViewState | undefined {
    return viewOfAddress();
  }

  get canGoBack(): boolean {
    return stepsBehind() > 0;
  }

  goBack(): void {
    if (this.canGoBack) history.back();
  }

  get canGoForward(): boolean {
    return stepsBehind() < this.#furthest;
  }

  goForward(): void {
    if (this.canGoForward) history.forward();
  }

  /** @param asStep the back button shall lead to the view before this one */
  write(view: ViewState, asStep: boolean): void {
    const address = location.pathname + queryWithView(location.search, view) + location.hash;
    if (address === location.pathname + location.search + location.hash) return;
    const state = { ...(history.state as object | null), flameSteps: stepsBehind() };
    if (asStep) {
      this.#furthest = state.flameSteps + 1;
      history.pushState({ ...state, flameSteps: this.#furthest }, '', address);
    } else history.replaceState(state, '', address);
  }
}
