import type { AstroIntegration } from 'astro';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { joinLinks, linkedSheets, sharedSheets } from './joined-sheets.ts';

/**
 * Joins the style sheets that nearly every page links into one file. The bundler writes one for each
 * part of the source; on a slow network every one of them is a journey that the first picture waits
 * for. What only some pages link stays apart, so that nobody loads the styles of every page.
 */
export function joinedSheets(): AstroIntegration {
  let base = '/';
  return {
    name: 'flamewise:sheets',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const fileOf = (address: string) => join(dist, address.slice(base.length));
        const pages = new Map(
          globSync('**/*.html', { cwd: dist }).map((file) => {
            const path = join(dist, file);
            return [path, readFileSync(path, 'utf8')];
          }),
        );
        const shared = sharedSheets([...pages.values()].map(linkedSheets));
        const text = shared.map((address) => readFileSync(fileOf(address), 'utf8')).join('\n');
        const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
        const joined = `${base}_astro/site.${hash}.css`;
        writeFileSync(fileOf(joined), text);
        for (const [path, html] of pages) writeFileSync(path, joinLinks(html, shared, joined));
        for (const address of shared) rmSync(fileOf(address));
        logger.info(`${shared.length} style sheets of nearly every page are one`);
      },
    },
  };
}
