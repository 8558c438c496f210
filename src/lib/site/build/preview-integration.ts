import type { AstroIntegration } from 'astro';

/**
 * The pages for authors: they exist under `npm run dev` and in no build. They stand
 * under a language, or Astro's i18n would not serve them.
 */
export function questionPreview(): AstroIntegration {
  return {
    name: 'flamewise:preview',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev') return;
        const pages = {
          '/en/preview/': 'index',
          '/en/preview/[id]/': 'question-states',
          '/en/preview/[id]/[locale]/': 'question-in-state',
        };
        for (const [pattern, page] of Object.entries(pages)) {
          injectRoute({ pattern, entrypoint: `src/preview/${page}.astro`, prerender: true });
        }
      },
    },
  };
}
