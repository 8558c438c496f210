import type { APIRoute } from 'astro';
import { cardSvg } from '../../lib/site/pictures/flame-picture.ts';
import { pngAnswer } from '../../lib/site/pictures/png-answer.ts';
import { loadManifest, loadSample } from '../../lib/site/samples.ts';

export async function getStaticPaths() {
  return (await loadManifest()).map(({ id }) => ({ params: { id } }));
}

/** The link preview of every page that shows this sample. */
export const GET: APIRoute = async ({ params }) =>
  pngAnswer(cardSvg(await loadSample(params['id'] ?? '')));
