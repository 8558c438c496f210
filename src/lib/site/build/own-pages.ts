import type { AstroIntegration } from 'astro';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Which of the built pages are their own, by what they say themselves: a page in a language that it is
 * not translated into names the English one as its canonical address. The integration must stand
 * before whoever asks.
 */
export function ownPages(): {
  readonly integration: AstroIntegration;
  readonly isOwnPage: (address: string) => boolean;
} {
  const canonicals = new Set<string>();
  return {
    integration: {
      name: 'flamewise:own-pages',
      hooks: {
        'astro:build:done': ({ dir }) => {
          const dist = fileURLToPath(dir);
          for (const file of globSync('**/*.html', { cwd: dist })) {
            const html = readFileSync(join(dist, file), 'utf8');
            const [, address] = /<link rel="canonical" href="([^"]*)"/.exec(html) ?? [];
            if (address !== undefined) canonicals.add(address);
          }
        },
      },
    },
    isOwnPage: (address) => canonicals.has(address),
  };
}
