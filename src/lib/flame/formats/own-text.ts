/**
 * A copy of a piece of the file's text. Engines make a slice by pointing into the whole, so one
 * frame name that is kept would keep 100 MB of text with it. JSON is the shortest way through
 * characters of its own: a third of the time of encoding and decoding.
 */
export function ownText(slice: string): string {
  return JSON.parse(JSON.stringify(slice)) as string;
}

/** The same of many, in less time than one by one. */
export function ownTexts(slices: readonly string[]): string[] {
  return JSON.parse(JSON.stringify(slices)) as string[];
}
