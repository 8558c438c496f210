import type { CallChain, ChainStep } from '../analysis/main-chains.ts';
import type { Measured } from '../analysis/measured.ts';
import type { Finding } from '../analysis/finding.ts';
import type { FunctionFact, Reading } from '../analysis/reading/reading.ts';
import { formatInterval, formatShare } from '../text/format-share.ts';
import { formatWeight } from '../text/format-weight.ts';
import { code, plainText, shortCode, table } from './markdown-text.ts';
import { chineseWords } from './reading-words-zh.ts';
import { englishWords } from './reading-words-en.ts';
import type { FindingWords, ReadingWords } from './reading-words.ts';

/**
 * A reading as a Markdown document: tables of the figures, chains as nested lists, findings as
 * sentences. Names are in code spans, shortened as `displayName` does; they can hold anything.
 */
export function readingToMarkdown(reading: Reading, locale: 'en' | 'zh'): string {
  return new ReadingWriter(reading, locale === 'zh' ? chineseWords : englishWords).document();
}

class ReadingWriter {
  readonly #reading: Reading;
  readonly #words: ReadingWords;

  constructor(reading: Reading, words: ReadingWords) {
    this.#reading = reading;
    this.#words = words;
  }

  document(): string {
    const { headings, cautions, shapes, title, intervalNote } = this.#words;
    const reading = this.#reading;
    const sections = [
      `# ${title(plainText(reading.name))}`,
      this.#section(headings.overview, this.#overview()),
      reading.samples === undefined ? '' : intervalNote,
      this.#section(headings.self, this.#functions(reading.hotBySelf, 'self')),
      this.#section(headings.total, this.#functions(reading.hotByTotal, 'total')),
      this.#section(headings.chains, this.#chains()),
      this.#section(headings.calls, this.#systemCalls()),
      this.#section(headings.shapes, this.#findings(reading.shapes, shapes)),
      this.#section(headings.cautions, this.#findings(reading.cautions, cautions)),
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
    const rows: [string, string][] = [[overview.total, this.#weight(totalWeight)]];
    if (samples !== undefined) rows.push([overview.samples, this.#number(samples)]);
    rows.push([overview.functions, this.#number(functions)]);
    rows.push([overview.depth, this.#number(maxDepth)]);
    if (widestFrame !== undefined) {
      rows.push([overview.widest, `${code(widestFrame.name)} ${this.#measured(widestFrame)}`]);
    }
    if (largestSelf !== undefined) {
      rows.push([
        overview.largestSelf,
        `${code(largestSelf.name)} ${this.#measured(largestSelf.self)}`,
      ]);
    }
    rows.push([overview.calls, this.#measured(systemCalls.all)]);
    return table([columns.feature, columns.value], rows);
  }

  #functions(facts: readonly FunctionFact[], by: 'self' | 'total'): string {
    if (facts.length === 0) return '';
    const { columns, frameKinds, listSeparator } = this.#words;
    const other = by === 'self' ? 'total' : 'self';
    const last = by === 'self' ? columns.callers : columns.wider;
    return table(
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
        code(fact.name),
        frameKinds[fact.kind],
        this.#weight(fact[by].weight),
        this.#share(fact[by]),
        this.#interval(fact[by]),
        this.#weight(fact[other].weight),
        by === 'total'
          ? this.#number(fact.wider)
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
    const intro = start === undefined ? '' : `${this.#words.branchOf(shortCode(start))}\n\n`;
    const items = joinEqual(steps).map((step, i) => `${'  '.repeat(i)}- ${this.#step(step)}`);
    return intro + items.join('\n');
  }

  #step(names: readonly ChainStep[]): string {
    const { endsHere, leaves, listSeparator } = this.#words;
    const last = names.at(-1);
    if (last === undefined) return '';
    const path = names.length > 3 ? [names[0], last] : names;
    const shown = path
      .map((step) => shortCode(step?.name ?? ''))
      .join(names.length > 3 ? ' → … → ' : ' → ');
    const notes: string[] = [];
    if (last.self > 0) notes.push(endsHere(this.#weight(last.self)));
    if (last.leaving.length > 0) {
      const list = last.leaving
        .slice(0, 4)
        .map(({ name, total }) => `${shortCode(name)} ${this.#number(total)}`);
      notes.push(leaves(list.join(listSeparator)));
    }
    return `${shown} ${this.#weight(last.total)}${this.#words.notes(notes)}`;
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
    const each = table(
      [columns.call, columns.kind, columns.self, columns.share, columns.interval, columns.callers],
      calls.map((call) => [
        code(call.frame),
        callKinds[call.kind],
        this.#weight(call.weight),
        this.#share(call),
        this.#interval(call),
        call.callers
          .slice(0, 3)
          .map(({ name }) => shortCode(name))
          .join(listSeparator),
      ]),
    );
    const purposes = table(
      [columns.purpose, columns.self, columns.share, columns.interval],
      found.map((group) => [
        groups[group.group],
        this.#weight(group.weight),
        this.#share(group),
        this.#interval(group),
      ]),
    );
    return `${each}\n\n${purposes}`;
  }

  #findings<F extends Finding>(
    findings: readonly F[],
    sentences: Readonly<Record<F['code'], (words: FindingWords, finding: F) => string>>,
  ): string {
    return findings
      .map((finding) => {
        const sentence = sentences[finding.code as F['code']];
        return `- ${sentence(this.#findingWords(finding), finding)}`;
      })
      .join('\n');
  }

  #findingWords(finding: Finding): FindingWords {
    const { listSeparator } = this.#words;
    const first = finding.frames.slice(0, 3).map(shortCode).join(listSeparator);
    return {
      measured: this.#measured(finding),
      frames: finding.frames.length > 3 ? `${first} …` : first,
      value: (key) => {
        const value = finding.values[key] ?? '';
        return typeof value === 'number' ? this.#number(value) : plainText(value);
      },
      name: (key) => shortCode(String(finding.values[key] ?? '')),
    };
  }

  #measured(measured: Measured): string {
    const weight = this.#weight(measured.weight);
    return this.#words.measured(weight, this.#share(measured), this.#interval(measured));
  }

  #weight(weight: number): string {
    return formatWeight(weight, this.#reading.unit, this.#words.locale);
  }

  #share({ share }: Measured): string {
    return formatShare(share, this.#words.locale);
  }

  #interval({ interval }: Measured): string {
    return interval === undefined ? '' : formatInterval(interval, this.#words.locale);
  }

  #number(value: number): string {
    return formatWeight(Math.round(value * 10) / 10, 'count', this.#words.locale);
  }
}

/** Steps of one weight, with nothing leaving in between, are one line. */
function joinEqual(steps: readonly ChainStep[]): ChainStep[][] {
  const lines: ChainStep[][] = [];
  for (const step of steps) {
    const line = lines.at(-1);
    if (line?.at(-1)?.total === step.total) line.push(step);
    else lines.push([step]);
  }
  return lines;
}
