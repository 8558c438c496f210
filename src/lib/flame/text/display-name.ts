/**
 * Wordings of a frame name for a narrow place, from the full one to the shortest: without the
 * library, without arguments and generics, without the leading namespaces. The end of a name tells
 * functions apart; the beginning often does not.
 */
export function displayNames(name: string): string[] {
  const wordings = [name];
  const add = (wording: string) => {
    if (wording !== '' && wording !== wordings.at(-1)) wordings.push(wording);
  };
  const function_ = name.replace(/^[^`\s]+`/, '');
  add(function_);
  const bare = withoutArguments(function_);
  add(bare);
  const segments = bare.split(/(?<=::|[./])/);
  for (let i = Math.max(segments.length - 3, 1); i < segments.length; i++) {
    const wording = segments.slice(i).join('');
    if (/[\p{L}\p{N}]{2}/u.test(wording)) add(wording);
  }
  return wordings;
}

/** `<A<B> as C<D>>::f(x)` → `A::f`: what brackets hold is left out, a Rust `impl` keeps its type. */
function withoutArguments(name: string): string {
  const implementation = /^<(.+?)(?:<.*>)? as .+>(::.+)$/.exec(name);
  const plain = implementation === null ? name : `${implementation[1]}${implementation[2]}`;
  let kept = '';
  let depth = 0;
  for (const character of plain) {
    if ('<('.includes(character)) depth++;
    if (depth === 0) kept += character;
    if ('>)'.includes(character) && depth > 0) depth--;
  }
  // Operators and names that are all brackets: better the whole than nothing.
  return /[\p{L}\p{N}]/u.test(kept) ? kept.replace(/::(?:::)+/g, '::') : plain;
}
