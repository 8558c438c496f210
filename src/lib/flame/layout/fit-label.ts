/** Width of a text in CSS pixels, in the font of the labels. */
export type MeasureText = (text: string) => number;

const ellipsis = '…';
// Two letters and an ellipsis say less than nothing: they look like a name.
const fewestLetters = 3;

/**
 * The label for a box: the first of the given wordings that fits, else the last one cut at its end.
 * Give the wordings from the fullest to the shortest, as `text/` makes them from a frame name.
 *
 * @returns an empty string where not even a few letters fit
 */
export function fitLabel(
  wordings: readonly string[],
  widthPx: number,
  measure: MeasureText,
): string {
  const fitting = wordings.find((wording) => measure(wording) <= widthPx);
  if (fitting !== undefined) return fitting;
  // By code point, so that no character is cut in half.
  const letters = [...(wordings.at(-1) ?? '')];
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (measure(letters.slice(0, middle).join('') + ellipsis) <= widthPx) low = middle;
    else high = middle - 1;
  }
  return low < fewestLetters ? '' : letters.slice(0, low).join('') + ellipsis;
}
