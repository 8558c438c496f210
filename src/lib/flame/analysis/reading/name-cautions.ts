import { parseFrameName } from '../../text/frame-name.ts';
import { plainSymbol } from '../../text/symbol.ts';
import { isUnknown } from '../shapes/unknown-roots.ts';
import { cautionOnRows, cautionOnSelf } from './caution.ts';
import type { ProfileView } from './profile-view.ts';
import type { Caution } from './reading.ts';

/** Names that promise more, or less, than the frame holds. */
export function nameCautions(view: ProfileView): Caution[] {
  return [
    ...missingSymbols(view),
    ...misleadingNames(view),
    ...onLeaves(view, 'merged-generics', isMergedGeneric),
    ...onLeaves(view, 'linker-stubs', (symbol) => symbol.startsWith('DYLD-STUB$$')),
    ...onLeaves(view, 'outlined-code', (symbol) => /^OUTLINED_FUNCTION_\d+$/.test(symbol)),
  ];
}

/** Fewer than this are in every recording. */
const unknownShare = 0.02;

function missingSymbols(view: ProfileView): Caution[] {
  const { tree } = view;
  const rows = rowsOfFrames(view, isUnknown).filter((row) => (tree.self[row] ?? 0) > 0);
  const caution = cautionOnSelf(view, 'missing-symbols', rows);
  return caution.share >= unknownShare ? [caution] : [];
}

function rowsOfFrames({ tree }: ProfileView, fits: (name: string) => boolean): number[] {
  const isWanted = tree.frames.names.map(fits);
  const rows: number[] = [];
  for (let row = 0; row < tree.size; row++) {
    if (isWanted[tree.frame[row] ?? 0] === true) rows.push(row);
  }
  return rows;
}

function onLeaves(
  view: ProfileView,
  code: 'merged-generics' | 'linker-stubs' | 'outlined-code',
  fits: (symbol: string) => boolean,
): Caution[] {
  const rows = rowsOfFrames(view, (name) => fits(plainStub(name)));
  if (rows.length === 0) return [];
  // Generic frames hold one another: what counts is which samples pass through any of them.
  const { tree } = view;
  const outermost: number[] = [];
  let coveredTo = 0;
  for (const row of rows) {
    if (row < coveredTo) continue;
    outermost.push(row);
    coveredTo = tree.end[row] ?? 0;
  }
  const caution = cautionOnRows(view, code, outermost);
  const frames = [...new Set(rows.map((row) => tree.nameOf(row)))];
  return [{ ...caution, frames, values: { functions: frames.length } }];
}

function plainStub(name: string): string {
  return plainSymbol(parseFrameName(name).symbol);
}

/** `<L,M,S,F>`: parameters of the definition, so all instances have one name (Rust's legacy mangling). */
function isMergedGeneric(symbol: string): boolean {
  return /[<,(][A-Z]\d?(?:[,)>]| as )/.test(symbol) && symbol.includes('::');
}

/** Words that make a reader stop looking: they sound like a cause. */
const suspectWord =
  /(?:Graceful)?Shutdown|Lock(?!ed)|Mutex|Wait|Sleep|Idle|Timeout|Retry|Panic|Error|Exception|Throw|Abort|Garbage|Gc(?=[A-Z]|$)|Finaliz|Spin|Backoff|Fallback|Debug|Trace|Log(?=[A-Z]|$)/;

/** Narrower frames mislead nobody. */
const wideShare = 0.1;

/**
 * Wide frames without weight of their own that are called like a cause, though nothing in them is:
 * a type's name is read as what it does. `<serve::WithGracefulShutdown as IntoFuture>::into_future`
 * is how a server is run, and no frame in it shuts anything down.
 */
function misleadingNames(view: ProfileView): Caution[] {
  const { tree, profile } = view;
  const cautions: Caution[] = [];
  for (const { name, self, total } of view.totals) {
    if (self > 0 || total < wideShare * profile.totalWeight) continue;
    const word = misleadingWord(plainStub(name));
    if (word === undefined) continue;
    const rows = [...(view.rowsOf.get(name) ?? [])];
    if (rows.some((row) => hasCalleeCalled(view, row, word))) continue;
    const widestFirst = rows.sort((a, b) => (tree.total[b] ?? 0) - (tree.total[a] ?? 0));
    const values = { word };
    cautions.push({
      code: 'name-misleads',
      ...view.measure(total),
      frames: [name],
      rows: widestFirst,
      values,
    });
  }
  return cautions.sort((a, b) => b.weight - a.weight);
}

/** The word, where it is in a type's name and the function's own name does not have it. */
function misleadingWord(symbol: string): string | undefined {
  const word = suspectWord.exec(typeOf(symbol))?.[0];
  if (word === undefined) return undefined;
  const method = /(?:::|[.#])([a-z_]\w*)(?:(?:::?\{|\$).*)?$/s.exec(symbol)?.[1] ?? '';
  return mentions(method, word) ? undefined : word;
}

/** `WithGracefulShutdown` of `<axum::serve::WithGracefulShutdown<L> as IntoFuture>::into_future`. */
function typeOf(symbol: string): string {
  const ofTrait = /^<(.+?)(?:<.*)? as /.exec(symbol)?.[1];
  if (ofTrait !== undefined) return ofTrait.split('::').at(-1) ?? '';
  const path = symbol.replace(/<.*>/, '').replace(/(?:::\{.*)?$/, '');
  const parts = path.split(/::|[./]/).slice(0, -1);
  return parts.findLast((part) => /^[A-Z]/.test(part)) ?? '';
}

function mentions(name: string, word: string): boolean {
  const squeezed = name.replaceAll('_', '').toLowerCase();
  return word
    .split(/(?=[A-Z])/)
    .some((part) => part !== '' && squeezed.includes(part.toLowerCase()));
}

function hasCalleeCalled({ tree }: ProfileView, row: number, word: string): boolean {
  const own = tree.nameOf(row);
  for (let at = row + 1; at < (tree.end[row] ?? 0); at++) {
    const name = tree.nameOf(at);
    if (name !== own && mentions(plainStub(name), word)) return true;
  }
  return false;
}
