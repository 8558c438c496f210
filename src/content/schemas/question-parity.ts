import { locales, sourceLocale } from '../../lib/i18n/locales.ts';
import type { Question } from './question-shape.ts';

export interface Mismatch {
  readonly path: string[];
  readonly message: string;
}

/** Where the parts of a question do not fit: ids without a text, texts without an id, one language short. */
export function findMismatches(question: Question): Mismatch[] {
  const others = locales.filter((locale) => locale !== sourceLocale && locale in question);
  return [
    ...others.flatMap((other) => differences(question.en, at(question, other), [], other)),
    ...others.flatMap((other) => sourceProblems(question, other)),
    ...partProblems(question),
  ];
}

/** Every language says the same things as English: same keys, lists of the same length. */
function differences(en: unknown, said: unknown, path: string[], other: string): Mismatch[] {
  if (typeof en !== typeof said || Array.isArray(en) !== Array.isArray(said)) {
    const message = `stands in ${en === undefined ? other : sourceLocale} but not, or not so, in the other language`;
    return [{ path: ['en', ...path], message }];
  }
  if (typeof en !== 'object' || en === null || typeof said !== 'object' || said === null) return [];
  const keys = new Set([...Object.keys(en), ...Object.keys(said)]);
  // English says them once for all languages, outside its texts.
  if (path.length === 0) keys.delete('sources');
  return [...keys].flatMap((key) => differences(at(en, key), at(said, key), [...path, key], other));
}

/** Sources said in another language are the same ones. */
function sourceProblems(question: Question, other: string): Mismatch[] {
  const said = at(at(question, other) as object, 'sources') as string[] | undefined;
  if (said === undefined || said.length === question.sources.length) return [];
  const message = `${said.length} of ${question.sources.length} sources: say all, in the same order`;
  return [{ path: [other, 'sources'], message }];
}

function at(value: object, key: string): unknown {
  return (value as Record<string, unknown>)[key];
}

function partProblems(question: Question): Mismatch[] {
  switch (question.kind) {
    case 'choice':
    case 'multi':
      return sameIds(question.options, question.en.options, ['en', 'options']);
    case 'numeric':
    case 'click-frame':
      return sameIds(question.near, question.en.near, ['en', 'near']);
    case 'order':
      return [
        ...sameIds(keyed(question.steps), question.en.steps, ['en', 'steps']),
        ...known((question.before ?? []).flat(), question.steps, ['before']),
      ];
    case 'match':
      return [
        ...sameIds(keyed(question.choices), question.en.choices, ['en', 'choices']),
        ...sameIds(question.pairs, question.en.pairs, ['en', 'pairs']),
        ...known(Object.values(question.pairs), question.choices, ['pairs']),
      ];
    case 'matrix':
      return [
        ...sameIds(keyed(question.columns), question.en.columns, ['en', 'columns']),
        ...sameIds(question.rows, question.en.rows, ['en', 'rows']),
        ...known(Object.values(question.rows), question.columns, ['rows']),
      ];
    case 'open':
      return sameIds(question.criteria, question.en.criteria, ['en', 'criteria']);
    case 'bug':
      return bugProblems(question);
    case 'predict':
      return predictProblems(question);
  }
}

function bugProblems(question: Extract<Question, { kind: 'bug' }>): Mismatch[] {
  const { code, bugs, follow, en } = question;
  const count = code === undefined ? en.lines?.length : code.trimEnd().split('\n').length;
  if (count === undefined || (code !== undefined && en.lines !== undefined)) {
    return [{ path: ['code'], message: 'either `code`, or `lines` in both languages' }];
  }
  const problems = sameIds(follow ?? {}, en.follow?.options ?? {}, ['en', 'follow', 'options']);
  for (const line of [...bugs, ...Object.keys(en.why).map(Number)]) {
    if (line > count) problems.push({ path: ['bugs'], message: `there is no line ${line}` });
  }
  for (const line of bugs) {
    if (!(String(line) in en.why)) {
      problems.push({ path: ['en', 'why'], message: `line ${line} is wrong: say why` });
    }
  }
  return problems;
}

function predictProblems(question: Extract<Question, { kind: 'predict' }>): Mismatch[] {
  const { as, answer, options, en, near } = question;
  if (as === 'option') {
    if (options === undefined)
      return [{ path: ['options'], message: '`as: option` needs options' }];
    return sameIds(options, en.options ?? {}, ['en', 'options']);
  }
  if (answer === undefined) return [{ path: ['answer'], message: `\`as: ${as}\` needs an answer` }];
  return sameIds(near, en.near, ['en', 'near']);
}

function keyed(ids: readonly string[]): Record<string, true> {
  return Object.fromEntries(ids.map((id) => [id, true]));
}

function sameIds(wanted: object, found: object, path: string[]): Mismatch[] {
  const missing = Object.keys(wanted).filter((id) => !(id in found));
  const strange = Object.keys(found).filter((id) => !(id in wanted));
  return [
    ...missing.map((id) => ({ path: [...path, id], message: 'has no text' })),
    ...strange.map((id) => ({
      path: [...path, id],
      message: 'has a text but is nowhere in the key',
    })),
  ];
}

function known(used: readonly string[], ids: readonly string[], path: string[]): Mismatch[] {
  return used
    .filter((id) => !ids.includes(id))
    .map((id) => ({ path, message: `"${id}" is none of ${ids.join(', ')}` }));
}
