/*
 * What a graph needs later, or never. Each has one place in the code: the address and all that it needs in turn stand
 * at every import, and so does a function that takes one name out of it, unless what is imported is handed over whole. A
 * lesson has no bytes to spare.
 */
export const loadRareParts = () => import('./rare-parts.ts');
export const loadWaiting = () => import('./wait-for-view.ts');
export const loadAsides = () => import('./asides.ts');
export const loadCanvas = () => import('./canvas-stage.ts');
export const loadTables = () => import('./tables.ts');
export const loadWorkshop = () => import('./worker/graph-workshop.ts');
export const loadImport = () => import('../../../lib/flame/worker/import-in-worker.ts');
