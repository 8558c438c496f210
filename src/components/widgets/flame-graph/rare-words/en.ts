type Keys = readonly (readonly [keys: string, meaning: string])[];

/** English words of what is loaded when it is first opened. `zh.ts` has the same keys. */
export const words = {
  close: 'Close',
  between: ' · ',
  intervalOfTotal: 'Total: 95% interval',
  view: 'View',
  color: 'Colour by',
  views: {
    merged: 'Merged, by name',
    'left-heavy': 'Merged, heaviest first',
    'leaf-first': 'Leaf first: who runs, then who calls',
    time: 'In time order',
    sandwich: 'Callers and callees of one function',
    diff: 'Before and after',
    'call-tree': 'Call tree as a table',
    functions: 'Functions as a table',
  } as Readonly<Record<string, string>>,
  noTime: 'the profile has no times',
  noAfter: 'there is only one profile',
  colors: {
    kind: 'kind of frame',
    library: 'library',
    name: 'name',
    self: 'self weight',
    change: 'change',
  } as Readonly<Record<string, string>>,
  shown: (view: string) => `Shown: ${view}.`,
  collapseRecursion: 'Collapse functions that call themselves',
  saveAs: 'Save as',
  copyLink: 'Copy a link to this view',
  comparison: 'Flame graph of two profiles, before and after',
  copied: 'Copied.',
  onlyPicture: 'This graph can be looked at, but not zoomed or searched.',
  stepRemoved: (step: string) => `Undone: ${step}`,
  notCopied: 'The browser did not let the text be copied. Here it is:',
  working: 'Working it out…',
  notWorkedOut: (reason: string) =>
    `That could not be worked out, and nothing was changed.${reason === '' ? '' : ` The reason given: ${reason}`}`,
  steps: 'Steps applied to the stacks',
  removeStep: (step: string) => `Undo: ${step}`,
  skipped: (count: string) =>
    `${count} ${count === '1' ? 'place' : 'places'} of the file could not be read:`,
  nothingLeft: 'These steps leave no sample. Press one of them to undo it.',
  transforms: {
    focus: (name: string) => `only stacks with ${name}, from there`,
    hide: (name: string) => `without ${name}; its weight goes to its callers`,
    merge: (name: string) => `${name} as one frame`,
    drop: (name: string) => `without samples of ${name}`,
    'collapse-recursion': (name: string) =>
      name === '' ? 'direct recursion collapsed' : `recursion of ${name} collapsed`,
  } as Readonly<Record<string, (name: string) => string>>,
  action: {
    zoom: ['Zoom to it', 'Also called focus block (Grafana)'],
    sandwich: [
      'Show its callers and callees',
      'Also called sandwich (speedscope), pivot (Perfetto)',
    ],
    focus: [
      'Show only what it calls',
      'Also called focus (pprof, Firefox), show from frame (Perfetto)',
    ],
    hide: ['Take it out of the stacks', 'Also called merge function (Firefox), hide (pprof)'],
    merge: ['Fold its library into one frame', 'Also called collapse resource (Firefox)'],
    drop: [
      'Drop the samples that hold it',
      'Also called drop (Firefox), ignore (pprof), hide stack (Perfetto)',
    ],
    recursion: ['Collapse its recursion', 'Also called flatten recursion (speedscope)'],
    searchName: ['Find all of its kind by name', 'Searches for the name'],
    copyName: ['Copy its name', ''],
    copyStack: ['Copy its stack', 'Root first, as a folded line'],
    copyLink: ['Copy a link to it', ''],
  } as Readonly<Record<string, readonly [name: string, note: string]>>,
  before: 'Before',
  after: 'After',
  change: 'Change',
  appeared: 'Only after',
  vanished: 'Only before',
  changeInterval: '95% interval',
  mayBeChance: 'May be chance: no change is inside the 95% interval.',
  matchedOfBoth: (before: string, after: string, frames: string) =>
    `Matched: ${before} of before, ${after} of after; ${frames} ${frames === '1' ? 'frame' : 'frames'}`,
  matchedOfBothZoomed: (before: string, after: string) =>
    ` · of the zoomed frame ${before} and ${after}`,
  diff: {
    normalize: 'Compare',
    normalizes: { total: 'shares', none: 'weights as recorded' },
    width: 'Width',
    widths: { both: 'both profiles', before: 'before', after: 'after' },
    measure: 'Colour by change of',
    measures: { total: 'total', self: 'self' },
  },
  scale: {
    less: 'less',
    same: 'no clear change',
    more: 'more',
    cold: 'no self weight',
    hot: 'most self weight',
    sameName: 'A name has the same colour wherever it stands.',
    otherLibraries: 'other or no library',
  },
  places: 'Boxes in the graph',
  ofAllPlaces:
    'Counted wherever it is called, each sample once. A link to it leads to its widest box.',
  more: (count: string) => `Show ${count} more`,
  lighter: (count: string, weight: string) =>
    `${count} lighter ${count === '1' ? 'frame' : 'frames'} here, together ${weight}.`,
  onlyLines: (count: string) =>
    `Only the first ${count} lines are listed. Close some to see what comes after them.`,
  minimap: 'The whole graph; drag to move the window',
  keys: {
    title: 'Keys in the graph',
    picture: (up: string, down: string): Keys => [
      [up, 'into the heaviest callee'],
      [down, 'to the caller'],
      ['← →', 'to the frame beside it, under the same caller'],
      ['Home, End', 'to "all"; to the last frame'],
      ['letters', 'to the next frame whose name begins so'],
      ['Enter', 'zoom to the frame'],
      ['Space', 'select without zooming'],
      ['+ −', 'zoom in and out around the frame'],
    ],
    callTree: [
      ['↑ ↓', 'to the line above or below'],
      ['→', 'open the callees; then into them'],
      ['←', 'close them; then to the caller'],
      ['Home, End', 'to the first line; to the last'],
      ['letters', 'to the next frame whose name begins so'],
      ['Enter, Space', 'select the frame'],
    ] as Keys,
    functions: [
      ['↑ ↓', 'to the function above or below'],
      ['Home, End', 'to the first line; to the last'],
      ['letters', 'to the next function whose name begins so'],
      ['Enter, Space', 'select the function; on a heading, sort by it'],
    ] as Keys,
    everywhere: [
      ['Esc', 'zoom out; where all is shown, end the search'],
      ['/, Ctrl+F', 'search; there, Enter goes to the next match, Shift+Enter to the one before'],
      ['?', 'this list'],
    ] as Keys,
    picking: 'Here Enter and Space choose the frame as your answer; Shift+Enter zooms.',
  },
};

export type RareWords = typeof words;
