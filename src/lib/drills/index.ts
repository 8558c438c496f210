/** Drills: generated profiles with a planted cause that the library's reading confirms. */
export { causeOfReading } from './cause-of-reading.ts';
export type { CostumeId } from './costumes.ts';
export { costumeIds } from './costumes.ts';
export type { Change, Drill, DrillAsk, DrillLevel, DrillOption } from './drill.ts';
export { drillAsks } from './drill.ts';
export { drillId, drillLevelOf } from './drill-level.ts';
export type { DrillWish } from './make-drill.ts';
export { makeDrill } from './make-drill.ts';
export type { Cause } from './plant-cause.ts';
export { causes } from './plant-cause.ts';
