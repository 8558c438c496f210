import type { APIRoute } from 'astro';
import { iconSvg } from '../../lib/site/pictures/flame-picture.ts';
import { pngAnswer } from '../../lib/site/pictures/png-answer.ts';
import { loadSample } from '../../lib/site/samples.ts';

/** A system may cut a tenth of each side off a maskable icon, and rounds it. */
const icons = [
  { name: 'icon-192', size: 192, inset: 0.06 },
  { name: 'icon-512', size: 512, inset: 0.06 },
  { name: 'icon-maskable-512', size: 512, inset: 0.17 },
  { name: 'apple-touch-icon', size: 180, inset: 0.12 },
];

export function getStaticPaths() {
  return icons.map(({ name, ...props }) => ({ params: { name }, props }));
}

/** Icons of the installed site, from the profile that the guide reads. */
export const GET: APIRoute<(typeof icons)[number]> = async ({ props: { size, inset } }) =>
  pngAnswer(iconSvg(await loadSample('share-these'), size, inset));
