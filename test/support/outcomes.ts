/** Counts what became of fuzzed files, to be printed when all are read. */
export class Outcomes {
  readonly #counts = new Map<string, number>();

  add(outcome: string): void {
    this.#counts.set(outcome, (this.#counts.get(outcome) ?? 0) + 1);
  }

  /** A line for all cases, and one for each outcome, the most frequent first. */
  toString(): string {
    const lines = [...this.#counts].sort(([, a], [, b]) => b - a);
    const all = lines.reduce((sum, [, count]) => sum + count, 0);
    return [[`${all} cases`, ''] as const, ...lines]
      .map(([outcome, count]) => `  ${outcome.padEnd(24)}${String(count).padStart(9)}`)
      .join('\n');
  }
}
