import { noStack, type ProfileBuilder } from '../../model/profile-builder.ts';
import type { ImportIssue, ImportReport } from '../import-issue.ts';
import { asNumber } from '../json/json-value.ts';
import { brokenStack } from './linked-stacks.ts';

/** Larger weights are taken for damage: their sum would leave the numbers that can be added. */
const largestWeight = 1e290;

interface SampleIntakeOptions {
  /** What one unit of the file's weight is in the profile's unit. */
  readonly scale: number;
  /** Memory that was freed, or a difference. Everywhere else a negative weight is an error. */
  readonly mayBeNegative?: boolean;
}

/**
 * Puts the samples of one profile into its builder and counts those that cannot be: idle ones
 * (no stack), those whose weight is no number or negative, those whose stack is damaged.
 */
export class SampleIntake {
  readonly #builder: ProfileBuilder;
  readonly #scale: number;
  readonly #mayBeNegative: boolean;
  #idle = 0;
  #idleWeight = 0;
  #negative = 0;
  #notNumbers = 0;
  #broken = 0;

  constructor(builder: ProfileBuilder, { scale, mayBeNegative = false }: SampleIntakeOptions) {
    this.#builder = builder;
    this.#scale = scale;
    this.#mayBeNegative = mayBeNegative;
  }

  /**
   * Takes one sample; `time` in nanoseconds for all samples or for none. Gives the weight in the
   * profile's unit: 0 where it is no usable number.
   */
  add(stack: number, fileWeight: unknown, time?: number): number {
    const number = asNumber(fileWeight) ?? Infinity;
    const weight = number * this.#scale;
    if (!(Math.abs(weight) <= largestWeight)) {
      this.#notNumbers++;
      return 0;
    }
    this.#take(stack, number, weight, time);
    return weight;
  }

  #take(stack: number, number: number, weight: number, time: number | undefined): void {
    if (weight < 0 && !this.#mayBeNegative) this.#negative++;
    else if (stack === noStack) {
      this.#idle++;
      this.#idleWeight += number;
    } else if (stack === brokenStack) this.#broken++;
    else this.#builder.sample(stack, weight, time);
  }

  /** Says what was left out, one issue a reason. `unit` names the file's unit of weight. */
  reportTo(report: ImportReport, profileName: string, unit: string): void {
    const where = `"${profileName}"`;
    const left = (code: string, count: number, message: string): void => {
      const issue: ImportIssue = { code, message, count };
      if (count > 0) report.add(issue);
    };
    left(
      'no-stack',
      this.#idle,
      `${where}: ${this.#idle} samples (${roundedTo6(this.#idleWeight)} ${unit}) have no stack: nothing ran. They are not in the profile.`,
    );
    left(
      'negative-weight',
      this.#negative,
      `${where}: ${this.#negative} samples have a negative weight. They were left out.`,
    );
    left(
      'bad-weight',
      this.#notNumbers,
      `${where}: ${this.#notNumbers} samples have a weight that is no usable number. They were left out.`,
    );
    left(
      'broken-stack',
      this.#broken,
      `${where}: ${this.#broken} samples name a stack or frame that is not in the file. They were left out.`,
    );
  }
}

function roundedTo6(value: number): number {
  return Number(value.toPrecision(6));
}
