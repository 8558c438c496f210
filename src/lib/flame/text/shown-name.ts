import { outermostGroups } from './brackets.ts';
import { parseFrameName } from './frame-name.ts';
import { tidySymbol } from './tidy-symbol.ts';

/**
 * How much of a name a reader sees.
 *
 * - `raw`: as the file has it. This is the key everywhere; the others are for eyes only.
 * - `tidy`: demangled, without build noise, marks and stub prefixes; the library stays
 * - `short`: also without library and parameters, and what is in `<…>` is folded
 * - `shortest`: also without `<…>`, and only the last parts of the path: `UpgradeableConnection::poll`
 */
export const displayLevels = ['raw', 'tidy', 'short', 'shortest'] as const;
export type DisplayLevel = (typeof displayLevels)[number];

/** A frame's name for eyes. Never use it as a key: several frames may share one. */
export function displayName(
  name: string,
  { level = 'short' }: { readonly level?: DisplayLevel } = {},
): string {
  if (level === 'raw') return name;
  const { symbol, library, file } = parseFrameName(name);
  const plain = tidySymbol(symbol.replace(/^DYLD-STUB\$\$/, ''));
  if (level === 'tidy') {
    if (library !== undefined) return `${library}\`${plain}`;
    return file === undefined ? plain : name;
  }
  const short = foldGenerics(foldParameters(plain));
  const shown = level === 'short' ? short : lastParts(withoutGenerics(short));
  return shown === '' ? plain || name : shown;
}

/** `Vec<…>`, but `<T as Trait>::f` keeps the two names that say whose method it is. */
function foldGenerics(name: string): string {
  const groups = outermostGroups(name, '<', '>');
  if (groups === undefined || groups.length === 0) return name;
  let folded = '';
  let from = 0;
  for (const { open, end } of groups) {
    const inside = name.slice(open + 1, end - 1);
    const isPath = open === 0 || name.slice(0, open).endsWith('::');
    const keeps = isPath && (/ (?:as|for) /.test(inside) || name.slice(end, end + 2) === '::');
    const isSpecial =
      /^(?:init|clinit|module|lambda|genexpr|listcomp|dictcomp|setcomp|anonymous|frozen .*)$/.test(
        inside,
      );
    folded += name.slice(from, open);
    folded += keeps ? `<${foldGenerics(inside)}>` : isSpecial ? `<${inside}>` : '<…>';
    from = end;
  }
  return (folded + name.slice(from)).replaceAll('::<…>', '<…>');
}

/** Drops the parameters of `f(int, char const*) const`, not the parentheses inside the name. */
function foldParameters(name: string): string {
  if (!name.endsWith(')') && !/\) (?:const|volatile|&+|noexcept)*$/.test(name)) return name;
  const groups = outermostGroups(name, '(', ')');
  const last = groups?.at(-1);
  if (last === undefined || last.open === 0) return name;
  if (!/^\)(?: (?:const|volatile|&+|noexcept))*$/.test(name.slice(last.end - 1))) return name;
  // Go's `(*conn).serve` and Python's `f (a.py:1)` have theirs in the middle or behind a space.
  if (/[\s.]$/.test(name.slice(0, last.open))) return name;
  return name.slice(0, last.open);
}

/** `Vec<…>::push` is `Vec::push` where room is dear. */
function withoutGenerics(name: string): string {
  return name.replaceAll('<…>', '').trimEnd();
}

const shortestParts = 2;

/** The last parts of a path, and more while the first of them is a closure: it says nothing alone. */
function lastParts(name: string): string {
  const ofTrait = /^<(.+?) as .+>::(.+)$/s.exec(name);
  const path = ofTrait === null ? name : `${ofTrait[1] ?? ''}::${ofTrait[2] ?? ''}`;
  if (path.includes('::')) {
    const parts = splitPath(path.replace(/^<(?:impl )?(.+)>(?=::)/, '$1'));
    let first = Math.max(0, parts.length - shortestParts);
    while (first > 0 && /^[{(<]/.test(parts[first] ?? '')) first--;
    return parts.slice(first).join('::');
  }
  const isPackage = /^[\w$]+(?:\.[\w$<>]+){2,}$/.test(path) || /^[^\s/]+\/\S+$/.test(path);
  if (isPackage) return lastOfPackage(path);
  return path;
}

/** Splits at `::` outside of brackets. */
function splitPath(path: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < path.length; i++) {
    const character = path.charAt(i);
    if ('<({['.includes(character)) depth++;
    else if ('>)}]'.includes(character)) depth--;
    else if (depth === 0 && path.startsWith('::', i)) {
      parts.push(path.slice(from, i));
      from = i + 2;
      i++;
    }
  }
  parts.push(path.slice(from));
  return parts;
}

/** `java.util.HashMap.get` is `HashMap.get`; `net/http.(*conn).serve` is `http.(*conn).serve`. */
function lastOfPackage(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash >= 0) return path.slice(slash + 1).replace(/^(.*):\./, '$1.');
  return path.split('.').slice(-shortestParts).join('.');
}
