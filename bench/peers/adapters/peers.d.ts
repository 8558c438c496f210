// What is used of the peers, which are not among the project's own dependencies.

declare module '*.css';

declare module 'd3-flame-graph' {
  interface FlameGraphChart {
    (selection: unknown): void;
    width(px: number): this;
    cellHeight(px: number): this;
    transitionDuration(ms: number): this;
    minFrameSize(px: number): this;
    inverted(rootOnTop: boolean): this;
    resetZoom(): void;
    search(text: string): void;
    clear(): void;
  }
  export default function flamegraph(): FlameGraphChart;
}

declare module '*/react-custom-scrollbars-2/lib/index.js' {
  export const Scrollbars: unknown;
}

declare module 'd3-selection' {
  interface Selection {
    datum(data: unknown): this;
    call(draw: (selection: unknown) => void): this;
  }
  export function select(element: Element): Selection;
}

declare module 'flame-chart-js' {
  export class FlameChart {
    constructor(options: { canvas: HTMLCanvasElement; data: unknown; settings: unknown });
    render(): void;
    setZoom(start: number, end: number): void;
  }
}

declare module '@grafana/data' {
  export const FieldType: { readonly number: string; readonly enum: string };
  export function createDataFrame(frame: { fields: readonly unknown[] }): unknown;
  export function createTheme(options: unknown): unknown;
}

declare module '@grafana/flamegraph' {
  export const FlameGraph: unknown;
}

declare module 'react' {
  export function createElement(type: unknown, props: unknown): unknown;
}

declare module 'react-dom/client' {
  export function createRoot(element: Element): { render(element: unknown): void };
}
