import type { Locale } from '../../../lib/i18n/index.ts';
import { exportSvg, planScene } from '../../../lib/flame/index.ts';
import type { ExportColor, ExportPalette, Scene } from '../../../lib/flame/index.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import type { GraphTrees } from './graph-trees.ts';
import { drawPng } from './png-file.ts';
import { stacksFile } from './stacks-file.ts';
import { nextTask } from './when-idle.ts';

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

/** The graph as it is shown now, as a file. Stacks of a large profile are written in a worker. */
export async function graphFile(
  view: FlameGraphView,
  kind: ExportKind,
  title: string,
  locale: Locale,
  trees?: GraphTrees,
): Promise<Blob> {
  switch (kind) {
    case 'folded':
    case 'speedscope': {
      if (trees?.isLarge !== true) return stacksFile(view.profile, kind);
      return await (await trees.workshop()).write(kind, view.state.transforms);
    }
    case 'svg': {
      const { scene, palette } = await plan(view, title, locale);
      return new Blob([exportSvg(scene, { title, palette })], { type: 'image/svg+xml' });
    }
    case 'png':
      return await drawPng(await plan(view, title, locale), title);
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
    titleOf: () => '', // a file says it in its own way
    signOf: (row) => view.signOf(row),
  });
}

interface PlannedFile {
  readonly scene: Scene;
  readonly palette: ExportPalette;
}

/** Task by task, so that a large graph does not hold the page up. */
async function plan(view: FlameGraphView, title: string, locale: Locale): Promise<PlannedFile> {
  await nextTask();
  const palette = await readBothThemes(view);
  await nextTask();
  const scene = sceneOf(view, title, locale);
  await nextTask();
  return { scene, palette };
}

/** Reads the page's colours in both themes, without changing the page's theme. */
async function readBothThemes(view: FlameGraphView): Promise<ExportPalette> {
  const light = readTheme(view, 'light');
  await nextTask();
  return bothThemes(light, readTheme(view, 'dark'));
}

type ThemeColors = ReturnType<typeof readTheme>;

function readTheme(view: FlameGraphView, theme: 'light' | 'dark') {
  const { classes } = view.colors;
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
      [...classes, 'kind-all', 'kind-unknown'].map((name) => [name, read(name, 'backgroundColor')]),
    ),
  };
  frame.remove();
  return colors;
}

function bothThemes(light: ThemeColors, dark: ThemeColors): ExportPalette {
  const pair = (of: (colors: ThemeColors) => string): ExportColor => ({
    light: of(light),
    dark: of(dark),
  });
  return {
    paper: pair(({ paper }) => paper),
    ink: pair(({ ink }) => ink),
    label: pair(({ label }) => label),
    classes: Object.fromEntries(
      Object.keys(light.classes).map((name) => [
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

/** Offers a file to be saved. */
export function offerFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
