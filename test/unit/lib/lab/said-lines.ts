import { displayName, plainOf } from '../../../../src/lib/flame/index.ts';
import type { Text } from '../../../../src/lib/flame/index.ts';
import type { Nesting, Section, Statement } from '../../../../src/lib/lab/index.ts';

/** A text as a reader sees it, names shortened and in backticks. */
export function shown(text: Text): string {
  return plainOf(text, (name) => `\`${displayName(name, { level: 'shortest' })}\``);
}

export interface SaidParts {
  readonly sections: readonly Section[];
}

export function sectionOf({ sections }: SaidParts, id: Section['id']): Section {
  const found = sections.find((section) => section.id === id);
  if (found === undefined) throw new Error(`there is no section ${id}`);
  return found;
}

/** The statements of a section, then what is nested, indented, then questions with their answers. */
export function linesOf({ statements, nested = [], questions = [] }: Section): string[] {
  return [
    ...statements.map(({ text }) => shown(text)),
    ...nested.flatMap((each) => nestedLines(each, '')),
    ...questions.flatMap(({ text, answer }) => [shown(text), `→ ${shown(answer.text)}`]),
  ];
}

function nestedLines({ statement, inside }: Nesting, indent: string): string[] {
  return [
    `${indent}${shown(statement.text)}`,
    ...inside.flatMap((each) => nestedLines(each, `${indent}  `)),
  ];
}

/** Every statement, wherever it stands. */
export function statementsOf({ sections }: SaidParts): Statement[] {
  return sections.flatMap(({ statements, nested = [], questions = [] }) => [
    ...statements,
    ...nested.flatMap(inNesting),
    ...questions.map(({ answer }) => answer),
  ]);
}

function inNesting({ statement, inside }: Nesting): Statement[] {
  return [statement, ...inside.flatMap(inNesting)];
}
