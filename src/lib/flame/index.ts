// The public door of the library: everyone outside src/lib/flame imports from here.
export { importProfile, formats } from './formats/import-profile.ts';
export type { ImportOptions, ImportResult } from './formats/import-profile.ts';
export { importFolded } from './formats/import-folded.ts';
export { ImportError } from './formats/import-error.ts';
export type { ImportIssue } from './formats/import-issue.ts';
export type { Said } from './formats/say.ts';
export type { FrameDetail, FrameTable, Profile, SampleTable, StackTable } from './model/profile.ts';
export { noStack, ProfileBuilder } from './model/profile-builder.ts';
export type { WeightUnit } from './model/weight.ts';

// tree
export type { CallTree, SiblingOrder } from './tree/call-tree.ts';
export type { DepthColumn, WeightColumn } from './tree/columns.ts';
export { allNodes } from './tree/call-tree.ts';
export type { CallTreeOptions } from './tree/build-call-tree.ts';
export { buildCallTree } from './tree/build-call-tree.ts';
export type { MergeBy } from './model/frame-keys.ts';
export type { CallersAndCallees } from './tree/callers-and-callees.ts';
export { callersAndCallees } from './tree/callers-and-callees.ts';

// analysis
export type { FunctionTotal } from './analysis/function-totals.ts';
export { functionTotals, totalsByGroup } from './analysis/function-totals.ts';
export type { FrameMatches, SearchOptions, SearchResult } from './analysis/search-frames.ts';
export { collectMatches, matchFrames, searchFrames } from './analysis/search-frames.ts';
export type { ShareComparison } from './analysis/intervals.ts';
export type { ShareInterval } from './analysis/wilson-interval.ts';
export {
  compareShares,
  samplesNeeded,
  samplesToDetect,
  wilsonInterval,
} from './analysis/intervals.ts';
export type { FrameKind, SystemCall, SystemCallKind } from './analysis/frame-kinds.ts';
export { frameKinds, systemCallKinds } from './analysis/frame-kinds.ts';
export type { FrameClass } from './analysis/classify-frame.ts';
export {
  classifyFrame,
  kindOfFrame,
  kindsOfFrames,
  kindTellerOf,
} from './analysis/classify-frame.ts';
export { systemCallOf } from './analysis/system-calls.ts';
export { kindTotals, libraryOfFrame, libraryTotals } from './analysis/library-totals.ts';
export { applyTransforms } from './analysis/apply-transforms.ts';
export type { DiffColumns, DiffSettings, DiffTree } from './analysis/diff-profiles.ts';
export { diffColumns, diffProfiles, diffTreeOf } from './analysis/diff-profiles.ts';
export type { HotPathOptions } from './analysis/hot-path.ts';
export { hotPath } from './analysis/hot-path.ts';
export type { CallChain, ChainFrame, ChainOptions, ChainStep } from './analysis/main-chains.ts';
export { mainChains } from './analysis/main-chains.ts';
export type { Measured } from './analysis/measured.ts';
export { independentSamples, measureOf } from './analysis/measured.ts';
export type { Finding } from './analysis/finding.ts';
export type { ShapeCode, ShapeFinding } from './analysis/shapes/shape.ts';
export { findShapes } from './analysis/shapes/find-shapes.ts';
export type {
  Caution,
  CautionCode,
  FunctionFact,
  NodeFact,
  PartFact,
  Reading,
  ReadingOptions,
  SystemCallFact,
  SystemCallGroup,
  SystemCallGroupFact,
  SystemCallKindFact,
} from './analysis/reading/reading.ts';
export { groupOfKind, isLoggingFrame } from './analysis/reading/system-call-table.ts';
export type { SystemCallStacks } from './analysis/system-call-stacks.ts';
export { systemCallStacks } from './analysis/system-call-stacks.ts';
export { readProfile } from './analysis/reading/read-profile.ts';
export type { FunctionChange } from './analysis/function-changes.ts';
export { functionChanges } from './analysis/function-changes.ts';

// text
export { formatPoints } from './text/format-points.ts';
export { formatInterval, formatShare } from './text/format-share.ts';
export { formatWeight } from './text/format-weight.ts';
export { phrasesOf } from './text/phrases.ts';
export type { DisplayLevel } from './text/display-name.ts';
export { displayLevels, displayName } from './text/display-name.ts';

// view
export type {
  ColorMode,
  DiffOptions,
  Orientation,
  Transform,
  TransformKind,
  ViewKind,
  ViewSketch,
  ViewState,
} from './view/view-state.ts';
export { colorModes, defaultView, parseViewState, viewKinds } from './view/view-state.ts';
export { hasViewParams, queryWithView, viewFromParams, viewToParams } from './view/view-address.ts';
export { expressionOf, findNode, formatFullPath, parseFullPath, pathOf } from './view/node-path.ts';

// layout
export type { FlameLayout } from './layout/flame-layout.ts';
export { layoutOfTree, levelsOf } from './layout/flame-layout.ts';
export {
  childrenOf,
  heaviestChild,
  isLeaf,
  isWithin,
  nextSibling,
  previousSibling,
} from './layout/neighbours.ts';
export type { Viewport } from './layout/viewport.ts';
export { depthAt, slideWindow, topOfDepth, windowOfRow, zoomWindow } from './layout/viewport.ts';
export { weightAt, wholeViewport } from './layout/whole-viewport.ts';
export { BoxColumns } from './layout/box-columns.ts';
export { cullBoxes } from './layout/cull-boxes.ts';
export { Outline } from './layout/outline.ts';
export { rowAtPoint, thinAtPoint } from './layout/hit-test.ts';
export { siblingPlaces } from './layout/sibling-places.ts';
export { buildFlameChart, hasTimeOrder } from './layout/flame-chart.ts';
export type { Sandwich } from './layout/sandwich.ts';
export { layOutSandwich } from './layout/sandwich.ts';

// color
export type { ColorScheme } from './color/color-scheme.ts';
export { colorByKind } from './color/color-scheme.ts';
export { colorByChange, colorByGroup, colorByName, colorBySelf } from './color/color-modes.ts';

// paint
export type { PaintedBox, Scene } from './paint/scene.ts';
export type { SceneOptions } from './paint/plan-scene.ts';
export { planScene } from './paint/plan-scene.ts';
export { paintSvg } from './paint/paint-svg.ts';
export type { BoxFills, CanvasPalette, CanvasSurface } from './paint/canvas-surface.ts';
export type { CanvasPicture, RowLooks } from './paint/canvas-picture.ts';
export { CanvasPainter } from './paint/canvas-painter.ts';
export { paintCanvas } from './paint/paint-canvas.ts';
export type { FrameFacts } from './paint/describe.ts';
export {
  describeFrame,
  describeHeld,
  factsOf,
  intervalOf,
  nameOfAll,
  noiseBelow,
} from './paint/describe.ts';
export { factsOfFunction } from './paint/describe-function.ts';
export type { FrameChange } from './paint/describe-change.ts';
export { changeOf, describeChange, signOfChange } from './paint/describe-change.ts';
export type { ExportColor, ExportOptions, ExportPalette } from './paint/export-svg.ts';
export { exportedMarks, exportSvg, thinnestEdgedPx, thinnestLinedPx } from './paint/export-svg.ts';
export { escapeXml } from './paint/escape-xml.ts';

// write
export { toFolded } from './write/to-folded.ts';
export { toDifferentialFolded } from './write/to-differential-folded.ts';
export { readingToMarkdown } from './write/reading-markdown.ts';
export {
  markdownCode,
  markdownOf,
  markdownTable,
  markdownText,
  markdownVerbatim,
} from './write/markdown-text.ts';
export { Figures } from './write/figures.ts';
export type { ReadingWords } from './write/reading-words.ts';
export { readingWords } from './write/words-of-reading.ts';
export { joinEqualSteps, sayChainLine } from './write/say-chain.ts';
export { sayCaution, sayShape } from './write/say-finding.ts';
export type { Text, TextPart } from './write/said-text.ts';
export { frameText, joinText, plainOf, say, sayInChinese } from './write/said-text.ts';
export type { SpeedscopeFile } from './write/to-speedscope.ts';
export { toPprof } from './write/to-pprof.ts';
export { toSpeedscope } from './write/to-speedscope.ts';
