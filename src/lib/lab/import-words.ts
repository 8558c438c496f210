import type { ImportIssue } from '../flame/index.ts';
import { formatWeight } from '../flame/index.ts';
import type { Locale } from '../i18n/index.ts';
import { adviceSentences } from './words/import-zh/advice.ts';
import { commonIssueSentences } from './words/import-zh/common-issues.ts';
import { errorSentences } from './words/import-zh/errors.ts';
import { otherIssueSentences } from './words/import-zh/other-issues.ts';
import type { Sentence } from './words/import-zh/sentence.ts';
import { importTitles } from './words/import-titles.ts';

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
}

export function sayImportError(fault: ImportFault, locale: Locale): SaidMessage {
  const { code, advice } = fault;
  const message = withoutAdvice(fault);
  const said = locale === 'en' ? undefined : inChinese(message, errorSentences);
  return {
    ...sayMessage(code, message, said, locale),
    ...placeOf(fault, locale),
    ...(advice === undefined ? {} : { advice: sayAdvice(advice, locale) }),
  };
}

export function sayImportIssue(issue: ImportIssue, locale: Locale): SaidMessage {
  const { code, message, excerpt, count } = issue;
  const said =
    locale === 'en'
      ? undefined
      : (inChinese(message, commonIssueSentences) ?? inChinese(message, otherIssueSentences));
  return {
    ...sayMessage(code, message, said, locale),
    ...placeOf(issue, locale),
    ...(excerpt === undefined ? {} : { excerpt }),
    ...(count === undefined ? {} : { count: sayCount(count, locale) }),
  };
}

function sayMessage(code: string, message: string, translated: string | undefined, locale: Locale) {
  const title = importTitles[code]?.[locale] ?? code;
  if (locale === 'en') return { code, title, what: message };
  return translated === undefined
    ? { code, title, what: `${title}。`, detail: message }
    : { code, title, what: translated };
}

/** An `ImportError` has its advice in its message too. */
function withoutAdvice({ message, advice }: ImportFault): string {
  const isWithin = advice !== undefined && message.endsWith(` ${advice}`);
  return isWithin ? message.slice(0, -advice.length - 1) : message;
}

/** Advice that nobody translated is better in English than not at all. */
function sayAdvice(advice: string, locale: Locale): string {
  return locale === 'en' ? advice : (inChinese(advice, adviceSentences) ?? advice);
}

function inChinese(english: string, sentences: readonly Sentence[]): string | undefined {
  for (const [pattern, chinese] of sentences) {
    const match = pattern.exec(english);
    // The replacement is a function, since what was found may hold `$1` itself.
    if (match !== null)
      return chinese.replace(/\$(\d)/g, (_all, group) => match[Number(group)] ?? '');
  }
  return undefined;
}

function placeOf(
  { line, byte }: { readonly line?: number | undefined; readonly byte?: number | undefined },
  locale: Locale,
): { where?: string } {
  const number = (value: number) => formatWeight(value, 'count', locale);
  if (line !== undefined) {
    return { where: locale === 'zh' ? `第 ${number(line)} 行` : `line ${number(line)}` };
  }
  if (byte === undefined) return {};
  return { where: locale === 'zh' ? `第 ${number(byte)} 字节处` : `at byte ${number(byte)}` };
}

function sayCount(count: number, locale: Locale): string {
  const number = formatWeight(count, 'count', locale);
  if (locale === 'zh') return `共 ${number} 处`;
  return count === 1 ? 'in one place' : `in ${number} places`;
}
