import type { APIRoute } from 'astro';
import { sitePath } from '../lib/i18n/index.ts';

/** Everybody may read everything; this says where the list of pages is. */
export const GET: APIRoute = ({ site }) =>
  new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${new URL(sitePath('sitemap-index.xml'), site).href}\n`,
  );
