import { offer, parseJson, typeInto } from './peer.ts';

interface FlamebearerData {
  readonly names: string[];
  readonly levels: number[][];
  readonly numTicks: number;
}

// Its viz.js is a classic script that keeps its data in top-level variables: `load` is defined
// beside it (see flamebearer.html) because a module cannot set them.
declare const loadFlamebearer: (data: FlamebearerData) => void;

const rowHeightPx = 18;

function canvas(): HTMLElement {
  const element = document.getElementById('canvas');
  if (element === null) throw new Error('no canvas');
  return element;
}

offer({
  load: (bytes) => loadFlamebearer(parseJson(bytes) as FlamebearerData),
  pointOf(depth, at) {
    const { left, top, width } = canvas().getBoundingClientRect();
    return { x: left + at * width, y: top + (depth + 1.5) * rowHeightPx };
  },
  reset: () => document.getElementById('reset')?.click(),
  search(text) {
    typeInto(document.getElementById('search') as HTMLInputElement, text);
  },
});
