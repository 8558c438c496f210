// The public door of the library: everyone outside src/lib/flame imports from here.
export { importProfile, formats } from './formats/import-profile.ts';
export type { ImportOptions, ImportResult } from './formats/import-profile.ts';
export { ImportError } from './formats/import-error.ts';
export type { ImportIssue } from './formats/import-issue.ts';
export type { FrameDetail, FrameTable, Profile, SampleTable, StackTable } from './model/profile.ts';
export { noStack, ProfileBuilder } from './model/profile-builder.ts';
export type { WeightUnit } from './model/weight.ts';

// tree
export type { CallTree, SiblingOrder } from './tree/call-tree.ts';
export { allNodes } from './tree/call-tree.ts';
export type { CallTreeOptions } from './tree/build-call-tree.ts';
export { buildCallTree } from './tree/build-call-tree.ts';
export type { MergeBy } from './tree/frame-keys.ts';

// analysis
export type { FunctionTotal } from './analysis/function-totals.ts';
export { functionTotals, totalsByGroup } from './analysis/function-totals.ts';
export type { SearchOptions, SearchResult } from './analysis/search-frames.ts';
export { searchFrames } from './analysis/search-frames.ts';
export type { ShareInterval } from './analysis/intervals.ts';
export { wilsonInterval } from './analysis/intervals.ts';
