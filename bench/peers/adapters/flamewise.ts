import '../../../src/styles/tokens.css';
import '../../../src/styles/reset.css';
import '../../../src/components/widgets/flame-graph/flame-graph.css';
import '../../../src/components/widgets/flame-graph/define.ts';
import { importInWorker } from '../../../src/lib/flame/worker/import-in-worker.ts';
import { offer, typeInto } from './peer.ts';
import { readPrepared } from './prepared.ts';

const graph = document.createElement('flame-graph');
graph.className = 'flame-graph';
graph.setAttribute('unit', 'samples');
graph.setAttribute('view', JSON.stringify({ orientation: 'icicle' }));
document.body.append(graph);

const rowHeightPx = 20;
const isPrepared = location.search.includes('prepared');
const isPair = location.search.includes('pair');
if (isPair) graph.setAttribute('view', JSON.stringify({ orientation: 'icicle', view: 'diff' }));

/** Two runs, which come in one file: see `writePair`. */
let texts: Uint8Array<ArrayBuffer>[] = [];

/** Each is read in a worker of its own, as the lab does. */
async function showPair(): Promise<void> {
  const [before, after] = await Promise.all(
    texts.map(
      async (text) => (await importInWorker(text, { fileName: 'bench.folded' })).profiles[0],
    ),
  );
  texts = [];
  if (before === undefined || after === undefined) throw new Error('no profile in the file');
  await graph.show(before, { after });
}

function picture(): Element {
  const element = graph.querySelector('.flame-picture');
  if (element === null) throw new Error('no picture');
  return element;
}

offer({
  unpack(bytes) {
    if (!isPair) return;
    const length = new DataView(bytes.buffer).getFloat64(0, true);
    texts = [bytes.slice(8, 8 + length), bytes.slice(8 + length)];
  },
  async load(bytes) {
    if (isPair) return await showPair();
    if (!isPrepared) return await graph.load(bytes, 'bench.folded');
    const { profile, tree, kinds } = readPrepared(bytes);
    await graph.show(profile, { tree, kinds });
  },
  pointOf(depth, at) {
    const { left, top, width } = picture().getBoundingClientRect();
    const scrolled = picture().scrollTop;
    return { x: left + at * width, y: top - scrolled + (depth + 1.5) * rowHeightPx };
  },
  zoomTo(from, to) {
    graph.view = { window: [from, to] };
  },
  reset() {
    graph.querySelector<HTMLElement>('.flame-icon-all')?.click();
  },
  search(text) {
    const input = graph.querySelector<HTMLInputElement>('.flame-search');
    if (input !== null) typeInto(input, text);
  },
  pan(share) {
    const deltaX = share * picture().clientWidth;
    const { left, top } = picture().getBoundingClientRect();
    const init = { deltaX, deltaY: 0, bubbles: true, cancelable: true };
    picture().dispatchEvent(
      new WheelEvent('wheel', { ...init, clientX: left + 100, clientY: top + 100 }),
    );
  },
});
