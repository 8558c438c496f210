/** What one colour of the legend means. */
export interface LegendEntry {
  /** Class of the colour; empty for words alone. */
  readonly color: string;
  readonly name: string;
  /** Kind that the entry switches on and off; none where it is only an explanation. */
  readonly kind?: string;
}
