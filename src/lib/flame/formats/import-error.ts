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
  /** What is wrong, without the advice, and what was filled into the sentence: see `Said`. */
  readonly said: Said;

  constructor(
    code: string,
    what: string | Said,
    where: { line?: number; byte?: number; advice?: string } = {},
  ) {
    const said = typeof what === 'string' ? { message: what } : what;
    super(where.advice === undefined ? said.message : `${said.message} ${where.advice}`);
    this.said = said;
    this.code = code;
    this.line = where.line;
    this.byte = where.byte;
    this.advice = where.advice;
  }
}
