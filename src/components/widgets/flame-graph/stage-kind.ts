import type { FlameGraphView } from './flame-graph-view.ts';

export type StageKind = 'svg' | 'canvas' | 'call-tree' | 'functions';

/** With more boxes than this an element for each is slower than a canvas: docs/adr. */
const mostElements = 1500;

/** What shows a view: also asked by the server, which leaves room for what a canvas brings. */
export function stageKindOf({ view, tree }: Pick<FlameGraphView, 'view' | 'tree'>): StageKind {
  if (view === 'call-tree' || view === 'functions') return view;
  return tree.size > mostElements ? 'canvas' : 'svg';
}
