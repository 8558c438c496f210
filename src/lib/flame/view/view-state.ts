/** How the same samples are arranged. */
export const viewKinds = [
  'merged',
  'left-heavy',
  'leaf-first',
  'time',
  'sandwich',
  'diff',
  'call-tree',
  'functions',
] as const;
export type ViewKind = (typeof viewKinds)[number];

export const orientations = ['flame', 'icicle'] as const;
/** `flame` has the root at the bottom, `icicle` at the top: layout only, the tree is the same. */
export type Orientation = (typeof orientations)[number];

export const colorModes = ['kind', 'library', 'name', 'self', 'change'] as const;
export type ColorMode = (typeof colorModes)[number];

export const transformKinds = ['focus', 'hide', 'merge', 'drop', 'collapse-recursion'] as const;
export type TransformKind = (typeof transformKinds)[number];

/**
 * One step that changes which stacks are shown, applied in order. `frame` is a frame's name; it is
 * empty only for a collapse of all recursion.
 */
export interface Transform {
  readonly kind: TransformKind;
  readonly frame: string;
}

export const diffNormalizations = ['none', 'total'] as const;
export const diffWidths = ['both', 'before', 'after'] as const;
export const diffMeasures = ['total', 'self'] as const;

/** How a comparison is shown. */
export interface DiffOptions {
  /** `total` scales the first profile to the weight of the second, as difffolded.pl -n does. */
  readonly normalize: (typeof diffNormalizations)[number];
  /** Which weight gives a frame its width. `both` keeps vanished and appeared frames in sight. */
  readonly width: (typeof diffWidths)[number];
  /** Whether the colour tells the change of the total or of the self weight. */
  readonly measure: (typeof diffMeasures)[number];
}

/**
 * Everything that a reader can choose about a graph, as plain data: links, steps of a lesson,
 * questions and the back button all speak it. Frames are named by path expressions (`node-path.ts`).
 * The empty string means "none" wherever a text stands.
 */
export interface ViewState {
  readonly version: 1;
  /** Id of the sample in the manifest; empty for a file that has no address. */
  readonly sample: string;
  /** Id of the second sample, for a comparison. */
  readonly after: string;
  readonly view: ViewKind;
  readonly orientation: Orientation;
  /** Zoomed to this frame. */
  readonly root: string;
  readonly selection: string;
  /** Literal text, or `/pattern/` with optional flags. */
  readonly search: string;
  /** Frames set off from the rest: `kind:kernel`, or path expressions. */
  readonly highlight: readonly string[];
  readonly color: ColorMode;
  /**
   * What is switched off in the legend, and its frames dimmed: kinds, or how the classes of their colours begin
   * (`hue-3`, `less`).
   */
  readonly muted: readonly string[];
  readonly transforms: readonly Transform[];
  readonly diff: DiffOptions;
  /** The function in the middle of a sandwich. */
  readonly function: string;
  /** Free zoom: left and right edge as shares of the whole, or `null` when zoomed to a frame. */
  readonly window: readonly [number, number] | null;
}

export const defaultDiff: DiffOptions = { normalize: 'total', width: 'both', measure: 'total' };

/** What a sample shows when its address says nothing more. */
export const defaultView: ViewState = {
  version: 1,
  sample: '',
  after: '',
  view: 'merged',
  orientation: 'flame',
  root: '',
  selection: '',
  search: '',
  highlight: [],
  color: 'kind',
  muted: [],
  transforms: [],
  diff: defaultDiff,
  function: '',
  window: null,
};

/** What a lesson writes by hand: any part of a `ViewState`, with the rest as it is by default. */
export type ViewSketch = Partial<
  Omit<ViewState, 'version' | 'diff' | 'highlight'> & {
    highlight: string | readonly string[];
    diff: Partial<DiffOptions>;
  }
>;

// Long enough for a stack of a hundred long names, short enough that nonsense costs nothing.
const longestText = 20_000;
const mostEntries = 200;

function readText(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, longestText) : '';
}

function readTexts(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value.slice(0, longestText)];
  if (!Array.isArray(value)) return [];
  return value
    .slice(0, mostEntries)
    .map(readText)
    .filter((text) => text !== '');
}

function readChoice<T extends string>(choices: readonly T[], value: unknown, otherwise: T): T {
  return choices.find((choice) => choice === value) ?? otherwise;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readTransforms(value: unknown): Transform[] {
  if (!Array.isArray(value)) return [];
  const transforms: Transform[] = [];
  for (const step of value.slice(0, mostEntries)) {
    if (!isRecord(step)) continue;
    const kind = transformKinds.find((known) => known === step['kind']);
    const frame = readText(step['frame']);
    if (kind !== undefined && (frame !== '' || kind === 'collapse-recursion')) {
      transforms.push({ kind, frame });
    }
  }
  return transforms;
}

function readDiff(value: unknown): DiffOptions {
  if (!isRecord(value)) return defaultDiff;
  return {
    normalize: readChoice(diffNormalizations, value['normalize'], defaultDiff.normalize),
    width: readChoice(diffWidths, value['width'], defaultDiff.width),
    measure: readChoice(diffMeasures, value['measure'], defaultDiff.measure),
  };
}

function readWindow(value: unknown): readonly [number, number] | null {
  if (!Array.isArray(value)) return null;
  const [left, right] = value as unknown[];
  if (typeof left !== 'number' || typeof right !== 'number') return null;
  return left >= 0 && right <= 1 && left < right ? [left, right] : null;
}

/**
 * Reads a `ViewState` from anything: an object of an older or newer version, a sketch from a
 * lesson, or nonsense. What it does not understand becomes the default; it never throws.
 */
export function parseViewState(value: unknown): ViewState {
  try {
    return isRecord(value) ? readRecord(value) : defaultView;
  } catch {
    return defaultView; // a getter that throws, a proxy that was revoked
  }
}

function readRecord(value: Readonly<Record<string, unknown>>): ViewState {
  return {
    version: 1,
    sample: readText(value['sample']),
    after: readText(value['after']),
    view: readChoice(viewKinds, value['view'], defaultView.view),
    orientation: readChoice(orientations, value['orientation'], defaultView.orientation),
    root: readText(value['root']),
    selection: readText(value['selection']),
    search: readText(value['search']),
    highlight: readTexts(value['highlight']),
    color: readChoice(colorModes, value['color'], defaultView.color),
    muted: readTexts(value['muted']),
    transforms: readTransforms(value['transforms']),
    diff: readDiff(value['diff']),
    function: readText(value['function']),
    window: readWindow(value['window']),
  };
}
