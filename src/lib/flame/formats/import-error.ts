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

  constructor(
    code: string,
    message: string,
    where: { line?: number; byte?: number; advice?: string } = {},
  ) {
    super(where.advice === undefined ? message : `${message} ${where.advice}`);
    this.code = code;
    this.line = where.line;
    this.byte = where.byte;
    this.advice = where.advice;
  }
}
