import { questionKinds } from '../quiz/index.ts';
import type { Attempt, AttemptOf } from '../quiz/index.ts';
import { migrateEvent } from './migrate-event.ts';
import { answerModes } from './progress-event.ts';
import type { AnswerEvent, ProgressEvent, SettingEvent } from './progress-event.ts';

type Fields = Readonly<Record<string, unknown>>;

const longestText = 20_000;
const outcomes = ['right', 'partly', 'wrong', 'noted'] as const;

/**
 * An event from anything that was stored or imported, brought up to date; `undefined` for what is
 * no event. It never throws: a broken record must not break a page.
 */
export function parseEvent(value: unknown): ProgressEvent | undefined {
  const fields = isFields(value) ? migrateEvent(value) : undefined;
  if (fields === undefined || fields['schema'] !== 1) return undefined;
  if (!isText(fields['id'], 100) || !isCount(fields['at'])) return undefined;
  const base = { schema: 1 as const, id: fields['id'], at: fields['at'] };
  if (fields['type'] === 'answer') return parseAnswer(fields, base);
  if (fields['type'] === 'setting') return parseSetting(fields, base);
  return undefined;
}

type Base = Pick<AnswerEvent, 'schema' | 'id' | 'at'>;

function parseAnswer(fields: Fields, base: Base): AnswerEvent | undefined {
  const { question, version, earned, of, ms, hints, confidence, session } = fields as {
    [name: string]: unknown;
  };
  const outcome = outcomes.find((known) => known === fields['outcome']);
  const mode = answerModes.find((known) => known === fields['mode']);
  const attempt = parseAttempt(fields['attempt']);
  if (outcome === undefined || mode === undefined || attempt === undefined) return undefined;
  if (!isText(question, 200) || !isCount(version)) return undefined;
  if (!isCount(earned) || !isCount(of) || !isCount(ms) || !isCount(hints)) return undefined;
  return {
    ...base,
    type: 'answer',
    question,
    version,
    attempt,
    outcome,
    earned,
    of,
    ms,
    hints,
    mode,
    ...(confidence === 1 || confidence === 2 || confidence === 3 ? { confidence } : {}),
    ...(isText(session, 200) ? { session } : {}),
  };
}

function parseSetting({ name, value }: Fields, base: Base): SettingEvent | undefined {
  if (!isText(name, 200) || value === undefined) return undefined;
  if (JSON.stringify(value).length > longestText) return undefined;
  return { ...base, type: 'setting', name, value: value as SettingEvent['value'] };
}

/** How an attempt of each kind is read; nothing comes along that is not an attempt's. */
const attemptReaders: {
  readonly [K in Attempt['kind']]: (fields: Fields) => AttemptOf<K> | undefined;
} = {
  choice: (fields) => ({ kind: 'choice', ...textIn(fields, 'option') }),
  multi: ({ options }) => (areTexts(options) ? { kind: 'multi', options } : undefined),
  numeric: ({ text }) => (isText(text, longestText) ? { kind: 'numeric', text } : undefined),
  'click-frame': (fields) => ({ kind: 'click-frame', ...textIn(fields, 'path') }),
  order: ({ steps }) => (areTexts(steps) ? { kind: 'order', steps } : undefined),
  match: ({ pairs }) => (arePairs(pairs) ? { kind: 'match', pairs } : undefined),
  matrix: ({ pairs }) => (arePairs(pairs) ? { kind: 'matrix', pairs } : undefined),
  bug: (fields) => {
    const { lines } = fields;
    if (!Array.isArray(lines) || !lines.every(isCount)) return undefined;
    return { kind: 'bug', lines, ...textIn(fields, 'follow') };
  },
  open: ({ text, met }) =>
    isText(text, longestText) && areTexts(met) ? { kind: 'open', text, met } : undefined,
  predict: (fields) => ({
    kind: 'predict',
    ...textIn(fields, 'option'),
    ...textIn(fields, 'text'),
  }),
};

/** What goes back into a form. */
function parseAttempt(value: unknown): Attempt | undefined {
  if (!isFields(value)) return undefined;
  const kind = questionKinds.find((known) => known === value['kind']);
  return kind === undefined ? undefined : attemptReaders[kind](value);
}

/** A field that may be missing, and that is left out where it is no text. */
function textIn<N extends string>(fields: Fields, name: N): { readonly [name in N]?: string } {
  const text = fields[name];
  return isText(text, longestText) ? ({ [name]: text } as { [name in N]: string }) : {};
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function areTexts(value: unknown): value is string[] {
  return (
    Array.isArray(value) && value.length < 200 && value.every((one) => isText(one, longestText))
  );
}

function arePairs(value: unknown): value is Record<string, string> {
  return isFields(value) && areTexts(Object.values(value));
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
