/** What one colour of the legend means. */
export interface LegendEntry {
  /** Class of the colour; empty for words alone. */
  readonly color: string;
  readonly name: string;
  /**
   * What the entry switches on and off (`ViewState.muted`): a kind, or how the classes of the colours begin. None
   * where it is only an explanation.
   */
  readonly muted?: string;
}
