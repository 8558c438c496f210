/** What the library says of weights, shares and frames in English. Numbers come formatted. */
export interface Phrases {
  /** Between names in a list. */
  readonly list: string;
  /** `samples` weighs one or more; `number` is how that is written. */
  readonly samples: (number: string, samples: number) => string;
  /** Both ends of an interval; the second has its percent sign. */
  readonly interval: (low: string, high: string) => string;
  /** The box that holds everything. */
  readonly all: string;
  readonly frame: (name: string, share: string, total: string, self: string) => string;
  /** Of frames too thin to draw. */
  readonly held: (count: string, share: string) => string;
}

export const en: Phrases = {
  list: ', ',
  samples: (number, samples) => (samples === 1 ? `${number} sample` : `${number} samples`),
  interval: (low, high) => `${low}–${high}`,
  all: 'all',
  frame: (name, share, total, self) => `${name}, ${share}, ${total}, self ${self}`,
  held: (count, share) =>
    `${count} frame${count === '1' ? '' : 's'} too thin to draw, together ${share}; zoom in to see them`,
};
