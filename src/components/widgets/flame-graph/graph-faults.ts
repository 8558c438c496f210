import type { ControllerOptions } from './flame-graph-controller.ts';

/*
 * What a graph needs when another profile takes the place of the one that is shown, or cannot: few in a lesson do. The words for
 * what is wrong with a file are many, and come only with a fault.
 */

export { checkShown } from './check-shown.ts';
export { forgetProfile } from './forget-profile.ts';

const loadWords = () => import('./say-faults.ts');

/** See `showFailure` in `say-faults.ts`. */
export async function showFailure(host: HTMLElement, reason: unknown): Promise<void> {
  await (await loadWords()).showFailure(host, reason);
}

/** Adds, below a graph, what of its file could not be read. */
export async function showIssues(
  below: HTMLElement,
  options: Pick<ControllerOptions, 'issues' | 'locale'>,
): Promise<void> {
  below.append((await loadWords()).describeIssues(options));
}
