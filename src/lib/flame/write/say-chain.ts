import type { ChainStep } from '../analysis/main-chains.ts';
import type { Figures } from './figures.ts';
import type { ReadingWords } from './reading-words.ts';
import type { Text } from './said-text.ts';
import { frameText, joinText, say } from './said-text.ts';

/** Steps of one weight, with nothing leaving in between, are one line. */
export function joinEqualSteps(steps: readonly ChainStep[]): ChainStep[][] {
  const lines: ChainStep[][] = [];
  for (const step of steps) {
    const line = lines.at(-1);
    if (line?.at(-1)?.total === step.total) line.push(step);
    else lines.push([step]);
  }
  return lines;
}

/** Of a longer run of steps only its ends are named. */
const mostSteps = 3;
const mostLeaving = 4;

/** One line of a chain: its frames, its weight, what ends there and what leaves there. */
export function sayChainLine(
  steps: readonly ChainStep[],
  figures: Figures,
  words: ReadingWords,
): Text {
  const last = steps.at(-1);
  if (last === undefined) return [];
  const names = steps.map(({ name }) => frameText(name));
  const [first = []] = names;
  const shown =
    names.length > mostSteps ? say`${first} → … → ${frameText(last.name)}` : joinText(names, ' → ');
  return say`${shown} ${figures.weight(last.total)}${notesOn(last, figures, words)}`;
}

function notesOn({ self, leaving }: ChainStep, figures: Figures, words: ReadingWords): Text {
  const list = leaving
    .slice(0, mostLeaving)
    .map(({ name, total }) => say`${frameText(name)} ${figures.bare(total)}`);
  return words.notes([
    ...(self > 0 ? [words.endsHere(figures.weight(self))] : []),
    ...(list.length > 0 ? [words.leaves(joinText(list, words.listSeparator))] : []),
  ]);
}
