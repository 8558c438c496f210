/**
 * Joins the steps of a lesson's text to its graph: a step that is scrolled past the line, or whose
 * link is followed, sets the graph's view. Scrolling is never taken over, and only what the reader
 * asked for is announced.
 */
export class LessonGraphElement extends HTMLElement {
  static define(): void {
    if (customElements.get('lesson-graph') === undefined) {
      customElements.define('lesson-graph', LessonGraphElement);
    }
  }
}
