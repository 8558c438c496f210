/** A viewer as the harness runs it. */
export interface Viewer {
  readonly id: string;
  /** File in `adapters/`. */
  readonly adapter: string;
  /** Its form of the profile: a file of `inputs.ts`. */
  readonly input: 'folded' | 'pair' | 'prepared' | 'levels' | 'nested' | 'timed' | 'nested-set';
  readonly query?: string;
  readonly order: 'byName' | 'byWeight';
  /** Nodes above which it does not finish in a minute (perf.md of the project's research). */
  readonly mostNodes?: number;
  /** Only the load is comparable: it draws by WebGL, which runs in software without a GPU. */
  readonly loadOnly?: boolean;
}

export const viewers: readonly Viewer[] = [
  { id: 'flamewise', adapter: 'flamewise', input: 'folded', order: 'byName' },
  {
    id: 'flamewise (prepared)',
    adapter: 'flamewise',
    input: 'prepared',
    query: 'prepared',
    order: 'byName',
  },
  {
    id: 'flamewise, two runs compared',
    adapter: 'flamewise',
    input: 'pair',
    query: 'pair',
    order: 'byName',
  },
  {
    id: 'speedscope 1.25.0',
    adapter: 'speedscope',
    input: 'folded',
    order: 'byWeight',
    loadOnly: true,
  },
  { id: 'flamebearer 1.1.3', adapter: 'flamebearer', input: 'levels', order: 'byWeight' },
  { id: 'flame-chart-js 3.3.0', adapter: 'flame-chart-js', input: 'timed', order: 'byWeight' },
  { id: '@grafana/flamegraph 13.0.1', adapter: 'grafana', input: 'nested-set', order: 'byWeight' },
  {
    id: 'd3-flame-graph 5.0.0, minFrameSize(1)',
    adapter: 'd3-flame-graph',
    input: 'nested',
    query: 'culled',
    order: 'byWeight',
    mostNodes: 200_000,
  },
];
