import type { Measured } from '../analysis/measured.ts';
import type { WeightUnit } from '../model/weight.ts';
import { formatInterval, formatShare } from '../text/format-share.ts';
import { formatWeight } from '../text/format-weight.ts';

/** A profile's figures in words: weights with their unit, intervals only where there are any. */
export class Figures {
  readonly #unit: WeightUnit;
  readonly #words: FigureWords;

  constructor(unit: WeightUnit, words: FigureWords) {
    this.#unit = unit;
    this.#words = words;
  }

  weight(weight: number): string {
    return formatWeight(weight, this.#unit, this.#words.locale);
  }

  /** A weight as a number alone, where the unit was said before. */
  bare(weight: number): string {
    const isPlain = this.#unit === 'samples' || this.#unit === 'count';
    return isPlain ? this.number(weight) : this.weight(weight);
  }

  share({ share }: Measured): string {
    return formatShare(share, this.#words.locale);
  }

  /** Empty where the weights are no samples. */
  interval({ interval }: Measured): string {
    return interval === undefined ? '' : formatInterval(interval, this.#words.locale);
  }

  /** `8 samples, 16% (8.3–28.5%)`. */
  measured(measured: Measured): string {
    return this.#words.measured(
      this.weight(measured.weight),
      this.share(measured),
      this.interval(measured),
    );
  }

  number(value: number): string {
    return formatWeight(Math.round(value * 10) / 10, 'count', this.#words.locale);
  }
}

export interface FigureWords {
  readonly locale: string;
  /** `interval` is empty where there is none. */
  readonly measured: (weight: string, share: string, interval: string) => string;
}
