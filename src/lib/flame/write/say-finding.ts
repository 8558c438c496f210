import type { Finding } from '../analysis/finding.ts';
import type { Caution } from '../analysis/reading/reading.ts';
import type { ShapeFinding } from '../analysis/shapes/shape.ts';
import type { Figures } from './figures.ts';
import type { FindingWords, ReadingWords } from './reading-words.ts';
import type { Text } from './said-text.ts';
import { frameText, joinText, say } from './said-text.ts';

/** A caution as a sentence. */
export function sayCaution(caution: Caution, figures: Figures, words: ReadingWords): Text {
  return words.cautions[caution.code](findingWords(caution, figures, words), caution);
}

/** A shape as a sentence. */
export function sayShape(shape: ShapeFinding, figures: Figures, words: ReadingWords): Text {
  return words.shapes[shape.code](findingWords(shape, figures, words), shape);
}

/** Frames that are named one by one; of more only these. */
const mostNamed = 3;

function findingWords(
  finding: Finding,
  figures: Figures,
  { listSeparator }: ReadingWords,
): FindingWords {
  const { frames, values } = finding;
  const named = joinText(frames.slice(0, mostNamed).map(frameText), listSeparator);
  return {
    measured: figures.measured(finding),
    frames: frames.length > mostNamed ? say`${named} …` : named,
    value: (key) => {
      const value = values[key] ?? '';
      return typeof value === 'number' ? figures.number(value) : value;
    },
    weight: (key) => figures.weight(Number(values[key] ?? 0)),
    name: (key) => frameText(String(values[key] ?? '')),
  };
}
