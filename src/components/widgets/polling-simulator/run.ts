import { paintSmallTree } from '../small-tree/paint-small-tree.ts';
import { framesOfSamples } from './frames-of-samples.ts';
import { ServerSimulation } from './server-simulation.ts';

export const rates = [0, 30, 300, 1000, 1800] as const;
export const usualRate = 30;
export const lengthMs = 3000;
export const ways = ['polling', 'events'] as const;

export interface RunOptions {
  readonly seed: string;
  readonly rate: number;
}

/** Both servers at time zero, about to meet the same requests. */
export function startRun(options: RunOptions): ServerSimulation[] {
  return ways.map((way) => new ServerSimulation(way, options));
}

export function samplesOf({ samples }: ServerSimulation): number {
  return [...samples.values()].reduce((sum, count) => sum + count, 0);
}

/** The flame graph of what was sampled so far; its full width is one core for `extentMs`. */
export function paintRun(simulation: ServerSimulation, extentMs: number, widthPx: number): string {
  const extent = Math.max(extentMs, samplesOf(simulation), 1);
  return paintSmallTree(framesOfSamples(simulation.samples), { extent, widthPx });
}
