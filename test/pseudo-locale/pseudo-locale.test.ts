import { chromium, type Browser, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageTypes } from '../support/site-pages.ts';
import { code, makePseudoSite, translated, untranslatedLesson } from './make-pseudo-site.ts';
import { saidTexts, type SaidText } from './said-texts.ts';

// A third language works by adding files: this adds one, and looks at the site that comes of it.

/** FLAMEWISE_LOCALE_SITE: where it is built, and kept to be looked at. */
const kept = process.env['FLAMEWISE_LOCALE_SITE'];
const folder = kept ?? mkdtempSync(join(tmpdir(), 'flamewise-third-language-'));
const dist = join(folder, 'dist');
let made: { added: string[]; edited: string[] };

beforeAll(() => {
  made = makePseudoSite(folder);
  // By its API, since the copy shares `node_modules`, where Astro would keep its cache.
  const script = join(folder, 'build.mjs');
  const options = { root: folder, cacheDir: join(folder, '.cache'), logLevel: 'error' };
  writeFileSync(
    script,
    `import { build } from 'astro';\nawait build(${JSON.stringify(options)});\n`,
  );
  run(script);
}, 240_000);

afterAll(() => {
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
});

function run(...script: string[]): string {
  return execFileSync(process.execPath, script, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  });
}

const fileOf = (path: string) => join(dist, code, path, 'index.html');
const htmlOf = (path: string) => readFileSync(fileOf(path), 'utf8');

const isAccented = (text: string) => /[^\p{ASCII}]/u.test(text) && /\[/.test(text);

/** Names and figures, which no language changes, and where they stand. */
const names: readonly { readonly text: RegExp; readonly place: RegExp }[] = [
  { text: /^(?:· )?[\d.]+ [KMG]iB$/, place: /./ },
  // Programming languages, tools, systems; what a profile's record says of itself.
  { text: /^(?:Rust|Java|JavaScript)$/, place: / sample-filter| p\.label\.facts span$/ },
  { text: /./, place: / article\.frame div\.columns div dl div dd$/ },
  { text: /./, place: / ul\.symbol-doctor| figcaption\.no-js-only$/ },
  // What other tools call a term.
  { text: /./, place: / dl\.glossary div\.entry dd p\.label span(?: i\.alias)?$/ },
  // Formats and systems.
  { text: /./, place: / details\.lab-formats ul li(?: span\.label)?$/ },
  { text: /./, place: / details\.lab-outgrow dl div dd a$/ },
  // Frames.
  { text: /`\w+$/, place: /\[data-told\]$/ },
  { text: /^[\w:]+ · \d+$/, place: / span\.small-tree-name$/ },
];

/** What a lesson's author wrote is English in this test, even in a lesson that counts as translated. */
const lessonText = [
  / guide-table .*(?:label|th)$/,
  / div\.annotation | a\.mark\b/, // claims in the annotated guide
  / code-review\.code-review details\.code-review-after div\.prose/,
];

/** What stands on a page without an accent and not as English: hard-coded words. */
function plainTexts(path: string): SaidText[] {
  const isNoted = /class="untranslated"/.test(htmlOf(path));
  return saidTexts(fileOf(path))
    .filter(
      ({ text, lang }) =>
        lang === code && /[A-Za-z]{3}/.test(text.replace(/\{\w+\}/g, '')) && !isAccented(text),
    )
    .filter(
      (said) => !names.some((name) => name.text.test(said.text) && name.place.test(said.place)),
    )
    .filter(({ place }) => !lessonText.some((where) => where.test(place)))
    .filter(({ place }) => !(isNoted && / html head /.test(place))); // no language can be said there
}

const listed = ({ text, place }: SaidText) => `${text.slice(0, 120)}  ←${place.slice(-100)}`;

test('the language was added by adding files, and a line in each of four lists', () => {
  expect(made.edited).toEqual([
    'src/lib/i18n/locales.ts',
    'src/lib/flame/text/phrases.ts',
    'src/lib/flame/paint/words-of-change.ts',
    'src/lib/flame/write/words-of-reading.ts',
  ]);
  for (const path of made.edited) {
    const [before, after] = [path, join(folder, path)].map((file) =>
      readFileSync(file, 'utf8').split('\n'),
    );
    expect(after!.filter((line) => !before!.includes(line))).toHaveLength(2); // import and entry
  }
  expect(made.added.length).toBeGreaterThan(40);
});

test('every page that English has is there', () => {
  const pagesOf = (locale: string) =>
    globSync(`**/*.html`, { cwd: join(dist, locale) })
      .map((file) => file.replaceAll('\\', '/'))
      .sort();
  expect(pagesOf(code)).toEqual(pagesOf('en'));
  for (const path of pageTypes) expect(existsSync(fileOf(path)), path).toBe(true);
});

test('links, anchors, addresses and budgets hold', () => {
  expect(run(join(folder, 'scripts/check-dist.mjs'))).toContain('No problems.');
});

describe.each([...pageTypes, 'embed/'])('/%s', (path) => {
  test('says nothing that is not in a table of words', () => {
    expect(plainTexts(path).map(listed)).toEqual([]);
  });
});

test('explorables of translated lessons say nothing that is not in a table of words', () => {
  const lessons = globSync('*/index.html', { cwd: join(dist, code, 'lessons') });
  expect(lessons).toHaveLength(12);
  const found = lessons.flatMap((file) =>
    plainTexts(`lessons/${file.replace(/[\\/]index\.html$/, '')}`)
      .filter(({ place }) => /\.lesson-text.* [a-z]+-[a-z-]+/.test(place))
      .filter(({ place }) => !/ (?:glossary-term|code-block|flame-quiz)\b/.test(place))
      .map(listed),
  );
  expect([...new Set(found)]).toEqual([]);
});

describe('what is not translated', () => {
  const note = (html: string) => /class="untranslated"/.test(html);

  test('a lesson stands in English, says so, and leads to the English page', () => {
    const html = htmlOf(`lessons/${untranslatedLesson}`);
    expect(note(html)).toBe(true);
    const texts = saidTexts(fileOf(`lessons/${untranslatedLesson}`));
    const inText = texts.filter(({ place }) => /\.lesson-text/.test(place));
    expect(inText.length).toBeGreaterThan(100);
    expect(inText.filter(({ lang }) => lang !== 'en')).toEqual([]);
    expect(inText.filter(({ text }) => isAccented(text))).toEqual([]);
    expect(canonicalOf(html)).toMatch(new RegExp(`/en/lessons/${untranslatedLesson}/$`));
    // Its links stay in the reader's language.
    expect(html).toContain(`href="/${code}/glossary/#`);
    expect(html).not.toContain(`href="/en/glossary/#`);
  });

  test('a translated lesson does not', () => {
    const html = htmlOf('lessons/1-2-hot-frames');
    expect(note(html)).toBe(false);
    expect(canonicalOf(html)).toMatch(new RegExp(`/${code}/lessons/1-2-hot-frames/$`));
    expect(html).toContain(`hreflang="${code}"`);
  });

  test('a question stands in English with its controls; a translated one does not', () => {
    const english = htmlOf('questions/supported-by-fifty');
    expect(note(english)).toBe(true);
    expect(english).toMatch(/<flame-quiz[^>]* lang="en"/);
    const own = htmlOf(`questions/${translated.question}`);
    expect(note(own)).toBe(false);
    expect(own).not.toMatch(/<flame-quiz[^>]* lang=/);
  });

  test('terms and samples stand in English one by one', () => {
    const terms = saidTexts(fileOf('glossary')).filter(({ place }) => / dt a\.name$/.test(place));
    expect(terms.filter(({ lang }) => lang === code)).toHaveLength(1);
    expect(terms.filter(({ lang }) => lang === 'en').length).toBe(terms.length - 1);
    const samples = saidTexts(fileOf('samples')).filter(({ place }) => / h3 a$/.test(place));
    expect(samples.filter(({ lang }) => lang === code)).toHaveLength(1);
  });

  test('is in no site map; what is translated is', () => {
    const map = readFileSync(join(dist, 'sitemap-0.xml'), 'utf8');
    expect(map).not.toContain(`/${code}/lessons/${untranslatedLesson}/`);
    expect(map).not.toContain(`/${code}/questions/supported-by-fifty/`);
    expect(map).toContain(`/${code}/lessons/1-2-hot-frames/`);
    expect(map).toContain(`/${code}/questions/${translated.question}/`);
  });

  test('the English page does not name it as its translation', () => {
    const english = readFileSync(join(dist, `en/lessons/${untranslatedLesson}/index.html`), 'utf8');
    const head = english.slice(0, english.indexOf('</head>'));
    expect(head).not.toContain(`hreflang="${code}"`);
  });
});

describe('the language is listed', () => {
  test('in the switch of every page and in the chooser', () => {
    for (const path of pageTypes) {
      expect(htmlOf(path)).toMatch(new RegExp(`data-locale="${code}"[^>]*aria-current="true"`));
    }
    const chooser = readFileSync(join(dist, 'index.html'), 'utf8');
    expect(chooser).toContain(`data-locales="en ${code}"`);
    expect(chooser).toContain(`href="/${code}/"`);
  });

  test('in the search index', () => {
    const entry = JSON.parse(readFileSync(join(dist, 'pagefind/pagefind-entry.json'), 'utf8'));
    expect(Object.keys(entry.languages)).toContain(code);
    expect(existsSync(join(dist, `pagefind/terms.${code}.json`))).toBe(true);
  });
});

describe('in the browser', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  const failures: string[] = [];

  beforeAll(async () => {
    server = createServer(sirv(dist, { dev: true }));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const executablePath = process.env['FLAMEWISE_BROWSER'];
    browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    page = await browser.newPage({
      baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      reducedMotion: 'reduce',
    });
    page.on('pageerror', ({ message }) => failures.push(message));
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
    server?.closeAllConnections();
  });

  test('a graph speaks it, with its rare words', async () => {
    await page.goto(`/${code}/samples/share-these/`);
    const graph = page.locator('flame-graph').first();
    await graph.scrollIntoViewIfNeeded();
    await page.locator('flame-graph.is-live').first().waitFor();
    const toolbar = graph.locator('.flame-toolbar');
    expect(await toolbar.getAttribute('aria-label')).toSatisfy(isAccented);
    await graph.locator('[role="treeitem"]').first().focus();
    await page.keyboard.press('?');
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    expect(await dialog.locator('dd, td').allInnerTexts()).toSatisfy(
      (texts: string[]) => texts.length > 5 && texts.every(isAccented),
    );
  }, 60_000);

  test('a question marks in its own language, and an untranslated one in English', async () => {
    for (const [id, said] of [
      [translated.question, /\[/],
      ['supported-by-fifty', /^[^[]+$/],
    ] as const) {
      await page.goto(`/${code}/questions/${id}/`);
      await page.locator('flame-quiz button[type="submit"]').scrollIntoViewIfNeeded();
      await page.locator('flame-quiz button[type="submit"]').click();
      const status = page.locator('flame-quiz .quiz-status');
      await expect.poll(() => status.innerText(), { timeout: 15_000 }).toMatch(said);
    }
  }, 60_000);

  test('the lab reads a profile in it', async () => {
    await page.goto(`/${code}/lab/?sample=share-these`);
    await page.locator('.lab-reading .lab-section').first().waitFor();
    const headings = await page.locator('.lab-section h3').allInnerTexts();
    expect(headings.length).toBeGreaterThan(4);
    expect(headings.filter((text) => !isAccented(text))).toEqual([]);
    const statements = await page.locator('.lab-section li').allInnerTexts();
    expect(statements.filter((text) => /\b(?:the|samples|of its own)\b/.test(text))).toEqual([]);
  }, 60_000);

  test('nothing failed on these pages', () => {
    expect(failures).toEqual([]);
  });
});

function canonicalOf(html: string): string {
  return /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1] ?? '';
}
