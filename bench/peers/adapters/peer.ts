/** What a viewer's page offers to the harness, as `window.peer`. */
export interface Peer {
  /** Takes a file of several texts apart before the clock runs: a reader has them as files of their own. */
  unpack?(bytes: Uint8Array<ArrayBuffer>): void;
  /** Takes bytes that are in memory and draws them; resolves once drawing was asked for. */
  load(bytes: Uint8Array<ArrayBuffer>): Promise<void> | void;
  /**
   * Where to click for a frame: `depth` counts from the frame above "all", `at` is its middle as a
   * share of the whole width. Absent where a click does not zoom.
   */
  pointOf?(depth: number, at: number): { x: number; y: number };
  /** Zooms by the viewer's own interface, to shares of the whole width. */
  zoomTo?(from: number, to: number): void;
  reset(): void;
  /** Brings up what a reader zooms and searches with, where that is not part of the loaded picture. */
  getReadyToAct?(): Promise<void>;
  /**
   * Searches for names that hold this text; an empty text clears. Resolves once drawing was asked for,
   * where the viewer waits before it begins.
   */
  search?(text: string): Promise<void> | void;
  /** Moves the window by a share of its width: one step of a pan. */
  pan?(share: number): void;
}

declare global {
  interface Window {
    peer?: Peer;
    /** Time of the last painted frame after what `timeClick` waits for. */
    painted?: Promise<number>;
  }
}

/** Says that the page is ready for bytes. */
export function offer(peer: Peer): void {
  window.peer = peer;
  document.documentElement.dataset['ready'] = '';
}

/** UTF-8 bytes as JSON: what viewers of prepared data begin with. */
export function parseJson(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
}

/** Sets the value of a React or plain input as typing would. */
export function typeInto(input: HTMLInputElement, text: string): void {
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  setter?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
