/*
 * The small door: what a graph in a lesson needs to read folded stacks, draw, search and say what it
 * shows. `index.ts` opens everything; a page that is not asked for more loads only this.
 */
export { ImportError } from './formats/import-error.ts';
export { importFolded } from './formats/import-folded.ts';
export { allNodes } from './tree/call-tree.ts';
export { sortedCallTree } from './tree/sorted-call-tree.ts';
export { frameKinds } from './analysis/frame-kinds.ts';
export { formatInterval, formatShare } from './text/format-share.ts';
export { formatWeight } from './text/format-weight.ts';
export { displayName } from './text/shown-name.ts';
export { mayBeMangled } from './text/tidy-symbol.ts';
export { defaultView, parseViewState } from './view/view-state.ts';
export { hasViewParams, queryWithView, viewFromParams } from './view/view-address.ts';
export { expressionOf, findNode, pathOf } from './view/node-path.ts';
export { layoutOfTree, layoutUpTo, levelsOf } from './layout/flame-layout.ts';
export {
  childrenOf,
  heaviestChild,
  isLeaf,
  isWithin,
  nextSibling,
  previousSibling,
} from './layout/neighbours.ts';
export { slideWindow, windowOfRow, zoomWindow } from './layout/viewport.ts';
export { colorByKind } from './color/color-scheme.ts';
export { planScene } from './paint/plan-scene.ts';
export type { Scene } from './paint/scene.ts';
export { paintSvg } from './paint/paint-svg.ts';
export { describeFrame, describeHeld, factsOf } from './paint/describe.ts';
