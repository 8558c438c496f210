/** A word of the glossary as a text may hold it. */
export interface NamedTerm {
  readonly id: string;
  readonly name: string;
}

/**
 * Ids of the terms that a text uses, the longest names first: they say most about what it is about. A term inside
 * a longer one does not count (“lock” in “read–write lock”).
 *
 * @param most how many ids at the most
 */
export function termsInText(text: string, terms: readonly NamedTerm[], most: number): string[] {
  let rest = text.toLowerCase();
  const found: string[] = [];
  for (const { id, name } of terms.toSorted((a, b) => b.name.length - a.name.length)) {
    const pattern = patternOf(name.toLowerCase());
    if (!pattern.test(rest)) continue;
    rest = rest.replaceAll(pattern, ' ');
    found.push(id);
  }
  return found.slice(0, most);
}

/** A whole word, or its plural, where words are written apart. */
function patternOf(name: string): RegExp {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /[a-z0-9]$/.test(name)
    ? new RegExp(`(?<![a-z0-9])${literal}(?:e?s)?(?![a-z0-9])`, 'g')
    : new RegExp(literal, 'g');
}
