import { exportedMarks, thinnestEdgedPx, thinnestLinedPx } from '../../../lib/flame/index.ts';
import type { ExportPalette, PaintedBox, Scene } from '../../../lib/flame/index.ts';
import { nextTask } from './when-idle.ts';

/** Chromium's largest canvas: 32,767 pixels to a side. */
const highestPx = 32_000;
const headerPx = 30;
const marginPx = 10;
const labelFont = '11px ui-monospace, monospace';
/** Boxes drawn between two looks at the clock, and how long the page waits for one slice. */
const boxesAtOnce = 200;
const sliceMs = 12;

interface PlannedPng {
  readonly scene: Scene;
  readonly palette: ExportPalette;
}

/**
 * A picture of the scene as `exportSvg` lays it out, of twice its size, as screens of today show it; in
 * the theme of the page. Drawn slice by slice: an SVG of ten thousand boxes as an image is one long task.
 */
export async function drawPng({ scene, palette }: PlannedPng, title: string): Promise<Blob> {
  const [width, height] = [scene.widthPx + 2 * marginPx, scene.heightPx + headerPx + marginPx];
  const scale = Math.min(2, highestPx / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const surface = canvas.getContext('2d');
  if (surface === null) throw new Error('There is no canvas to draw on.');
  const theme = isDark() ? 'dark' : 'light';
  surface.scale(scale, scale);
  surface.fillStyle = palette.paper[theme];
  surface.fillRect(0, 0, width, height);
  surface.fillStyle = palette.ink[theme];
  surface.font = '600 14px system-ui, sans-serif';
  surface.fillText(title, marginPx, 20);
  let since = performance.now();
  for (let from = 0; from < scene.boxes.length; from += boxesAtOnce) {
    for (const box of scene.boxes.slice(from, from + boxesAtOnce)) {
      drawBox(surface, box, scene, palette, theme);
    }
    if (performance.now() - since < sliceMs) continue;
    await nextTask();
    since = performance.now();
  }
  return await new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no PNG')) : resolve(blob))),
  );
}

function drawBox(
  surface: CanvasRenderingContext2D,
  box: PaintedBox,
  { widthPx, rowHeightPx }: Scene,
  palette: ExportPalette,
  theme: 'light' | 'dark',
): void {
  const [x, y] = [marginPx + box.x * widthPx, headerPx + box.y];
  const width = box.width * widthPx;
  const mark = exportedMarks.findLast((each) => box.marks.includes(each));
  const marked = mark === undefined ? undefined : palette.marked?.[`${box.color} ${mark}`];
  const edge = edgeOf(box, palette);
  const isThin = width < thinnestEdgedPx;
  const color = (isThin ? edge : undefined) ?? marked ?? palette.classes[box.color];
  surface.fillStyle = (color ?? palette.ink)[theme];
  surface.fillRect(x, y, width, rowHeightPx - 1);
  drawLine(surface, box, palette, [x, y + rowHeightPx - 2.5, width], theme);
  surface.strokeStyle = (edge ?? palette.paper)[theme];
  surface.lineWidth = edge === undefined ? 0.5 : 2;
  if (!isThin || edge === undefined) surface.strokeRect(x, y, width, rowHeightPx - 1);
  if (box.label !== '') drawLabel(surface, box, palette, [x, y, width, rowHeightPx], theme);
}

function drawLabel(
  surface: CanvasRenderingContext2D,
  { color, label, marks }: PaintedBox,
  palette: ExportPalette,
  [x, y, width, height]: readonly [x: number, y: number, width: number, height: number],
  theme: 'light' | 'dark',
): void {
  const mark = exportedMarks.findLast((each) => marks.includes(each));
  const isInked = color === 'kind-all' || mark !== undefined;
  surface.fillStyle = palette[isInked ? 'ink' : 'label'][theme];
  surface.font = `${mark === undefined ? '' : (fontOfMark[mark] ?? '')}${labelFont}`;
  surface.globalAlpha = mark === 'dimmed' ? 0.6 : 1;
  surface.fillText(label, x + 4, y + Math.round(height / 2 + 3.5), width - 4);
  surface.globalAlpha = 1;
}

/** The thick edge of what is selected or found; `undefined` for all others. */
function edgeOf({ marks }: PaintedBox, { ink, match = ink }: ExportPalette) {
  if (marks.includes('selected')) return ink;
  return marks.includes('matched') ? match : undefined;
}

const fontOfMark: Readonly<Record<string, string>> = { noise: 'italic ', matched: '700 ' };

/** The line along a box, which tells its kind without colour. */
function drawLine(
  surface: CanvasRenderingContext2D,
  { color }: PaintedBox,
  { dashes, label }: ExportPalette,
  [x, y, width]: readonly [x: number, y: number, width: number],
  theme: 'light' | 'dark',
): void {
  const lengths = dashes?.[color];
  if (lengths === undefined || width < thinnestLinedPx) return;
  surface.setLineDash(lengths === 'none' ? [] : lengths.split(/[\s,]+/).map(Number));
  surface.strokeStyle = label[theme];
  surface.lineWidth = 2;
  surface.globalAlpha = 0.45;
  surface.beginPath();
  surface.moveTo(x, y);
  surface.lineTo(x + width, y);
  surface.stroke();
  surface.globalAlpha = 1;
  surface.setLineDash([]);
}

/** The reader's choice, else the system's. */
function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme === undefined
    ? matchMedia('(prefers-color-scheme: dark)').matches
    : theme === 'dark';
}
