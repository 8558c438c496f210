// The public door of the library: everyone outside src/lib/flame imports from here.
export { importProfile, formats } from './formats/import-profile.ts';
export type { ImportOptions, ImportResult } from './formats/import-profile.ts';
export { ImportError } from './formats/import-error.ts';
export type { ImportIssue } from './formats/import-issue.ts';
export type { FrameDetail, FrameTable, Profile, SampleTable, StackTable } from './model/profile.ts';
export { noStack, ProfileBuilder } from './model/profile-builder.ts';
export type { WeightUnit } from './model/weight.ts';
