import type { Said } from './say.ts';

/** Something that an importer could not read, changed, or had to assume. Never silent. */
export interface ImportIssue extends Said {
  /** Stable, kebab-case: `no-weight`, `invalid-utf8`, `truncated`, `assumed-unit`… */
  readonly code: string;
  /** 1-based, for text. */
  readonly line?: number;
  /** 0-based offset, for binary data. */
  readonly byte?: number;
  /** At most 80 characters of the input, as text. */
  readonly excerpt?: string;
  /** How many places had this issue, where there were more than are listed one by one. */
  readonly count?: number;
}

/** Issues of one code that are listed one by one. */
export const listedOfEachCode = 20;
const excerptLength = 80;

/**
 * Collects issues. Lists the first few of each code and counts the rest, so that a file of ten
 * million bad lines gives a short list with true numbers.
 */
export class ImportReport {
  readonly #issues: ImportIssue[] = [];
  readonly #seen = new Map<string, number>();

  add(issue: ImportIssue): void {
    const isListed = this.isListing(issue.code);
    this.count(issue.code);
    if (!isListed) return;
    const { excerpt } = issue;
    this.#issues.push(
      excerpt !== undefined && excerpt.length > excerptLength
        ? { ...issue, excerpt: `${excerpt.slice(0, excerptLength - 1)}…` }
        : issue,
    );
  }

  /** Whether the next issue of this code is listed. One that is not needs no words: `count` it. */
  isListing(code: string): boolean {
    return this.countOf(code) < listedOfEachCode;
  }

  /** Counts an issue that is not listed any more. */
  count(code: string): void {
    this.#seen.set(code, this.countOf(code) + 1);
  }

  /** Adds what another report holds, listed or only counted. */
  take(other: ImportReport): void {
    for (const issue of other.#issues) {
      if (this.countOf(issue.code) < listedOfEachCode) this.#issues.push(issue);
    }
    for (const [code, seen] of other.#seen) this.#seen.set(code, this.countOf(code) + seen);
  }

  /** How often this code was reported, listed or not. */
  countOf(code: string): number {
    return this.#seen.get(code) ?? 0;
  }

  /** The listed issues; where a code was cut short, its last listed issue carries the full count. */
  finish(): ImportIssue[] {
    const last = new Map<string, number>();
    this.#issues.forEach((issue, index) => last.set(issue.code, index));
    return this.#issues.map((issue, index) => {
      const seen = this.countOf(issue.code);
      return seen > listedOfEachCode && last.get(issue.code) === index
        ? { ...issue, count: seen }
        : issue;
    });
  }
}
