import type { Nesting, Question, Section, Statement } from '../../../lib/lab/index.ts';
import { build } from '../../widgets/flame-graph/build-element.ts';
import type { LabWords } from '../load-words.ts';
import type { PartHeading } from './reading-contents.ts';
import { saidNodes } from './said-nodes.ts';
import { statementLink } from './statement-link.ts';
import type { EvidenceActions } from './statement-link.ts';

/** Statements of a section that are in sight at once, and levels of a chain. */
const firstStatements = 5;
const chainDepth = 6;

export interface ReadingPanelOptions {
  readonly words: LabWords;
  /** Addresses of the lessons by their section: `1.1`. */
  readonly lessons: Readonly<Record<string, string>>;
  readonly actions: EvidenceActions;
}

/** What is said of a profile, or of two: sections of statements, each built when it is asked for. */
export function* buildSections(
  sections: readonly Section[],
  options: ReadingPanelOptions,
): Generator<HTMLElement> {
  for (const section of sections) if (hasContent(section)) yield buildSection(section, options);
}

/** The headings of what `buildSections` builds, before it is built. */
export function sectionHeadings(sections: readonly Section[]): PartHeading[] {
  return sections.filter(hasContent).map(({ id, heading }) => ({ id: domId(id), text: heading }));
}

const domId = (id: string): string => `lab-${id}`;

function hasContent({ statements, nested = [], questions = [] }: Section): boolean {
  return statements.length + nested.length + questions.length > 0;
}

function buildSection(section: Section, options: ReadingPanelOptions): HTMLElement {
  const { words, lessons } = options;
  const { id, heading, guide, note, statements, nested = [], questions = [] } = section;
  const head = build('h3', { id: domId(id) }, heading);
  const element = build(
    'section',
    { class: 'lab-section', 'aria-labelledby': head.id, 'data-section': id },
    build('div', { class: 'lab-section-head' }, head),
  );
  const lesson = lessons[guide ?? ''];
  if (guide !== undefined && lesson !== undefined) {
    const link = build('a', { class: 'lab-lesson', href: lesson }, words.reading.lesson(guide));
    element.firstElementChild?.append(link);
  }
  if (note !== undefined) element.append(build('p', { class: 'lab-note' }, ...saidNodes(note)));
  if (statements.length > 0) element.append(...statementLists(statements, options));
  if (nested.length > 0) element.append(nestedStatements(nested, options));
  for (const question of questions) element.append(buildQuestion(question, options));
  return element;
}

/** The first few, and the others behind a line: what comes later is lighter. */
function statementLists(
  statements: readonly Statement[],
  { words, actions }: ReadingPanelOptions,
): HTMLElement[] {
  const items = statements.map((statement) =>
    build('li', {}, statementLink(statement, words, actions)),
  );
  const listOf = (some: readonly HTMLElement[]) =>
    build('ul', { class: 'lab-statements', role: 'list' }, ...some);
  // One more is no longer than the line that it would be behind.
  if (items.length <= firstStatements + 1) return [listOf(items)];
  const rest = items.slice(firstStatements);
  return [listOf(items.slice(0, firstStatements)), behind(rest.length, listOf(rest), words)];
}

function behind(count: number, content: HTMLElement, words: LabWords): HTMLElement {
  return build(
    'details',
    { class: 'lab-rest' },
    build('summary', {}, words.reading.more(count)),
    content,
  );
}

/**
 * A chain in a chain, as the frames stand on one another, the deep part of it behind a line. Built
 * without recursion: stacks are deep.
 */
function nestedStatements(nested: readonly Nesting[], options: ReadingPanelOptions): HTMLElement {
  const { words, actions } = options;
  const list = build('ul', { class: 'lab-chains', role: 'list' });
  const waiting = [{ list, nested, depth: 1 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { depth } = next;
    for (const { statement, inside } of next.nested) {
      const item = build('li', {}, statementLink(statement, words, actions));
      next.list.append(item);
      if (inside.length === 0) continue;
      const deeper = build('ul', { role: 'list' });
      const isDeep = depth % chainDepth === 0;
      item.append(isDeep ? behind(sizeOf(inside), deeper, words) : deeper);
      waiting.push({ list: deeper, nested: inside, depth: depth + 1 });
    }
  }
  return list;
}

/** How many statements a nesting holds. */
function sizeOf(nested: readonly Nesting[]): number {
  let size = 0;
  const waiting = [...nested];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    size++;
    waiting.push(...next.inside);
  }
  return size;
}

function buildQuestion({ text, answer }: Question, options: ReadingPanelOptions): HTMLElement {
  const { words, actions } = options;
  return build(
    'details',
    { class: 'lab-question' },
    build('summary', {}, ...saidNodes(text)),
    statementLink(answer, words, actions),
  );
}
