import type { ControllerOptions } from './flame-graph-controller.ts';

/*
 * What a graph needs now and then, in one file, since the name of each file more stands in every lesson: letters typed to go to a
 * frame, and what is to be done before another profile is shown. The words for what is wrong with a file are many, and come
 * only with a fault.
 */

export { checkShown } from './check-shown.ts';
export { TypedName } from './find-typed.ts';
export { forgetProfile } from './forget-profile.ts';
export { getReadyForFiles } from './get-ready.ts';

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
