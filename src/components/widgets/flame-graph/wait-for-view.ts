import type { ViewState } from '../../../lib/flame/index.ts';
import { BusyMark } from './busy-mark.ts';
import type { ControllerOptions } from './flame-graph-controller.ts';

interface Wish {
  readonly enter: () => void;
  /** The view could not be worked out, and the one before it stays. */
  readonly stay: () => void;
  readonly signal: AbortSignal;
}

/** Prepares a view and enters it, and says so meanwhile, if it takes a moment. */
export async function waitForView(
  { views, host, locale }: Pick<ControllerOptions, 'views' | 'host' | 'locale'>,
  state: ViewState,
  { enter, stay, signal }: Wish,
): Promise<void> {
  if (signal.aborted) return;
  const mark = new BusyMark(host, locale);
  signal.addEventListener('abort', () => mark.remove());
  try {
    await views.prepare(state, signal);
  } catch (error) {
    if (signal.aborted) return;
    mark.fail(error);
    stay();
    return;
  }
  if (signal.aborted) return;
  mark.remove();
  enter();
}

/** The same for a graph that shows nothing yet. Rejects where the view cannot be worked out. */
export async function waitForFirstView(
  { views, host, locale }: Pick<ControllerOptions, 'views' | 'host' | 'locale'>,
  state: ViewState,
  signal: AbortSignal,
): Promise<void> {
  const mark = new BusyMark(host, locale);
  try {
    await views.prepare(state, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    mark.remove();
  }
}
