import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is used of esbuild's plugins. */
interface PluginBuild {
  onLoad(
    filter: { filter: RegExp },
    load: (file: { path: string }) => { contents: string; loader: 'ts' } | undefined,
  ): void;
}

/** `import.meta.glob<T>('./words/*.ts', { eager: true, import: 'words' })`: the one form that the site uses. */
const glob = /import\.meta\.glob(?:<[^>]*>)?\(\s*'([^']+)',\s*\{([^}]*)\},?\s*\)/g;

/** Does for esbuild, which bundles the bench's pages, what Vite does with `import.meta.glob`. */
export const fileGlobs = {
  name: 'file-globs',
  setup(build: PluginBuild): void {
    build.onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      if (!source.includes('import.meta.glob')) return undefined;
      return { contents: withoutGlobs(source, dirname(path)), loader: 'ts' };
    });
  },
};

function withoutGlobs(source: string, folder: string): string {
  const imports: string[] = [];
  const contents = source.replace(glob, (_, pattern: string, options: string) => {
    const name = /import:\s*'(\w+)'/.exec(options)?.[1] ?? 'default';
    const isEager = /eager:\s*true/.test(options);
    const entries = globSync(pattern, { cwd: folder }).map((found) => {
      const file = JSON.stringify(`./${join(found)}`);
      if (!isEager) return `${file}: () => import(${file}).then((it) => it.${name})`;
      const local = `globbed${imports.length}`;
      imports.push(`import { ${name} as ${local} } from ${file};`);
      return `${file}: ${local}`;
    });
    return `({ ${entries.join(', ')} })`;
  });
  return [...imports, contents].join('\n');
}
