import { rehypeShiki, unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { htmlLang, locales, sourceLocale } from './src/lib/i18n/locales.ts';
import { offlineCopy } from './src/lib/site/build/offline-integration.ts';
import { ownPages } from './src/lib/site/build/own-pages.ts';
import { plainPolicy } from './src/lib/site/build/plain-policy.ts';
import { questionPreview } from './src/lib/site/build/preview-integration.ts';
import { searchIndex } from './src/lib/site/build/search-integration.ts';
import { joinedSheets } from './src/lib/site/build/sheets-integration.ts';
import { codeTokenClasses } from './src/lib/site/markdown/code-token-classes.ts';
import { rehypeKeptTogether } from './src/lib/site/markdown/rehype-kept-together.ts';
import { remarkHeadingIds } from './src/lib/site/markdown/remark-heading-ids.ts';

/** Where the site will be served, for canonical links: FLAMEWISE_SITE, FLAMEWISE_BASE. */
const site = process.env.FLAMEWISE_SITE ?? 'https://flamewise.example';
const base = process.env.FLAMEWISE_BASE ?? '/';

const { integration: readCanonicals, isOwnPage } = ownPages();

export default defineConfig({
  site,
  base,
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: {
    build: {
      assetsInlineLimit: 0,
      // Astro marks its own modules with "use astro:…", which the bundler need not keep.
      rolldownOptions: {
        checks: { moduleLevelDirective: false },
        // Twenty small files pack worse than one, and most pages with a graph need all of them.
        output: {
          codeSplitting: {
            groups: [
              // What pages without a graph use too, so that they need not load all of it.
              {
                name: 'page-tools',
                test: /preload-helper|build-element|is-composing|trusted-markup|src\/lib\/i18n\//,
                priority: 2,
              },
              { name: 'flame-graph', test: /widgets\/flame-graph\/define\.ts$/, priority: 1 },
              // The name of each file that may come later stands in every lesson.
              { name: 'flame-words', test: /flame-graph\/(rare-words|busy-mark)/, priority: 1 },
              { name: 'flame-trees', test: /lib\/flame\/trees\.ts$/ },
            ],
          },
        },
      },
    },
  },
  i18n: {
    locales: [...locales],
    defaultLocale: sourceLocale,
    // `/` is a page of its own that lets the reader choose; no language stands in for another.
    routing: { prefixDefaultLocale: true, redirectToDefaultLocale: false },
  },
  markdown: {
    // The default processor leaves `**注意：**火焰图` as asterisks; see docs/adr.
    processor: unified({
      remarkPlugins: [remarkHeadingIds, remarkCjkFriendly],
      // By hand, so that the tokens get classes: the site's policy allows no style attribute.
      rehypePlugins: [
        rehypeKeptTogether,
        [rehypeShiki, { theme: 'css-variables', transformers: [codeTokenClasses], langs: [] }],
      ],
      gfm: true,
      // It would turn `--flag` into a dash and straight Chinese quotation marks into curly ones.
      smartypants: false,
    }),
    syntaxHighlight: false,
  },
  integrations: [
    mdx(),
    readCanonicals,
    sitemap({
      // The chooser and the error page are not pages to find, nor is English under another language.
      filter: (page) => locales.some((locale) => page.includes(`/${locale}/`)) && isOwnPage(page),
      i18n: {
        defaultLocale: sourceLocale,
        locales: Object.fromEntries(locales.map((locale) => [locale, htmlLang(locale)])),
      },
    }),
    plainPolicy(),
    joinedSheets(),
    questionPreview(),
    searchIndex(),
    // Last: it lists what all others have written.
    offlineCopy(),
  ],
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'none'",
        // A string becomes markup or a script's address only by a rule of ours: see components/trusted.
        "require-trusted-types-for 'script'",
        'trusted-types default flamewise-markup',
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  devToolbar: { enabled: false },
});
