import {
  cpSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import { accented, pseudo } from './pseudo.ts';

/** A private-use code that no language has. */
export const code = 'qps';
/** The one lesson that is not translated; of the others only the front matter is, for their parts' sake. */
export const untranslatedLesson = '1-1-overview';
/** What is translated of the rest. */
export const translated = { question: 'fifty-samples', term: 'sample', sample: 'share-these' };

const copied = ['astro.config.mjs', 'package.json', 'tsconfig.json', 'src', 'public', 'scripts'];

/**
 * Copies the project's sources to `folder` and adds a language as a translator would: by adding
 * files, and a line in each of the four lists. Gives the files that were added, and those that
 * were edited.
 */
export function makePseudoSite(folder: string): { added: string[]; edited: string[] } {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of copied) cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'dir');

  const added: string[] = [];
  const add = (path: string, text: string) => {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: 'wx' }); // fails on a file that is there
    added.push(path);
  };
  add('src/pseudo/pseudo.ts', readFileSync('test/pseudo-locale/pseudo.ts', 'utf8'));
  addWords(add);
  addContent(add);

  const edited: string[] = [];
  const edit = (path: string, change: (text: string) => string) => {
    const before = readFileSync(path, 'utf8');
    if (change(before) === before) throw new Error(`${path} has no list of languages any more`);
    writeFileSync(join(folder, path), change(before));
    edited.push(path);
  };
  // English and this one only: half the pages, half the time.
  edit('src/lib/i18n/locales.ts', (text) =>
    withImport(text, './locales/qps.ts').replace('= [en, zh];', '= [en, qps];'),
  );
  const tables = ['text/phrases.ts', 'paint/words-of-change.ts', 'write/words-of-reading.ts'];
  for (const path of tables.map((table) => `src/lib/flame/${table}`)) {
    const words = /import \{ en \} from '(.*)\/en\.ts'/.exec(readFileSync(path, 'utf8'))?.[1];
    edit(path, (text) =>
      withImport(text, `${words}/qps.ts`).replace('= { en, zh };', '= { en, zh, qps };'),
    );
  }
  return { added, edited };
}

function withImport(text: string, path: string): string {
  return `import { ${code} } from '${path}';\n${text}`;
}

type Add = (path: string, text: string) => void;

/** A `qps.ts` beside every `en.ts`, which says the same with accents. */
function addWords(add: Add): void {
  for (const found of globSync('src/**/en.ts')) {
    const path = found.replaceAll('\\', '/');
    const folder = dirname(path);
    const [, name] = /^export const (en|words)\b/m.exec(readFileSync(path, 'utf8')) ?? [];
    if (name === undefined) throw new Error(`${path} exports neither "en" nor "words"`);
    const pseudoPath = relative(folder, 'src/pseudo/pseudo.ts').replaceAll('\\', '/');
    const own = name === 'en' ? code : 'words';
    const said =
      folder === 'src/lib/i18n/locales'
        ? `{ ...english, isWhole: undefined, code: '${code}', tag: '${code}', preview: 'qps_QP', name: pseudo(english.name) }`
        : '/* @__PURE__ */ pseudo(english)';
    add(
      `${folder}/${code}.ts`,
      `import { ${name} as english } from './en.ts';\nimport { pseudo } from '${pseudoPath}';\n\nexport const ${own} = ${said};\n`,
    );
  }
  for (const folder of ['src/lib/i18n/texts', 'src/lib/lab/texts']) {
    const pseudoPath = relative(folder, 'src/pseudo/pseudo.ts').replaceAll('\\', '/');
    // Whatever is asked for in English is there, with accents.
    add(
      `${folder}/${code}.ts`,
      `import { accented } from '${pseudoPath}';\n\nexport const texts = new Proxy({}, { get: (_, key) => accented(String(key)) });\n`,
    );
  }
}

/** All lessons but one, one question, one term and one sample. */
function addContent(add: Add): void {
  for (const path of globSync('src/content/lessons/en/*.mdx')) {
    const id = basename(path, '.mdx');
    if (id === untranslatedLesson) continue;
    const lesson = readFileSync(path, 'utf8');
    add(
      `src/content/lessons/${code}/${id}.mdx`,
      lesson.replace(/^(title|description): (.*)$/gm, (_, key: string, said: string) => {
        const text = parse(said) as string;
        return `${key}: ${JSON.stringify(accented(text))}`;
      }),
    );
  }
  const folder = `src/content/translations/${code}`;
  const [questionFile = ''] = globSync(`src/content/questions/**/${translated.question}.yaml`);
  const question = parse(readFileSync(questionFile, 'utf8')) as { en: object };
  add(`${folder}/questions/${translated.question}.yaml`, stringify(pseudo(question.en)));
  const term = parse(
    readFileSync(`src/content/glossary/${translated.term}.yaml`, 'utf8'),
  ) as Record<string, unknown>;
  add(`${folder}/glossary/${translated.term}.yaml`, stringify(inPseudo(term, ['term', 'short'])));
  const { samples } = JSON.parse(readFileSync('public/samples/manifest.json', 'utf8')) as {
    samples: Record<string, unknown>[];
  };
  const sample = samples.find(({ id }) => id === translated.sample) ?? {};
  add(
    `${folder}/samples/${translated.sample}.yaml`,
    stringify(inPseudo(sample, ['title', 'story', 'lookFor'])),
  );
}

function inPseudo(entry: Record<string, unknown>, keys: readonly string[]): object {
  return Object.fromEntries(keys.map((key) => [key, accented((entry[key] as { en: string }).en)]));
}
