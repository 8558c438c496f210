// By its path: the package does not export its style sheet.
import '../../../.cache/peers/node_modules/d3-flame-graph/dist/d3-flamegraph.css';
import flamegraph from 'd3-flame-graph';
import { select } from 'd3-selection';
import { offer, parseJson } from './peer.ts';

const rowHeightPx = 18;
const frame = document.createElement('div');
document.body.append(frame);
// Without it 100,000 frames are half a million elements: `?culled` is the kind comparison.
const thinnest = location.search.includes('culled') ? 1 : 0;
const chart = flamegraph()
  .width(1280)
  .cellHeight(rowHeightPx)
  .transitionDuration(0)
  .minFrameSize(thinnest)
  .inverted(true);

offer({
  load(bytes) {
    select(frame).datum(parseJson(bytes)).call(chart);
  },
  pointOf(depth, at) {
    const { left, top } = frame.querySelector('svg')?.getBoundingClientRect() ?? {
      left: 0,
      top: 0,
    };
    return { x: left + at * 1280, y: top + (depth + 1.5) * rowHeightPx };
  },
  reset: () => chart.resetZoom(),
  search: (text) => (text === '' ? chart.clear() : chart.search(text)),
});
