import { allNodes, libraryOfFrame } from '../../../lib/flame/index.ts';
import type { Transform, ViewKind, ViewState } from '../../../lib/flame/index.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import type { ViewChange } from './view-changes.ts';

/* What the panel, the chips and the actions of a frame do, as a change of the view. */

/** @param wanted the state that is on its way: a step before this one may still be worked out */
export function addTransform(view: FlameGraphView, wanted: ViewState, step: Transform): ViewChange {
  const transforms = [...wanted.transforms, step];
  // Its expression could name another frame of the tree that is left.
  const selection = removesSelected(view, step) ? { selection: '' } : {};
  return { transforms, root: '', window: null, ...selection };
}

function removesSelected({ tree, selected }: FlameGraphView, { kind, frame }: Transform): boolean {
  if (selected === undefined || selected === allNodes) return false;
  const name = tree.nameOf(selected);
  if (kind === 'hide' || kind === 'drop') return frame === name;
  const detail = tree.frames.details[tree.frame[selected] ?? 0];
  return kind === 'merge' && frame === libraryOfFrame(name, detail);
}

export function removeTransform({ transforms }: ViewState, index: number): ViewChange {
  return { transforms: transforms.filter((_, i) => i !== index), root: '', window: null };
}

export function collapseRecursion({ transforms }: ViewState, collapsed: boolean): ViewChange {
  const others = transforms.filter(
    ({ kind, frame }) => kind !== 'collapse-recursion' || frame !== '',
  );
  const step: Transform = { kind: 'collapse-recursion', frame: '' };
  return { transforms: collapsed ? [...others, step] : others, root: '', window: null };
}

/** Views whose frames stand on their callers: one path names the same frame in all of them. */
const rootFirstViews: readonly ViewKind[] = ['merged', 'left-heavy', 'time', 'diff', 'call-tree'];

/**
 * Another view, with the selection kept: by its path where that means the same, else by its name.
 *
 * @param lastPath the expression of the last selection in a root-first view, to come back to
 */
export function switchView(
  current: FlameGraphView,
  view: ViewKind,
  lastPath: { readonly name: string; readonly expression: string } | undefined,
): ViewChange {
  const { tree, selected, state } = current;
  const name = selected === undefined || selected === allNodes ? '' : tree.nameOf(selected);
  const middle = view === 'sandwich' && name !== '' ? { function: name } : {};
  const isRootFirst = rootFirstViews.includes(view);
  if (rootFirstViews.includes(current.view) && isRootFirst) return { view, ...middle };
  const byName = name === '' ? '' : `"${name.replaceAll('"', '\\"')}"`;
  const isSame = isRootFirst && lastPath?.name === name;
  const selection = isSame ? lastPath.expression : byName;
  return { view, selection, root: '', window: null, function: state.function, ...middle };
}
