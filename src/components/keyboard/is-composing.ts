/**
 * Whether a key belongs to the input method, which takes it for the word that is being composed. Safari ends the
 * composition before it tells the page of the Enter that ended it: that one is known by its code alone, 229.
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
