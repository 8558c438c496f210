import type { AstroIntegration } from 'astro';
import { globSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { parse as parseYaml } from 'yaml';
import { aliasNames, termSchema, type Term } from '../../../content/schemas/term.ts';
// Their own files: Astro reads its configuration without Vite, which the words need.
import { htmlLang, inLocale, jointsOf, locales, type Locale } from '../../i18n/locales.ts';
import { localizedPath } from '../../i18n/localized-path.ts';
import { withTranslations } from '../translations.ts';

/** What `pagefind/terms.<locale>.json` lists; the browser's side is components/site/search. */
interface TermNames {
  readonly id: string;
  readonly title: string;
  readonly names: readonly string[];
  readonly short: string;
}

/** Pages whose text is searched; each is a folder with an index.html. */
const searched = ['lessons/*', 'samples/*', 'guide'];

/**
 * What a search must not find: questions with their answers, the guide's table with its solution,
 * and names that stand in every graph.
 */
const leftOut = [
  'flame-quiz',
  'guide-table',
  'flame-graph',
  'svg',
  '.lesson-toc',
  '.lesson-nav',
  '.heading-anchor',
];

/** The parts of pagefind that the site's own dialog uses; its ready-made interfaces stay behind. */
const shipped = /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\..*|.*\.pf_\w+)$/;

/** Builds the search index of the finished pages into `pagefind/`. The site's search reads it there. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'flamewise:search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const { index, errors } = await createIndex({
          rootSelector: 'main',
          excludeSelectors: leftOut,
        });
        if (index === undefined) throw new Error(`pagefind: ${errors.join('; ')}`);
        const pages = await addPages(index, dist);
        const terms = readTerms();
        await addTerms(index, terms);
        const files = await index.getFiles();
        if (files.errors.length > 0) throw new Error(`pagefind: ${files.errors.join('; ')}`);
        for (const { path, content } of files.files) {
          if (!shipped.test(path.split('/').at(-1) ?? '')) continue;
          const target = join(dist, 'pagefind', path);
          await mkdir(dirname(target), { recursive: true });
          await writeFile(target, content);
        }
        await close();
        for (const locale of locales) {
          const names = JSON.stringify(termNames(terms, locale));
          await writeFile(join(dist, 'pagefind', `terms.${locale}.json`), names);
        }
        logger.info(`${pages} pages and ${terms.length} terms can be searched`);
      },
    },
  };
}

async function addPages(index: PagefindIndex, dist: string): Promise<number> {
  const patterns = locales.flatMap((locale) =>
    searched.map((path) => `${locale}/${path}/index.html`),
  );
  const files = globSync(patterns, { cwd: dist })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  for (const file of files) {
    const added = await index.addHTMLFile({
      url: `/${file.replace(/index\.html$/, '')}`,
      content: readFileSync(join(dist, file), 'utf8'),
    });
    if (added.errors.length > 0) throw new Error(`${file}: ${added.errors.join('; ')}`);
  }
  return files.length;
}

function readTerms(): Term[] {
  const folder = join(process.cwd(), 'src/content/glossary');
  const files = globSync('*.yaml', { cwd: folder }).sort();
  return files.map((file) => {
    const term = parseYaml(readFileSync(join(folder, file), 'utf8')) as Term;
    return termSchema.parse(withTranslations('glossary', term.id, { ...term }));
  });
}

/** One record for each term, so that a search leads to the term and not to the top of its page. */
async function addTerms(index: PagefindIndex, terms: readonly Term[]): Promise<void> {
  for (const term of terms) {
    for (const locale of locales) {
      const title = titleOf(term, locale);
      const aliases = aliasNames(term).join(', ');
      const added = await index.addCustomRecord({
        // Not under the base: pagefind's own `baseUrl` adds it when it answers.
        url: localizedPath(locale, `glossary/#${term.id}`, '/'),
        content: `${title}. ${aliases} ${plain(inLocale(term.short, locale))}`,
        // As pagefind writes the pages' own, or the terms would be an index apart.
        language: htmlLang(locale).toLowerCase(),
        meta: { title },
      });
      if (added.errors.length > 0) throw new Error(`${term.id}: ${added.errors.join('; ')}`);
    }
  }
}

/**
 * Every name of every term, in any language and in other tools. Whoever types exactly a name
 * wants its meaning first, which a ranking by how often words occur does not know.
 */
function termNames(terms: readonly Term[], locale: Locale): TermNames[] {
  return terms.map((term) => ({
    id: term.id,
    title: titleOf(term, locale),
    names: [...new Set([...Object.values(term.term), ...aliasNames(term)])],
    short: plain(inLocale(term.short, locale)),
  }));
}

/** The term in the page's language, then in the others where that does not say it already. */
function titleOf({ term }: Term, locale: Locale): string {
  const own = inLocale(term, locale);
  return [own, ...Object.values(term).filter((name) => !own.includes(name))].join(
    jointsOf(locale).facts,
  );
}

function plain(text: string): string {
  return text.replaceAll('`', '');
}
