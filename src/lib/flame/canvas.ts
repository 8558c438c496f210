/*
 * The door for large graphs: what finds and draws the boxes of a viewport on a canvas. Like
 * `graph.ts` it exists so that a lesson loads only this: see docs/adr.
 */
export { BoxColumns } from './layout/box-columns.ts';
export { cullBoxes } from './layout/cull-boxes.ts';
export { rowAtPoint, thinAtPoint } from './layout/hit-test.ts';
export { Outline } from './layout/outline.ts';
export { siblingPlaces } from './layout/sibling-places.ts';
export { depthAt, topOfDepth } from './layout/viewport.ts';
export { weightAt, wholeViewport } from './layout/whole-viewport.ts';
export { noiseBelow } from './paint/describe.ts';
export { isBeside } from './layout/neighbours.ts';
export { CanvasPainter } from './paint/canvas-painter.ts';
export { paintCanvas } from './paint/paint-canvas.ts';
