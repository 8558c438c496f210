import { questionKinds } from '../quiz/index.ts';
import type { Attempt } from '../quiz/index.ts';
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

/** An attempt with nothing in it that is not an attempt's: it goes back into a form. */
function parseAttempt(value: unknown): Attempt | undefined {
  if (!isFields(value)) return undefined;
  const kind = questionKinds.find((known) => known === value['kind']);
  if (kind === undefined) return undefined;
  const { option, options, text, path, steps, pairs, lines, follow, met } = value;
  const one = (name: string, field: unknown) =>
    isText(field, longestText) ? { [name]: field } : {};
  switch (kind) {
    case 'choice':
      return { kind, ...one('option', option) };
    case 'multi':
      return areTexts(options) ? { kind, options } : undefined;
    case 'numeric':
      return isText(text, longestText) ? { kind, text } : undefined;
    case 'click-frame':
      return { kind, ...one('path', path) };
    case 'order':
      return areTexts(steps) ? { kind, steps } : undefined;
    case 'match':
    case 'matrix':
      return isFields(pairs) && areTexts(Object.values(pairs))
        ? { kind, pairs: pairs as Record<string, string> }
        : undefined;
    case 'bug':
      return Array.isArray(lines) && lines.every(isCount)
        ? { kind, lines, ...one('follow', follow) }
        : undefined;
    case 'open':
      return isText(text, longestText) && areTexts(met) ? { kind, text, met } : undefined;
    case 'predict':
      return { kind, ...one('option', option), ...one('text', text) };
  }
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

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
