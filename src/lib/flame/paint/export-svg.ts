import { escapeXml } from './escape-xml.ts';
import { percentOf } from './paint-svg.ts';
import type { PaintedBox, Scene } from './scene.ts';

/** A colour for each theme. */
export interface ExportColor {
  readonly light: string;
  readonly dark: string;
}

/** Colours of an SVG that stands alone, by class (`kind-kernel`…), and of paper and ink. */
export interface ExportPalette {
  readonly paper: ExportColor;
  readonly ink: ExportColor;
  /** Text in boxes. */
  readonly label: ExportColor;
  readonly classes: Readonly<Record<string, ExportColor>>;
  /** The same of boxes with a mark, by class and mark: `kind-kernel noise`. */
  readonly marked?: Readonly<Record<string, ExportColor>>;
  /** Dashes of the line along a box, by class: what tells kinds apart without colour. */
  readonly dashes?: Readonly<Record<string, string>>;
  /** The edge of what a search found. */
  readonly match?: ExportColor;
}

/** Marks that change a box's colour, the one that counts most last. */
export const exportedMarks = ['noise', 'caller', 'dimmed', 'matched'] as const;

/** Colours and heading of a picture that stands alone. */
export interface ExportOptions {
  readonly palette: ExportPalette;
  readonly title: string;
}

const headerPx = 30;
const marginPx = 10;

/**
 * An SVG file that stands alone, in light and dark, without script. Frames carry `fg:x` and `fg:w`,
 * as inferno's do, so that the file can be read back as a profile; place and weight are those of
 * the profile, not of the picture.
 */
export function exportSvg(scene: Scene, { palette, title }: ExportOptions): string {
  const width = scene.widthPx + 2 * marginPx;
  const height = scene.heightPx + headerPx + marginPx;
  const frames = scene.boxes.map((box) => exportBox(box, scene, palette));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:fg="http://github.com/jonhoo/inferno"`,
    ` viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<style>${styleOf(palette)}</style>`,
    `<rect class="paper" width="100%" height="100%"/>`,
    `<text class="title" x="${marginPx}" y="20">${escapeXml(title)}</text>`,
    `<svg id="frames" x="${marginPx}" y="${headerPx}" width="${scene.widthPx}" height="${scene.heightPx}"`,
    ` total_samples="${scene.extent}">`,
    ...frames,
    '</svg></svg>\n',
  ].join('');
}

function exportBox(
  box: PaintedBox,
  { rowHeightPx, totalWeight, extent, unit, widthPx }: Scene,
  { dashes }: ExportPalette,
): string {
  const [x, width] = [percentOf(box.x), percentOf(box.width)];
  const share = extent === 0 ? 0 : box.weight / extent;
  // As flamegraph.pl and inferno write it, so that their readers understand it.
  const counted = `${countFormat.format(box.weight * (totalWeight / extent))} ${unit === 'count' ? 'samples' : unit}`;
  const title = box.held > 1 ? box.title : `${box.name} (${counted}, ${(share * 100).toFixed(2)}%)`;
  const label =
    box.label === ''
      ? ''
      : `<svg x="${x}" y="${box.y}" width="${width}" height="${rowHeightPx - 1}">` +
        `<text x="4" y="${Math.round(rowHeightPx / 2 + 3.5)}">${escapeXml(box.label)}</text></svg>`;
  const place = box.held > 1 ? '' : ` fg:x="${box.start}" fg:w="${box.weight}"`;
  const thin = box.width * widthPx < thinnestEdgedPx ? ['thin'] : [];
  const lineAt = box.y + rowHeightPx - 2.5;
  const line =
    dashes?.[box.color] === undefined || box.width * widthPx < thinnestLinedPx
      ? ''
      : `<line x1="${x}" x2="${percentOf(box.x + box.width)}" y1="${lineAt}" y2="${lineAt}"/>`;
  return (
    `<g class="${[box.color, ...box.marks, ...thin].join(' ')}"><title>${escapeXml(title)}</title>` +
    `<rect x="${x}" y="${box.y}" width="${width}" height="${rowHeightPx - 1}"${place}/>${line}${label}</g>\n`
  );
}

/** A thick edge would make a narrower box look wider than it is: it has the edge's colour instead. */
export const thinnestEdgedPx = 4;

/** In a narrower box nobody tells one line from another. */
export const thinnestLinedPx = 3;

/** With thousands separated by commas, and no digits lost. Dear to make, and used for each box. */
const countFormat = new Intl.NumberFormat('en', { maximumFractionDigits: 20 });

function styleOf(palette: ExportPalette): string {
  const { paper, ink, label, classes, marked = {}, dashes = {}, match = ink } = palette;
  const rules = (theme: 'light' | 'dark') =>
    [
      `.paper{fill:${paper[theme]}}`,
      `.title{fill:${ink[theme]}}`,
      `rect{stroke:${paper[theme]}}`,
      `text{fill:${label[theme]}}`,
      `.kind-all text{fill:${ink[theme]}}`,
      `line{stroke:${label[theme]}}`,
      `${exportedMarks.map((mark) => `.${mark} text`).join(',')}{fill:${ink[theme]}}`,
      `.matched rect{stroke:${match[theme]}}.selected rect{stroke:${ink[theme]}}`,
      ...Object.entries(classes).map(([name, color]) => `.${name} rect{fill:${color[theme]}}`),
      ...Object.entries(marked).map(
        ([name, color]) => `.${name.replace(' ', '.')} rect{fill:${color[theme]}}`,
      ),
      `.matched.matched.thin rect{fill:${match[theme]}}`,
    ].join('');
  const lines = Object.entries(dashes).map(
    ([name, lengths]) => `.${name} line{stroke-dasharray:${lengths}}`,
  );
  return (
    'text{font:11px ui-monospace,monospace;white-space:pre}.title{font:600 14px system-ui,sans-serif}' +
    `rect{stroke-width:.5}.matched rect,.selected rect{stroke-width:2}.matched.thin rect{stroke-width:0}.noise text{font-style:italic}` +
    `.dimmed text{opacity:.6}.matched text{font-weight:700;opacity:1}line{stroke-width:2;stroke-opacity:.45}` +
    `${lines.join('')}${rules('light')}@media (prefers-color-scheme:dark){${rules('dark')}}`
  );
}
