/*
 * The door for building: profiles from stacks, and trees in any order. Like `graph.ts` it exists so
 * that a lesson loads only this, and only where its graph is not in order already: see docs/adr.
 */
export { ProfileBuilder } from './model/profile-builder.ts';
export { buildCallTree } from './tree/build-call-tree.ts';
