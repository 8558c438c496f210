import '../../../src/styles/tokens.css';
import '../../../src/styles/reset.css';
import '../../../src/components/widgets/flame-graph/flame-graph.css';
import '../../../src/components/widgets/flame-graph/define.ts';
import { offer, typeInto } from './peer.ts';
import { readPrepared } from './prepared.ts';

const graph = document.createElement('flame-graph');
graph.className = 'flame-graph';
graph.setAttribute('unit', 'samples');
graph.setAttribute('view', JSON.stringify({ orientation: 'icicle' }));
document.body.append(graph);

const rowHeightPx = 20;
const isPrepared = location.search.includes('prepared');

function picture(): Element {
  const element = graph.querySelector('.flame-picture');
  if (element === null) throw new Error('no picture');
  return element;
}

offer({
  async load(bytes) {
    if (!isPrepared) return await graph.load(bytes, 'bench.folded');
    const { profile, tree, kinds } = readPrepared(bytes);
    await graph.show(profile, { tree, kinds });
  },
  pointOf(depth, at) {
    const { left, top, width } = picture().getBoundingClientRect();
    const scrolled = picture().scrollTop;
    return { x: left + at * width, y: top - scrolled + (depth + 1.5) * rowHeightPx };
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
