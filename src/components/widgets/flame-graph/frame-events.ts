import { expressionOf, factsOf, pathOf } from '../../../lib/flame/index.ts';
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
export class FrameDetailOfView implements FrameEventDetail {
  readonly row: number;
  readonly #view: FlameGraphView;

  constructor(view: FlameGraphView, row: number) {
    this.#view = view;
    this.row = row;
  }

  get name(): string {
    return this.facts.name;
  }

  get path(): readonly string[] {
    return pathOf(this.#view.tree, this.row);
  }

  get expression(): string {
    return expressionOf(this.#view.tree, this.row);
  }

  get facts(): FrameFacts {
    return factsOf(this.#view.tree, this.row);
  }
}
