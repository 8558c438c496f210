/**
 * Fills the holes of a wording: `fillWords('{earned} of {of}', { earned: 1, of: 2 })`. A word that goes
 * with a number follows the language's plural rules: `{count} {count|one:entry|other:entries}`.
 */
export function fillWords(
  text: string,
  values: Readonly<Record<string, string | number>>,
  language = pageLanguage(),
): string {
  return text.replace(/\{(\w+)((?:\|\w+:[^|{}]*)*)\}/g, (hole, name: string, forms: string) => {
    const value = values[name];
    if (value === undefined) return hole;
    return forms === '' ? String(value) : formFor(Number(value), forms, language);
  });
}

function formFor(count: number, forms: string, language: string): string {
  const byCategory = new Map<string, string>();
  for (const form of forms.slice(1).split('|')) {
    const colon = form.indexOf(':');
    byCategory.set(form.slice(0, colon), form.slice(colon + 1));
  }
  const category = new Intl.PluralRules(language).select(count);
  return byCategory.get(category) ?? byCategory.get('other') ?? '';
}

/** The build fills no wording that has such a word. */
function pageLanguage(): string {
  return typeof document === 'undefined' ? 'en' : document.documentElement.lang;
}
