import type { CallChain } from '../analysis/main-chains.ts';
import type { FunctionFact, Reading } from '../analysis/reading/reading.ts';
import { Figures } from './figures.ts';
import {
  markdownCode,
  markdownOf,
  markdownTable,
  markdownText,
  shortCode,
} from './markdown-text.ts';
import { readingWords } from './words-of-reading.ts';
import type { ReadingWords } from './reading-words.ts';
import { sayCaution, sayShape } from './say-finding.ts';
import type { Text } from './said-text.ts';
import { frameText } from './said-text.ts';
import { joinEqualSteps, sayChainLine } from './say-chain.ts';

/**
 * A reading as a Markdown document: tables of the figures, chains as nested lists, findings as
 * sentences. Names are in code spans, shortened as `displayName` does; they can hold anything.
 */
export function readingToMarkdown(reading: Reading, locale: string): string {
  return new ReadingWriter(reading, readingWords(locale)).document();
}

class ReadingWriter {
  readonly #reading: Reading;
  readonly #words: ReadingWords;
  readonly #figures: Figures;

  constructor(reading: Reading, words: ReadingWords) {
    this.#reading = reading;
    this.#words = words;
    this.#figures = new Figures(reading.unit, words);
  }

  document(): string {
    const { headings, title, intervalNote } = this.#words;
    const reading = this.#reading;
    const sections = [
      `# ${title(markdownText(reading.name))}`,
      this.#section(headings.overview, this.#overview()),
      reading.samples === undefined ? '' : intervalNote,
      this.#section(headings.self, this.#functions(reading.hotBySelf, 'self')),
      this.#section(headings.total, this.#functions(reading.hotByTotal, 'total')),
      this.#section(headings.chains, this.#chains()),
      this.#section(headings.calls, this.#systemCalls()),
      this.#section(
        headings.shapes,
        this.#list(reading.shapes.map((shape) => sayShape(shape, this.#figures, this.#words))),
      ),
      this.#section(
        headings.cautions,
        this.#list(
          reading.cautions.map((caution) => sayCaution(caution, this.#figures, this.#words)),
        ),
      ),
    ];
    return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
  }

  #section(heading: string, body: string): string {
    return body === '' ? '' : `## ${heading}\n\n${body}`;
  }

  #overview(): string {
    const { overview, columns } = this.#words;
    const { totalWeight, samples, functions, maxDepth, widest, hotBySelf, systemCalls } =
      this.#reading;
    const [widestFrame] = widest;
    const [largestSelf] = hotBySelf;
    const rows: [string, string][] = [[overview.total, this.#figures.weight(totalWeight)]];
    if (samples !== undefined) rows.push([overview.samples, this.#figures.number(samples)]);
    rows.push([overview.functions, this.#figures.number(functions)]);
    rows.push([overview.depth, this.#figures.number(maxDepth)]);
    if (widestFrame !== undefined) {
      rows.push([
        overview.widest,
        `${markdownCode(widestFrame.name)} ${this.#figures.measured(widestFrame)}`,
      ]);
    }
    if (largestSelf !== undefined) {
      rows.push([
        overview.largestSelf,
        `${markdownCode(largestSelf.name)} ${this.#figures.measured(largestSelf.self)}`,
      ]);
    }
    rows.push([overview.calls, this.#figures.measured(systemCalls.all)]);
    return markdownTable([columns.feature, columns.value], rows);
  }

  #functions(facts: readonly FunctionFact[], by: 'self' | 'total'): string {
    if (facts.length === 0) return '';
    const { columns, frameKinds, listSeparator } = this.#words;
    const other = by === 'self' ? 'total' : 'self';
    const last = by === 'self' ? columns.callers : columns.wider;
    return markdownTable(
      [
        columns.function,
        columns.kind,
        columns[by],
        columns.share,
        columns.interval,
        columns[other],
        last,
      ],
      facts.map((fact) => [
        markdownCode(fact.name),
        frameKinds[fact.kind],
        this.#figures.weight(fact[by].weight),
        this.#figures.share(fact[by]),
        this.#figures.interval(fact[by]),
        this.#figures.weight(fact[other].weight),
        by === 'total'
          ? this.#figures.number(fact.wider)
          : fact.callers
              .slice(0, 3)
              .map(({ name }) => shortCode(name))
              .join(listSeparator),
      ]),
    );
  }

  #chains(): string {
    return this.#reading.chains.map((chain) => this.#chain(chain)).join('\n\n');
  }

  #chain({ steps, from }: CallChain): string {
    const start = from === -1 ? undefined : this.#nameOfRow(from);
    const intro =
      start === undefined ? '' : `${markdownOf(this.#words.branchOf(frameText(start)))}\n\n`;
    const items = joinEqualSteps(steps).map((line, i) => {
      return `${'  '.repeat(i)}- ${markdownOf(sayChainLine(line, this.#figures, this.#words))}`;
    });
    return intro + items.join('\n');
  }

  /** Chains name the rows that others branch off from. */
  #nameOfRow(row: number): string | undefined {
    for (const { steps } of this.#reading.chains) {
      const step = steps.find((each) => each.row === row);
      if (step !== undefined) return step.name;
    }
    return undefined;
  }

  #systemCalls(): string {
    const { columns, callKinds, groups, noSystemCalls, listSeparator } = this.#words;
    const { calls, groups: found } = this.#reading.systemCalls;
    if (calls.length === 0) return noSystemCalls;
    const each = markdownTable(
      [columns.call, columns.kind, columns.self, columns.share, columns.interval, columns.callers],
      calls.map((call) => [
        markdownCode(call.frame),
        callKinds[call.kind],
        this.#figures.weight(call.weight),
        this.#figures.share(call),
        this.#figures.interval(call),
        call.callers
          .slice(0, 3)
          .map(({ name }) => shortCode(name))
          .join(listSeparator),
      ]),
    );
    const purposes = markdownTable(
      [columns.purpose, columns.self, columns.share, columns.interval],
      found.map((group) => [
        groups[group.group],
        this.#figures.weight(group.weight),
        this.#figures.share(group),
        this.#figures.interval(group),
      ]),
    );
    return `${each}\n\n${purposes}`;
  }

  #list(sentences: readonly Text[]): string {
    return sentences.map((sentence) => `- ${markdownOf(sentence)}`).join('\n');
  }
}
