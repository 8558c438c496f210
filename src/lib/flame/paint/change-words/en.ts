/** What the library says of a changed frame in English. Numbers come formatted. */
export interface ChangeWords {
  readonly appeared: string;
  readonly vanished: string;
  readonly points: (points: string) => string;
  readonly chance: string;
  /** Between what is said of one frame. */
  readonly joint: string;
}

export const en: ChangeWords = {
  appeared: 'only after',
  vanished: 'only before',
  points: (points) => `${points} points`,
  chance: 'may be chance',
  joint: ', ',
};
