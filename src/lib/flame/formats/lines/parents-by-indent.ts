/** By line: index of the nearest line before it that is indented less, or -1. */
export function parentsByIndent(indents: readonly number[]): Int32Array {
  const parents = new Int32Array(indents.length);
  const open: number[] = [];
  indents.forEach((indent, i) => {
    while (open.length > 0 && (indents[open.at(-1) ?? 0] ?? 0) >= indent) open.pop();
    parents[i] = open.at(-1) ?? -1;
    open.push(i);
  });
  return parents;
}

/** Each line's total less those of the lines directly under it. Rounding can make it negative. */
export function selfFromTotals(totals: readonly number[], parents: Int32Array): Float64Array {
  const selves = Float64Array.from(totals);
  parents.forEach((parent, i) => {
    if (parent !== -1) selves[parent] = (selves[parent] ?? 0) - (totals[i] ?? 0);
  });
  return selves;
}
