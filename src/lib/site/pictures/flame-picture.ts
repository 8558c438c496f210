import {
  buildCallTree,
  colorByKind,
  frameKinds,
  kindsOfFrames,
  type Profile,
} from '../../flame/index.ts';
import { lightColor } from './light-colors.ts';
import { paintMiniature } from './paint-miniature.ts';
import { wordmarkOutlines } from './wordmark-outlines.ts';

const card = { width: 1200, height: 630, margin: 60, flameTop: 200 } as const;

/** A link preview, 1200 × 630: the site's names over a profile's own flame graph. */
export function cardSvg(profile: Profile): string {
  const { width, height, margin, flameTop } = card;
  const flame = flameOf(profile, {
    width: width - 2 * margin,
    height: height - flameTop - margin,
    mostRows: 30,
  });
  const { latin, chinese } = wordmarkOutlines;
  return svg(
    width,
    height,
    `<g fill="${lightColor('ink')}" transform="translate(${margin} 140)">` +
      `<path d="${latin.path}" transform="scale(0.86)"/>` +
      `<path d="${chinese.path}" transform="translate(${latin.width * 0.86 + 34}) scale(0.86)"/></g>` +
      `<g transform="translate(${margin} ${flameTop})">${flame}</g>`,
  );
}

/**
 * The icon of the installed site: the lower part of a profile's graph. `inset` is the share of a
 * side that a system may cut away when it rounds the icon.
 */
export function iconSvg(profile: Profile, size: number, inset: number): string {
  const inner = size * (1 - 2 * inset);
  const flame = flameOf(profile, { width: inner, height: inner, mostRows: 30 });
  const place = size * inset;
  return svg(size, size, `<g transform="translate(${place} ${place})">${flame}</g>`);
}

function svg(width: number, height: number, content: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="${lightColor('paper')}"/>${content}</svg>`
  );
}

/** A profile's graph in a box, root at the bottom; of a deep one the lower rows. */
function flameOf(
  profile: Profile,
  { width, height, mostRows }: { width: number; height: number; mostRows: number },
): string {
  const tree = buildCallTree(profile);
  const kinds = kindsOfFrames(profile);
  const colors = colorByKind(tree, frameKinds, (frame) => kinds[frame] ?? 'unknown');
  const gap = Math.max(1, Math.min(width, height) / 200);
  const { paths, height: drawn } = paintMiniature(tree, colors, {
    width,
    height,
    rowHeights: { least: Math.floor(height / mostRows), most: Math.floor(height / 8) },
    thinnest: gap * 2,
    gap,
  });
  const shapes = paths.map(({ kind, d }) => `<path fill="${lightColor(kind)}" d="${d}"/>`);
  return `<g transform="translate(0 ${height - drawn})">${shapes.join('')}</g>`;
}
