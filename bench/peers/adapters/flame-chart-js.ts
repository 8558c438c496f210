import { FlameChart } from 'flame-chart-js';
import { offer, parseJson } from './peer.ts';

const canvas = document.createElement('canvas');
canvas.width = 1280;
canvas.height = 700;
document.body.append(canvas);

let chart: FlameChart | undefined;
let extent = 1;
let window_: [number, number] = [0, 1];

function show(from: number, to: number): void {
  window_ = [from, to];
  chart?.setZoom(from * extent, to * extent);
}

offer({
  load(bytes) {
    const data = parseJson(bytes) as { duration: number }[];
    extent = data.reduce((sum, { duration }) => sum + duration, 0);
    chart = new FlameChart({ canvas, data, settings: {} });
    chart.render();
  },
  zoomTo: show,
  reset: () => show(0, 1),
  pan(share) {
    const by = share * (window_[1] - window_[0]);
    show(window_[0] + by, window_[1] + by);
  },
});
