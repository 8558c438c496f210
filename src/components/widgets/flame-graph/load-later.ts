/*
 * What a graph needs later, or never. Each has one place in the code: the address and all that it needs in turn stand
 * at every import, and a lesson has no bytes to spare.
 */
export const loadRareParts = () => import('./rare-parts.ts');
export const loadWaiting = () => import('./wait-for-view.ts');
export const loadFaults = () => import('./graph-faults.ts');
export const loadTyping = () => import('./find-typed.ts');
export const loadReadiness = () => import('./get-ready.ts');
