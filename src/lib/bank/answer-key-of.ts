import type { Question, QuestionOf } from '../../content/schemas/question.ts';
import type { Profile } from '../flame/index.ts';
import { evaluateCheck, evaluateQuery, findPaths, numberOf } from '../query/index.ts';
import type { Check, Query, Selector } from '../query/index.ts';
import type { AnswerKey, KeyOf, NumericKey, Target } from '../quiz/index.ts';
import type { QuestionProfiles } from './question-profiles.ts';

/**
 * The key of a question with everything computed that can be. Throws an Error that names the
 * question when a query finds nothing, or when not exactly one option is right where one must be.
 */
export function answerKeyOf(question: Question, profiles: QuestionProfiles): AnswerKey {
  try {
    return keyOfKind(question, new KeySource(profiles));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`question ${question.id}: ${why}`, { cause: error });
  }
}

type Options = Readonly<Record<string, { right?: true | undefined; holds?: Check | undefined }>>;
type NumberKey = { tolerance: number } & ({ query: Query } | { value: number });

/** Answers what a key asks of the question's profiles. */
class KeySource {
  readonly #profiles: QuestionProfiles;

  constructor(profiles: QuestionProfiles) {
    this.#profiles = profiles;
  }

  get profile(): Profile {
    const { profile } = this.#profiles;
    if (profile === undefined) throw new Error('asks a profile, but names no `sample`');
    return profile;
  }

  rightOf(options: Options): string[] {
    return Object.entries(options)
      .filter(
        ([, { right, holds }]) => right === true || (holds !== undefined && this.#holds(holds)),
      )
      .map(([id]) => id);
  }

  onlyRightOf(options: Options): string {
    const right = this.rightOf(options);
    const [only] = right;
    if (only === undefined || right.length > 1) {
      throw new Error(`one option must be right, not ${right.length} (${right.join(', ')})`);
    }
    return only;
  }

  #holds(check: Check): boolean {
    return evaluateCheck(this.profile, check, this.#profiles);
  }

  /** In percent where the question asks for a share. */
  target(key: NumberKey, isShare: boolean): Target {
    const { tolerance } = key;
    if ('value' in key) return { value: key.value, tolerance };
    const result = evaluateQuery(this.profile, key.query, this.#profiles);
    const scale = isShare ? 100 : 1;
    if (isShare && result.kind === 'weight') {
      return { value: (result.value / result.of) * scale, tolerance };
    }
    return { value: numberOf(key.query, result) * scale, tolerance };
  }

  /** Boxes of the profile; on a graph that compares two, those of the second as well. */
  paths(selector: Selector, compared: boolean): string[] {
    const { after } = this.#profiles;
    if (!compared || after === undefined) return findPaths(this.profile, selector);
    const appeared = findPaths(after, selector, true);
    return [...new Set([...findPaths(this.profile, selector, appeared.length > 0), ...appeared])];
  }
}

// One line a kind: a new kind without one does not compile.
function keyOfKind(question: Question, source: KeySource): AnswerKey {
  switch (question.kind) {
    case 'choice':
      return choiceKey(question.options, source);
    case 'multi':
      return multiKey(question, source);
    case 'numeric':
      return numericKey(question, question.answer, question.as, source);
    case 'click-frame':
      return clickFrameKey(question, source);
    case 'order':
      return orderKey(question);
    case 'match':
      return { kind: 'match', choices: question.choices, pairs: question.pairs };
    case 'matrix':
      return { kind: 'matrix', columns: question.columns, pairs: question.rows };
    case 'bug':
      return bugKey(question, source);
    case 'open':
      return openKey(question);
    case 'predict':
      return predictKey(question, source);
  }
}

function choiceKey(options: Options, source: KeySource): KeyOf<'choice'> {
  return { kind: 'choice', options: Object.keys(options), right: source.onlyRightOf(options) };
}

function multiKey({ options }: QuestionOf<'multi'>, source: KeySource): KeyOf<'multi'> {
  const right = source.rightOf(options);
  if (right.length === 0) throw new Error('no option is right');
  return { kind: 'multi', options: Object.keys(options), right };
}

function numericKey(
  { near, en, zh }: QuestionOf<'numeric'> | QuestionOf<'predict'>,
  answer: NumberKey,
  as: 'share' | 'number',
  source: KeySource,
): NumericKey {
  const targets = Object.entries(near).map(([id, key]) => ({
    id,
    ...source.target(key, as === 'share'),
  }));
  const target = source.target(answer, as === 'share');
  const units = [...new Set([en.unit ?? '', zh.unit ?? ''])].filter((unit) => unit !== '');
  return { kind: 'numeric', as, units, ...target, near: targets };
}

function clickFrameKey(
  question: QuestionOf<'click-frame'>,
  source: KeySource,
): KeyOf<'click-frame'> {
  const compared = question.view['view'] === 'diff';
  const right = source.paths(question.answer.frames, compared);
  const near = Object.entries(question.near).map(([id, selector]) => ({
    id,
    paths: source.paths(selector, compared).filter((path) => !right.includes(path)),
  }));
  return { kind: 'click-frame', right, near };
}

function orderKey({ steps, before }: QuestionOf<'order'>): KeyOf<'order'> {
  return { kind: 'order', steps, ...(before === undefined ? {} : { before }) };
}

function bugKey(question: QuestionOf<'bug'>, source: KeySource): KeyOf<'bug'> {
  const { code, bugs, follow, en } = question;
  const lineCount = code === undefined ? (en.lines?.length ?? 0) : linesOf(code).length;
  if (follow === undefined) return { kind: 'bug', lineCount, bugs };
  const { options, right } = choiceKey(follow, source);
  return { kind: 'bug', lineCount, bugs, follow: { options, right } };
}

/** Lines of a block of code, without the newline that ends a YAML block. */
export function linesOf(code: string): string[] {
  return code.trimEnd().split('\n');
}

function openKey({ minimum, criteria }: QuestionOf<'open'>): KeyOf<'open'> {
  const list = Object.entries(criteria).map(([id, { points, keywords }]) => ({
    id,
    points,
    keywords,
  }));
  return { kind: 'open', minimum, criteria: list };
}

function predictKey(question: QuestionOf<'predict'>, source: KeySource): KeyOf<'predict'> {
  const { as, answer, options } = question;
  if (as === 'option') return { kind: 'predict', asked: choiceKey(options ?? {}, source) };
  if (answer === undefined) throw new Error('has no answer');
  return { kind: 'predict', asked: numericKey(question, answer, as, source) };
}
