import {
  buildCallTree,
  colorByKind,
  exportSvg,
  frameKinds,
  kindOfFrame,
  planScene,
} from '../flame/index.ts';
import type { Profile } from '../flame/index.ts';
import type { Locale } from '../i18n/index.ts';
import { lightColor } from '../site/pictures/light-colors.ts';

const widthPx = 700;

/** A profile's graph as an SVG that stands alone, for a card; narrow frames are gathered. */
export function graphPicture(profile: Profile, title: string, locale: Locale): string {
  const tree = buildCallTree(profile, { order: 'name' });
  const { names, details } = tree.frames;
  const kindOf = (frame: number) => kindOfFrame(names[frame] ?? '', details[frame]);
  const colors = colorByKind(tree, frameKinds, kindOf);
  const scene = planScene(tree, { widthPx, rowHeightPx: 16, thinnestPx: 1, locale, colors });
  return exportSvg(scene, { title, palette: palette() }).replace(/^<\?xml.*?\?>\s*/, '');
}

/**
 * The site's own colours of kinds: a card has no style sheet but its picture's, and what shows it may
 * be too old for OKLCH.
 */
function palette() {
  const token = (name: string) => ({ light: lightColor(name), dark: lightColor(name) });
  const classes = frameKinds.map((kind) => [`kind-${kind}`, token(`kind-${kind}`)]);
  return {
    paper: token('paper'),
    ink: token('ink'),
    label: token('kind-ink'),
    classes: { ...Object.fromEntries(classes), 'kind-all': token('paper-sunk') },
  };
}
