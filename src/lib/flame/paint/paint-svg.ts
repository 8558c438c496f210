import { escapeXml } from './escape-xml.ts';
import type { PaintedBox, Scene } from './scene.ts';

export interface SvgOptions {
  /** Row that Tab reaches; the arrow keys take it from there. "All" by default. */
  readonly tabStop?: number;
  /** Id of the element that says which keys there are. */
  readonly describedBy?: string;
}

/**
 * Draws a scene as the SVG of a page: `role="tree"`, a `treeitem` for every box, with its level and
 * its place among its siblings. Colours come from the page's style sheet by class; x is in per
 * cent, so the picture fits any width without script. `data-x` and `data-w` are in weight units, as
 * `fg:x` and `fg:w` are in inferno's.
 */
export function paintSvg(scene: Scene, options: SvgOptions = {}): string {
  const described =
    options.describedBy === undefined
      ? ''
      : ` aria-describedby="${escapeXml(options.describedBy)}"`;
  const parts = [
    `<svg class="flame-svg" role="tree" aria-orientation="horizontal" aria-label="${escapeXml(scene.label)}"${described}`,
    ` width="100%" height="${scene.heightPx}" data-root="${scene.rootOnTop ? 'top' : 'bottom'}" data-total="${scene.totalWeight}" data-unit="${scene.unit}">`,
  ];
  for (const box of scene.boxes) {
    const drawing =
      box.label === ''
        ? drawPlain(box, scene.rowHeightPx, box.width * scene.widthPx >= thinnestLinedPx)
        : drawInFrame(box, scene.rowHeightPx);
    parts.push(paintBox(box, drawing, box.row === (options.tabStop ?? -1)));
  }
  parts.push('</svg>');
  return parts.join('');
}

/** A share as a percentage, short, and exact to a millionth of the width. */
export function percentOf(share: number): string {
  return `${Number((share * 100).toFixed(4))}%`;
}

/** In a narrower box nobody tells one line from another. */
const thinnestLinedPx = 3;

/** One box of the page's SVG, around what is drawn of it. */
function paintBox(box: PaintedBox, drawing: string, isTabStop: boolean): string {
  return (
    `<g class="${['flame-box', box.color, ...box.marks].join(' ')}" role="treeitem" aria-level="${box.level}"` +
    ` aria-setsize="${box.siblings}" aria-posinset="${box.position}"` +
    (box.hasChildren ? ' aria-expanded="true"' : '') +
    ` aria-selected="${box.marks.includes('selected')}" tabindex="${isTabStop ? 0 : -1}"` +
    ` data-row="${box.row}" data-x="${box.start}" data-w="${box.weight}"` +
    (box.held > 1 ? ` data-held="${box.held}"` : '') +
    `><title>${escapeXml(box.title)}</title>${drawing}</g>`
  );
}

/** In a frame of its own, which cuts off what is longer than the box. */
function drawInFrame(box: PaintedBox, rowHeightPx: number): string {
  const height = rowHeightPx - 1;
  return (
    `<svg aria-hidden="true" x="${percentOf(box.x)}" y="${box.y}" width="${percentOf(box.width)}" height="${height}">` +
    `<rect width="100%" height="100%"/><line x1="0" x2="100%" y1="${height - 1.5}" y2="${height - 1.5}"/>` +
    `<text x="4" y="${textBaseline(height)}">${escapeXml(box.label)}</text></svg>`
  );
}

/** Without a label nothing reaches beyond the box, and the page has fewer elements to lay out. */
function drawPlain(box: PaintedBox, rowHeightPx: number, isLined: boolean): string {
  const height = rowHeightPx - 1;
  const [left, width] = [percentOf(box.x), percentOf(box.width)];
  const line = box.y + height - 1.5;
  return (
    `<rect x="${left}" y="${box.y}" width="${width}" height="${height}"/>` +
    (isLined
      ? `<line x1="${left}" x2="${percentOf(box.x + box.width)}" y1="${line}" y2="${line}"/>`
      : '')
  );
}

/** Where a line of 12-pixel text stands in a row of this height. */
function textBaseline(height: number): number {
  return Math.round(height / 2 + 4);
}
