import type { Nesting, Question, Section } from '../../../lib/lab/index.ts';
import { build } from '../../widgets/flame-graph/build-element.ts';
import type { LabWords } from '../words/load-words.ts';
import { saidNodes } from './said-nodes.ts';
import { statementLink } from './statement-link.ts';
import type { EvidenceActions } from './statement-link.ts';

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

function hasContent({ statements, nested = [], questions = [] }: Section): boolean {
  return statements.length + nested.length + questions.length > 0;
}

function buildSection(section: Section, options: ReadingPanelOptions): HTMLElement {
  const { words, actions, lessons } = options;
  const { id, heading, guide, note, statements, nested = [], questions = [] } = section;
  const head = build('h3', { id: `lab-${id}` }, heading);
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
  if (statements.length > 0) {
    const items = statements.map((statement) =>
      build('li', {}, statementLink(statement, words, actions)),
    );
    element.append(build('ul', { class: 'lab-statements', role: 'list' }, ...items));
  }
  if (nested.length > 0) element.append(nestedStatements(nested, options));
  for (const question of questions) element.append(buildQuestion(question, options));
  return element;
}

/** A chain in a chain, as the frames stand on one another. Built without recursion: stacks are deep. */
function nestedStatements(nested: readonly Nesting[], options: ReadingPanelOptions): HTMLElement {
  const { words, actions } = options;
  const list = build('ul', { class: 'lab-chains', role: 'list' });
  const waiting = [{ list, nested }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const { statement, inside } of next.nested) {
      const item = build('li', {}, statementLink(statement, words, actions));
      next.list.append(item);
      if (inside.length === 0) continue;
      const deeper = build('ul', { role: 'list' });
      item.append(deeper);
      waiting.push({ list: deeper, nested: inside });
    }
  }
  return list;
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
