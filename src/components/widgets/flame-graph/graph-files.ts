import type { Locale } from '../../../lib/i18n/index.ts';
import { exportSvg, planScene, toFolded, toSpeedscope } from '../../../lib/flame/index.ts';
import type { ExportColor, ExportPalette, Scene } from '../../../lib/flame/index.ts';
import type { FlameGraphView } from './flame-graph-view.ts';

export const exportKinds = {
  svg: 'SVG',
  png: 'PNG',
  folded: 'folded',
  speedscope: 'speedscope',
} as const;
export type ExportKind = keyof typeof exportKinds;

const fileWidthPx = 1200;
const rowHeightPx = 20;
const thinnestPx = 0.5;
/** Chromium's largest canvas: 32,767 pixels to a side. */
const highestPng = 32_000;

/** The graph as it is shown now, as a file. */
export async function graphFile(
  view: FlameGraphView,
  kind: ExportKind,
  title: string,
  locale: Locale,
): Promise<Blob> {
  switch (kind) {
    case 'folded':
      return new Blob([toFolded(view.profile)], { type: 'text/plain' });
    case 'speedscope': {
      const json = JSON.stringify(toSpeedscope(view.profile));
      return new Blob([json], { type: 'application/json' });
    }
    case 'svg':
      return new Blob([svgOf(view, title, locale)], { type: 'image/svg+xml' });
    case 'png':
      return await pngOf(svgOf(view, title, locale));
  }
}

function sceneOf(view: FlameGraphView, label: string, locale: Locale): Scene {
  const { tree, layout, window, root, colors, rootOnTop } = view;
  return planScene(tree, {
    layout,
    window,
    root,
    colors,
    rootOnTop,
    locale,
    label,
    rowHeightPx,
    widthPx: fileWidthPx,
    thinnestPx: tree.size > 20_000 ? thinnestPx : 0,
    titleOf: (row) => view.titleOf(row, locale),
    signOf: (row) => view.signOf(row),
  });
}

function svgOf(view: FlameGraphView, title: string, locale: Locale): string {
  return exportSvg(sceneOf(view, title, locale), { title, palette: readBothThemes(view) });
}

/** Reads the page's colours in both themes, without changing the page's theme. */
function readBothThemes(view: FlameGraphView): ExportPalette {
  const { classes } = view.colors;
  const probes = (['light', 'dark'] as const).map((theme) => {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    document.body.append(frame);
    const inside = frame.contentDocument;
    if (inside === null) throw new Error('the page does not let a frame be made');
    inside.documentElement.dataset['theme'] = theme;
    for (const sheet of document.styleSheets) copySheet(sheet, inside);
    const probe = inside.createElement('span');
    inside.body.append(probe);
    const read = (name: string, property: 'backgroundColor' | 'color') => {
      probe.className = `flame-ink ${name}`;
      return frame.contentWindow?.getComputedStyle(probe)[property] ?? '';
    };
    const colors = {
      paper: read('ink-paper', 'backgroundColor'),
      ink: read('noise', 'color'),
      label: read('kind-unknown', 'color'),
      classes: Object.fromEntries(
        [...classes, 'kind-all', 'kind-unknown'].map((name) => [
          name,
          read(name, 'backgroundColor'),
        ]),
      ),
    };
    frame.remove();
    return colors;
  });
  const [light, dark] = probes;
  const pair = (of: (colors: NonNullable<typeof light>) => string): ExportColor => ({
    light: light === undefined ? '' : of(light),
    dark: dark === undefined ? '' : of(dark),
  });
  return {
    paper: pair(({ paper }) => paper),
    ink: pair(({ ink }) => ink),
    label: pair(({ label }) => label),
    classes: Object.fromEntries(
      Object.keys(light?.classes ?? {}).map((name) => [
        name,
        pair(({ classes: colors }) => colors[name] ?? ''),
      ]),
    ),
  };
}

function copySheet(sheet: CSSStyleSheet, into: Document): void {
  const copy = new (into.defaultView?.CSSStyleSheet ?? CSSStyleSheet)();
  const rules = [...sheet.cssRules].filter((rule) => !(rule instanceof CSSImportRule));
  copy.replaceSync(rules.map((rule) => rule.cssText).join('\n'));
  into.adoptedStyleSheets = [...into.adoptedStyleSheets, copy];
}

/** Draws the SVG into a picture of twice its size, as screens of today show it. */
async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    await image.decode();
    const scale = Math.min(2, highestPng / image.naturalHeight);
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob === null ? reject(new Error('no PNG')) : resolve(blob))),
    );
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/** Offers a file to be saved. */
export function offerFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
