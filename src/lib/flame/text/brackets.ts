/** Where bracketed parts of a C++, Rust or Java name begin and end, operators left alone. */
interface Group {
  readonly open: number;
  /** Behind the closing bracket. */
  readonly end: number;
}

/**
 * The outermost groups of `open` and `close` in a name. The `<` of `operator<` and the `>` of `->`
 * are no brackets. `undefined` when they do not match: then nothing should be cut.
 */
export function outermostGroups(name: string, open: string, close: string): Group[] | undefined {
  const groups: Group[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < name.length; i++) {
    const character = name.charAt(i);
    if (character !== open && character !== close) continue;
    const operator = operatorBefore(name, i);
    if (operator > 0) {
      i += operator - 1;
      continue;
    }
    if (character === open) {
      if (depth++ === 0) start = i;
    } else if (name.charAt(i - 1) !== '-' && name.charAt(i - 1) !== '=') {
      if (--depth < 0) return undefined;
      if (depth === 0) groups.push({ open: start, end: i + 1 });
    }
  }
  return depth === 0 ? groups : undefined;
}

/** Length of the operator's sign at `i`, if a C++ operator's name stands there; else 0. */
function operatorBefore(name: string, i: number): number {
  if (!/(?:^|\W)operator$/.test(name.slice(Math.max(0, i - 9), i))) return 0;
  return (
    /^(?:<<=|>>=|<=>|<<|>>|<=|>=|->\*|->|<|>|\(\)|\[\])/.exec(name.slice(i, i + 3))?.[0].length ?? 0
  );
}
