import type { Locale } from '../../../lib/i18n/index.ts';
import { exportedMarks, exportSvg } from '../../../lib/flame/index.ts';
import type { ExportColor, ExportPalette, Scene } from '../../../lib/flame/index.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import type { GraphTrees } from './graph-trees.ts';
import { planView } from './plan-view.ts';
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
      const { profile, after, state } = view;
      const { diff, transforms } = state;
      if (trees?.isLarge !== true) {
        return stacksFile(profile, kind, after && { after, normalize: diff.normalize });
      }
      const compared = view.view === 'diff' ? { normalize: diff.normalize } : {};
      return await (await trees.workshop()).write({ file: kind, transforms, ...compared });
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
  // A file says what a box is in its own way.
  const silent = Object.create(view, { titleOf: { value: () => '' } }) as FlameGraphView;
  return planView(silent, {
    locale,
    label,
    rowHeightPx,
    widthPx: fileWidthPx,
    thinnestPx: view.tree.size > 20_000 ? thinnestPx : 0,
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
  const plain = new PlainColors();
  const styleOf = (name: string): CSSStyleDeclaration => {
    probe.className = `flame-ink ${name}`;
    return getComputedStyle(probe);
  };
  const colorOf = (name: string) => plain.of(styleOf(name).color);
  const fillOf = (name: string) => plain.of(styleOf(name).backgroundColor);
  const names = [...classes, 'kind-all', 'kind-unknown'];
  const marked = names.flatMap((name) => exportedMarks.map((mark) => `${name} ${mark}`));
  const colors = {
    paper: fillOf('ink-paper'),
    ink: colorOf('noise'),
    label: colorOf('kind-unknown'),
    match: colorOf('ink-match'),
    classes: Object.fromEntries(names.map((name) => [name, fillOf(name)])),
    marked: Object.fromEntries(marked.map((name) => [name, fillOf(name)])),
    dashes: Object.fromEntries(
      classes.flatMap((name) => {
        const dashes = styleOf(name).strokeDasharray.replaceAll('px', '');
        return dashes.startsWith('0') ? [] : [[name, dashes]];
      }),
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
  const pairs = (of: (colors: ThemeColors) => Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.keys(of(light)).map((name) => [name, pair((colors) => of(colors)[name] ?? '')]),
    );
  return {
    paper: pair(({ paper }) => paper),
    ink: pair(({ ink }) => ink),
    label: pair(({ label }) => label),
    match: pair(({ match }) => match),
    classes: pairs(({ classes }) => classes),
    marked: pairs(({ marked }) => marked),
    dashes: light.dashes,
  };
}

/** Colours in the notation that every program knows which opens a picture: not OKLCH, as the page has them. */
class PlainColors {
  readonly #known = new Map<string, string>();
  readonly #surface: CanvasRenderingContext2D | null;

  constructor() {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    this.#surface = canvas.getContext('2d', { willReadFrequently: true });
  }

  of(color: string): string {
    let plain = this.#known.get(color);
    if (plain === undefined) this.#known.set(color, (plain = this.#read(color)));
    return plain;
  }

  #read(color: string): string {
    if (this.#surface === null) return color;
    this.#surface.fillStyle = color;
    this.#surface.fillRect(0, 0, 1, 1);
    const { data } = this.#surface.getImageData(0, 0, 1, 1);
    return `#${[...data.slice(0, 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  }
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
