export interface PaintedRun {
  readonly samples: number;
  readonly isChosen: boolean;
}

/** Runs as dots on a line from 0 to `most`, as SVG: chosen ones filled, others hollow. */
export function paintRuns(runs: readonly PaintedRun[], most: number, side: string): string {
  const width = 600;
  const margin = 10;
  const place = (samples: number): string =>
    (margin + ((width - 2 * margin) * samples) / most).toFixed(1);
  const dots = runs.map(
    ({ samples, isChosen }) =>
      `<circle class="run-dot${isChosen ? ' is-chosen' : ''}" cx="${place(samples)}" cy="14" r="8"/>`,
  );
  return `<svg class="run-line run-line-${side}" viewBox="0 0 ${width} 28" aria-hidden="true"><line class="run-axis" x1="${margin}" x2="${width - margin}" y1="14" y2="14"/>${dots.join('')}</svg>`;
}
