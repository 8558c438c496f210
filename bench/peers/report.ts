import type { Interactions, Loaded, Timing } from './measure.ts';

export interface Result {
  readonly viewer: string;
  readonly size: string;
  readonly scriptBytes: number;
  readonly loads: readonly Loaded[];
  readonly interactions?: Interactions;
}

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? NaN;
}

const median = (values: readonly number[]) => quantile(values, 0.5);

function round(value: number): string {
  if (Number.isNaN(value)) return '–';
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}

function timing(timings: readonly Timing[] | undefined): string {
  if (timings === undefined || timings.length === 0) return '–';
  const painted = timings.map((each) => each.painted);
  const busy = timings.map((each) => each.busy);
  return `${round(median(painted))} / ${round(quantile(painted, 0.95))} [${round(median(busy))}]`;
}

/** Tables in Markdown, one a size: p50 / p95 until painted, in brackets main-thread work (p50). */
export function printReport(results: readonly Result[]): void {
  for (const size of new Set(results.map((result) => result.size))) {
    console.log(`\n### ${size} nodes\n`);
    console.log(
      '| viewer | load ms (min–max) [busy] | heap MB | zoom | zoom, called | reset | search | pan fps | script kB |',
    );
    console.log('|---|---:|---:|---:|---:|---:|---:|---:|---:|');
    for (const { viewer, scriptBytes, loads, interactions } of results.filter(
      (result) => result.size === size,
    )) {
      const painted = loads.map(({ load }) => load.painted);
      const busy = loads.map(({ load }) => load.busy);
      const load = `**${round(median(painted))}** (${round(Math.min(...painted))}–${round(Math.max(...painted))}) [${round(median(busy))}]`;
      const heap = round(median(loads.map(({ heapMb }) => heapMb)));
      const { zoom, calledZoom, reset, search, pan } = interactions ?? {};
      const rate = pan === undefined ? '–' : `${round(pan.fps)} [${round(pan.busy)}]`;
      const script = (scriptBytes / 1000).toFixed(1);
      console.log(
        `| ${viewer} | ${load} | ${heap} | ${timing(zoom)} | ${timing(calledZoom)} | ${timing(reset)} | ${timing(search)} | ${rate} | ${script} |`,
      );
    }
  }
}
