/** One language's words of a table that has English at least: by a BCP 47 tag, English where there are none. */
export function inLanguage<Words>(
  languages: Readonly<Record<string, Words>> & { readonly en: Words },
  tag: string,
): Words {
  const code = tag.split('-')[0]?.toLowerCase() ?? '';
  return Object.hasOwn(languages, code) ? (languages[code] ?? languages.en) : languages.en;
}
