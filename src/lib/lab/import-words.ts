import type { ImportIssue } from '../flame/index.ts';
import { formatWeight } from '../flame/index.ts';
import { gatherWords, inLocale, jointsOf, sourceLocale } from '../i18n/index.ts';
import type { Locale } from '../i18n/index.ts';
import { sayLabText } from './say-lab-text.ts';
import type { Sentence } from './words/import-zh/sentence.ts';
import { importTitles } from './words/import-titles.ts';
import type { ImportWords } from './words/import-words.ts';

const words = gatherWords<ImportWords>(
  import.meta.glob('./words/import-words/*.ts', { eager: true, import: 'words' }),
);

/** An import's message in the reader's language. All of it is text: excerpts are the file's. */
export interface SaidMessage {
  readonly code: string;
  /** What it is about, in a few words. */
  readonly title: string;
  /** What is wrong, one sentence or two. */
  readonly what: string;
  /** Line or byte, in words; absent where the file's place is not known. */
  readonly where?: string;
  /** What to do about it. */
  readonly advice?: string;
  readonly excerpt?: string;
  /** How often, in words, where more places had it than are listed. */
  readonly count?: string;
  /** What the library said in English (`lang="en"`), where `what` says less than that. */
  readonly detail?: string;
}

/** An `ImportError`, or what a worker sends for one. */
export interface ImportFault {
  readonly code: string;
  readonly message: string;
  readonly line?: number | undefined;
  readonly byte?: number | undefined;
  readonly advice?: string | undefined;
  /** What could not be read first, where nothing was left for that. */
  readonly because?: ImportIssue | undefined;
}

export function sayImportError(fault: ImportFault, locale: Locale): SaidMessage {
  const { code, advice, because } = fault;
  const message = withoutReasons(fault);
  const said = translated(message, inLocale(words, locale).errors);
  return {
    ...withReason(sayMessage(code, message, said, locale), because, locale),
    ...placeOf(fault, locale),
    ...(advice === undefined ? {} : { advice: sayAdvice(advice, locale) }),
  };
}

export function sayImportIssue(issue: ImportIssue, locale: Locale): SaidMessage {
  const { code, message, excerpt, count } = issue;
  const said = translated(message, inLocale(words, locale).issues);
  return {
    ...sayMessage(code, message, said, locale),
    ...placeOf(issue, locale),
    ...(excerpt === undefined ? {} : { excerpt }),
    ...(count === undefined ? {} : { count: sayCount(count, locale) }),
  };
}

function sayMessage(code: string, message: string, said: string | undefined, locale: Locale) {
  const text = importTitles[code];
  const title = text === undefined ? code : sayLabText(text, locale);
  if (locale === sourceLocale) return { code, title, what: message };
  return said === undefined
    ? { code, title, what: inLocale(words, locale).sentence(title), detail: message }
    : { code, title, what: said };
}

/** An `ImportError` has its reason and its advice in its message too. */
function withoutReasons({ message, because, advice }: ImportFault): string {
  return withoutLast(withoutLast(message, advice), because?.message);
}

function withoutLast(message: string, sentence: string | undefined): string {
  const isWithin = sentence !== undefined && message.endsWith(` ${sentence}`);
  return isWithin ? message.slice(0, -sentence.length - 1) : message;
}

/** The message with the reason behind it, in the same language where that can be said in it. */
function withReason(
  said: Omit<SaidMessage, 'advice'>,
  because: ImportIssue | undefined,
  locale: Locale,
): Omit<SaidMessage, 'advice'> {
  if (because === undefined) return said;
  const reason = sayImportIssue(because, locale);
  const details = [said.detail, reason.detail].filter((detail) => detail !== undefined);
  return {
    ...said,
    what: [said.what, reason.what].join(jointsOf(locale).sentences),
    ...(details.length === 0 ? {} : { detail: details.join(' ') }),
  };
}

/** Advice that nobody translated is better in English than not at all. */
function sayAdvice(advice: string, locale: Locale): string {
  return translated(advice, inLocale(words, locale).advice) ?? advice;
}

function translated(english: string, sentences: readonly Sentence[]): string | undefined {
  for (const [pattern, said] of sentences) {
    const match = pattern.exec(english);
    // The replacement is a function, since what was found may hold `$1` itself.
    if (match !== null) return said.replace(/\$(\d)/g, (_all, group) => match[Number(group)] ?? '');
  }
  return undefined;
}

function placeOf(
  { line, byte }: { readonly line?: number | undefined; readonly byte?: number | undefined },
  locale: Locale,
): { where?: string } {
  const number = (value: number) => formatWeight(value, 'count', locale);
  if (line !== undefined) {
    return { where: inLocale(words, locale).line(number(line)) };
  }
  if (byte === undefined) return {};
  return { where: inLocale(words, locale).byte(number(byte)) };
}

function sayCount(count: number, locale: Locale): string {
  const number = formatWeight(count, 'count', locale);
  return inLocale(words, locale).places(number, count);
}
