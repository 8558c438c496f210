/**
 * Shows a question's answer on a graph of this page: its own one, or the lesson's if it is of the
 * same sample. Says whether there was one; otherwise the link leads to the sample's page.
 */
export function showOnGraph(quiz: HTMLElement): boolean {
  const { shows, sample } = quiz.dataset;
  const graphs = [quiz.querySelector('flame-graph'), document.querySelector('flame-graph')];
  const graph = graphs.find((one) => one?.getAttribute('sample') === sample);
  if (graph == null || shows === undefined) return false;
  graph.view = JSON.parse(shows) as unknown;
  graph.scrollIntoView({ block: 'nearest' });
  return true;
}
