/** Shows a question's answer on the page's graph: its own one, or else the lesson's. */
export function showOnGraph(quiz: HTMLElement): void {
  const graph = quiz.querySelector('flame-graph') ?? document.querySelector('flame-graph');
  const { shows } = quiz.dataset;
  if (graph === null || shows === undefined) return;
  graph.view = JSON.parse(shows) as unknown;
  graph.scrollIntoView({ block: 'nearest' });
}
