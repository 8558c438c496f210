import type { ImportIssue } from './import-issue.ts';
import type { Said } from './say.ts';

/** Nothing usable could be read. Says what, where and what to do. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  /** Stable, kebab-case: `empty`, `unknown-format`, `truncated`, `too-large`, `cancelled`… */
  readonly code: string;
  /** 1-based line, for text. */
  readonly line: number | undefined;
  /** 0-based offset, for binary data. */
  readonly byte: number | undefined;
  /** What the reader can do about it. It is part of `message` as well. */
  readonly advice: string | undefined;
  /** What could not be read first, where nothing was left for that. It is in `message` as well. */
  readonly because: ImportIssue | undefined;
  /** What is wrong, without reason and advice, and what was filled into the sentence: see `Said`. */
  readonly said: Said;

  constructor(
    code: string,
    what: string | Said,
    where: { line?: number; byte?: number; advice?: string; because?: ImportIssue } = {},
  ) {
    const said = typeof what === 'string' ? { message: what } : what;
    const sentences = [said.message, where.because?.message, where.advice];
    super(sentences.filter((sentence) => sentence !== undefined).join(' '));
    this.said = said;
    this.code = code;
    this.line = where.line;
    this.byte = where.byte;
    this.advice = where.advice;
    this.because = where.because;
  }
}
