interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread's own clock: other programs on the machine do not count. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** What `browser.startTracing` must record. */
export const taskCategories = ['toplevel', 'devtools.timeline'];

/**
 * How long each task of the page's main thread took, in milliseconds of its own work.
 *
 * @param trace what `browser.stopTracing()` gave
 */
export function mainThreadTasks(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const keyOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(keyOf),
  );
  return traceEvents
    .filter((event) => event.name.endsWith('RunTask') && main.has(keyOf(event)))
    .map(({ tdur = 0 }) => tdur / 1000);
}
