import { frameText, markdownOf, markdownText, markdownVerbatim } from '../flame/index.ts';
import { inLocale } from '../i18n/index.ts';
import type { Locale } from '../i18n/index.ts';
import type { SaidMessage } from './import-words.ts';
import type { Recipe, RecordingAdvice } from './recording-advice.ts';
import type { Nesting, Question, SaidComparison, SaidReading, Section } from './said.ts';
import { reportWords } from './words/report-words.ts';

/** What goes into a report; what is absent is left out. */
export interface ReportParts {
  readonly reading?: SaidReading;
  readonly comparison?: SaidComparison;
  readonly advice?: RecordingAdvice;
  /** What could not be read of the file. */
  readonly issues?: readonly SaidMessage[];
  /** What the reader noted at frames. */
  readonly notes?: readonly { readonly frame: string; readonly text: string }[];
  /** Where the graph stands: a file's name beside the report, or an address. */
  readonly graph?: string;
  /** The file it was read from, and as what. */
  readonly file?: { readonly name: string; readonly format: string };
}

/** The report as a Markdown document. Names and notes can hold anything; here they are only text. */
export function reportMarkdown(parts: ReportParts, locale: Locale): string {
  return new ReportWriter(locale).document(parts);
}

class ReportWriter {
  readonly #locale: Locale;

  constructor(locale: Locale) {
    this.#locale = locale;
  }

  document(parts: ReportParts): string {
    const { reading, comparison, advice, issues = [], notes = [], graph, file } = parts;
    const words = inLocale(reportWords, this.#locale);
    const said = comparison ?? reading;
    const blocks = [
      said === undefined ? '' : `# ${markdownOf(said.title)}`,
      file === undefined ? '' : words.file(markdownText(file.name), markdownText(file.format)),
      graph === undefined ? '' : `![${words.graph}](<${linkTarget(graph)}>)`,
      ...(comparison?.sections ?? []).map((section) => this.#section(section)),
      ...(reading?.sections ?? []).map((section) => this.#section(section)),
      this.#list(
        words.notes,
        notes.map((note) => this.#note(note)),
      ),
      advice === undefined ? '' : this.#advice(advice),
      this.#list(
        words.issues,
        issues.map((issue) => this.#issue(issue)),
      ),
    ];
    return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
  }

  #section({ heading, guide, note, statements, nested = [], questions = [] }: Section): string {
    const words = inLocale(reportWords, this.#locale);
    const items = [
      ...statements.map(({ text }) => `- ${markdownOf(text)}`),
      ...nested.flatMap((each) => nestedItems(each, '')),
      ...questions.flatMap((question) => this.#question(question)),
    ];
    return [
      `## ${markdownText(heading)}${guide === undefined ? '' : words.guide(guide)}`,
      ...(note === undefined ? [] : [markdownOf(note)]),
      items.join('\n'),
    ].join('\n\n');
  }

  #question({ text, answer }: Question): string[] {
    const { answer: label, colon } = inLocale(reportWords, this.#locale);
    return [`- ${markdownOf(text)}`, `  - ${label}${colon}${markdownOf(answer.text)}`];
  }

  #list(heading: string, items: readonly string[]): string {
    return items.length === 0 ? '' : `## ${heading}\n\n${items.join('\n')}`;
  }

  #note({ frame, text }: { readonly frame: string; readonly text: string }): string {
    const { colon } = inLocale(reportWords, this.#locale);
    return `- ${markdownOf(frameText(frame))}${colon}${markdownText(text)}`;
  }

  #issue({ what, detail, where, excerpt, count }: SaidMessage): string {
    const words = inLocale(reportWords, this.#locale);
    const places = [where, count].filter((place) => place !== undefined).map(words.where);
    const said = detail === undefined ? what : `${what} ${detail}`;
    const line = excerpt === undefined ? '' : `${words.colon}${markdownVerbatim(excerpt)}`;
    return `- ${markdownText(said)}${places.join('')}${line}`;
  }

  #advice({ platformName, intro, recipes }: RecordingAdvice): string {
    const heading = `## ${markdownText(inLocale(reportWords, this.#locale).advice(platformName))}`;
    return [heading, markdownOf(intro), ...recipes.map((recipe) => this.#recipe(recipe))].join(
      '\n\n',
    );
  }

  #recipe({ title, why, commands, notes, sources, ranWith, lookedUp }: Recipe): string {
    const words = inLocale(reportWords, this.#locale);
    const list = [
      ...notes.map((note) => `- ${markdownOf(note)}`),
      ...(ranWith === undefined ? [] : [`- ${markdownText(words.ranWith(ranWith))}`]),
      ...(lookedUp === undefined ? [] : [`- ${markdownText(words.lookedUp(lookedUp))}`]),
      `- ${words.sources}${words.colon}${sources.map((source) => `<${source}>`).join(' ')}`,
    ];
    return [
      `### ${markdownText(title)}`,
      markdownOf(why),
      ['```sh', ...commands, '```'].join('\n'),
      list.join('\n'),
    ].join('\n\n');
  }
}

function nestedItems({ statement, inside }: Nesting, indent: string): string[] {
  return [
    `${indent}- ${markdownOf(statement.text)}`,
    ...inside.flatMap((each) => nestedItems(each, `${indent}  `)),
  ];
}

/** A target in `<…>` ends at `>` or at the line's end. */
function linkTarget(target: string): string {
  return target.replace(/[<>\s\\]/g, (character) => encodeURIComponent(character));
}
