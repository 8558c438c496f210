import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Loader } from 'astro/loaders';
import { parse as parseYaml } from 'yaml';
import { locales, type Locale } from '../i18n/locales.ts';

/** What has its texts in English and Chinese in its own file, and in further languages in added ones. */
export type TranslatedKind = 'questions' | 'glossary' | 'samples';

type Fields = Readonly<Record<string, unknown>>;

// From the project's root: bundling moves this module, not the working directory.
const folderOf = (locale: Locale, kind: TranslatedKind): string =>
  join(process.cwd(), 'src/content/translations', locale, kind);

interface Translation {
  readonly locale: Locale;
  readonly file: string;
  readonly fields: Fields;
}

const known = new Map<TranslatedKind, ReadonlyMap<string, readonly Translation[]>>();

/** Everything below `src/content/translations`, by id. Read once. */
function translationsOf(kind: TranslatedKind): ReadonlyMap<string, readonly Translation[]> {
  const found = known.get(kind);
  if (found !== undefined) return found;
  const byId = new Map<string, Translation[]>();
  for (const locale of locales) {
    const folder = folderOf(locale, kind);
    for (const name of globSync('*.yaml', { cwd: folder }).sort()) {
      const file = `src/content/translations/${locale}/${kind}/${name}`;
      const fields = parseYaml(readFileSync(join(folder, name), 'utf8')) as Fields;
      const id = name.replace(/\.yaml$/, '');
      byId.set(id, [...(byId.get(id) ?? []), { locale, file, fields }]);
    }
  }
  known.set(kind, byId);
  return byId;
}

/**
 * An entry with what its translations say: `{ en, zh }` becomes `{ en, zh, fr }`. A question's
 * translation is the block that stands under its language; a term's and a sample's has the entry's
 * own keys (`title: …`). The entry's schema then looks at both. Throws where a key is none of the entry's.
 */
export function withTranslations<T extends Fields>(kind: TranslatedKind, id: string, entry: T): T {
  const translations = translationsOf(kind).get(id) ?? [];
  return translations.reduce<T>(
    (whole, { locale, file, fields }) =>
      kind === 'questions'
        ? { ...whole, [locale]: fields }
        : (weave(whole, fields, locale, file) as T),
    entry,
  );
}

function weave(entry: Fields, fields: Fields, locale: Locale, file: string): Fields {
  const woven = Object.entries(fields).map(([key, said]) => {
    const own = entry[key];
    if (typeof own !== 'object' || own === null) {
      throw new Error(`${file}: "${key}" is nothing that has words in the entry itself.`);
    }
    return [
      key,
      typeof said === 'string'
        ? { ...own, [locale]: said }
        : weave(own as Fields, said as Fields, locale, file),
    ];
  });
  return { ...entry, ...(Object.fromEntries(woven) as Fields) };
}

/** A loader whose entries have their translations too. */
export function translated(kind: Exclude<TranslatedKind, 'samples'>, loader: Loader): Loader {
  return {
    ...loader,
    load: (context) => {
      const said = [...translationsOf(kind).values()].flat().map(({ fields }) => fields);
      // An entry whose own file is unchanged is not read again: its translations count as part of it.
      const stamp = said.length === 0 ? '' : JSON.stringify(said);
      return loader.load({
        ...context,
        parseData: (entry) =>
          context.parseData({ ...entry, data: withTranslations(kind, entry.id, entry.data) }),
        generateDigest: (data) =>
          context.generateDigest(typeof data === 'string' ? data + stamp : data),
      });
    },
  };
}
