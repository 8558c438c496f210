import { expressionOf, factsOf, pathOf } from '../../../lib/flame/graph.ts';
import type { FrameFacts, ViewState } from '../../../lib/flame/index.ts';
import type { FlameGraphView } from './flame-graph-view.ts';

/** What `framefocus` and `frameselect` say of a frame. */
export interface FrameEventDetail {
  /** Row of the tree that is shown; -1 for everything. */
  readonly row: number;
  readonly name: string;
  /** Frame names from the root to this frame. */
  readonly path: readonly string[];
  /** A short path expression that names the frame: what `ViewState` and links hold. */
  readonly expression: string;
  readonly facts: FrameFacts;
}

export type FrameFocusEvent = CustomEvent<FrameEventDetail>;
export type FrameSelectEvent = CustomEvent<FrameEventDetail>;
/** The reader changed the view; not fired for a view that the page set. */
export type ViewChangeEvent = CustomEvent<{ readonly view: ViewState }>;
export type ImportErrorEvent = CustomEvent<{ readonly error: Error }>;

/** The detail of an event; path, expression and facts are worked out when somebody asks. */
export function frameDetail({ tree }: FlameGraphView, row: number): FrameEventDetail {
  return {
    row,
    get name() {
      return this.facts.name;
    },
    get path() {
      return pathOf(tree, row);
    },
    get expression() {
      return expressionOf(tree, row);
    },
    get facts() {
      return factsOf(tree, row);
    },
  };
}
