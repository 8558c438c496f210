import type { OpenedSide } from '../open/opened-side.ts';
import type { LabWords } from '../load-words.ts';
import type { DeskSide } from './desk-side.ts';
import { DeskGraph } from './desk-graph.ts';

export interface DeskGraphsOptions {
  readonly words: LabWords;
  /** The reader changed a view, or chose a frame. */
  readonly onChange: () => void;
}

/**
 * The graphs of a desk: of one profile, or of what changed between two; and of each of the two alone,
 * made when the reader asks for its reading. One is in sight at a time.
 */
export class DeskGraphs {
  readonly main: DeskGraph;
  readonly #alone = new Map<DeskSide, DeskGraph>();
  readonly #sides: { readonly before: OpenedSide; readonly after: OpenedSide | undefined };
  readonly #options: DeskGraphsOptions;
  #shown: DeskGraph;

  constructor(before: OpenedSide, after: OpenedSide | undefined, options: DeskGraphsOptions) {
    this.#options = options;
    this.#sides = { before, after };
    this.main = new DeskGraph(before, after, { ...options, id: 'lab-graph' });
    this.#shown = this.main;
  }

  /** The graph that is in sight: what is said beside it is shown there. */
  get shown(): DeskGraph {
    return this.#shown;
  }

  async turn(side: DeskSide): Promise<void> {
    const known = side === 'main' ? this.main : this.#alone.get(side);
    const graph = known ?? this.#make(side);
    if (graph === this.#shown) return;
    this.#shown.element.hidden = true;
    graph.element.hidden = false;
    this.#shown = graph;
    if (known !== undefined) return;
    this.main.element.after(graph.element);
    await graph.show(null);
  }

  #make(side: DeskSide): DeskGraph {
    const opened =
      side === 'after' ? (this.#sides.after ?? this.#sides.before) : this.#sides.before;
    const { words } = this.#options;
    const label = `${words.graph}: ${opened.title}`;
    // The address is that of the comparison.
    const own = { id: `lab-graph-${side}`, label, isLinked: false };
    const graph = new DeskGraph(opened, undefined, { ...this.#options, ...own });
    this.#alone.set(side, graph);
    return graph;
  }
}
