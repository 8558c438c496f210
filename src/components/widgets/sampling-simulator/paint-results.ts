import { formatInterval, formatShare } from '../../../lib/flame/graph.ts';
import type { SampledFunction } from './simulate-sampling.ts';
import type { SimulatorWords } from './simulator-words.ts';

/**
 * Rows of the table of results, as HTML: all of it is made of numbers and of the simulator's own
 * words. `held` is how many of `runs` recordings held the truth, by function; empty before that.
 */
export function paintResults(
  functions: readonly SampledFunction[],
  words: SimulatorWords,
  locale: string,
  { held = [], runs = 0 }: { held?: readonly number[]; runs?: number } = {},
): string {
  return functions
    .map((sampled, index) => {
      const { name, truth, share, count, interval, holds } = sampled;
      const many = held[index];
      const heldText =
        many === undefined
          ? '–'
          : words.held.replace('{n}', String(many)).replace('{of}', String(runs));
      return (
        `<tr><th scope="row"><code translate="no">${name}</code></th>` +
        `<td class="simulator-picture">${paintInterval(sampled)}</td>` +
        `<td data-label="${words.truth}">${formatShare(truth, locale)}</td>` +
        `<td data-label="${words.sampled}">${formatShare(share, locale)} (${count})</td>` +
        `<td data-label="${words.interval}">${formatInterval(interval, locale)}</td>` +
        `<td data-label="${words.holds}" data-holds="${holds}">${holds ? words.yes : words.no}</td>` +
        `<td data-label="${words.timesHeld}" data-held>${heldText}</td></tr>`
      );
    })
    .join('');
}

const heightPx = 20;

/** The scale from 0 to 100% with the interval, what was sampled, and what is true. */
function paintInterval({ truth, share, interval: [low, high] }: SampledFunction): string {
  const at = (value: number) => `${Number((value * 100).toFixed(3))}%`;
  const middle = heightPx / 2;
  return (
    `<svg width="100%" height="${heightPx}" aria-hidden="true">` +
    `<rect class="scale" x="0" y="${middle - 0.5}" width="100%" height="1"/>` +
    `<rect class="interval" x="${at(low)}" y="${middle - 4}" width="${at(high - low)}" height="8"/>` +
    `<line class="truth" x1="${at(truth)}" x2="${at(truth)}" y1="0" y2="${heightPx}"/>` +
    `<circle class="sampled" cx="${at(share)}" cy="${middle}" r="3.5"/></svg>`
  );
}
