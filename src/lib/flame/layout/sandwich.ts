import type { CallTree } from '../tree/call-tree.ts';
import type { WeightColumn } from '../tree/columns.ts';
import type { CallersAndCallees } from '../tree/callers-and-callees.ts';
import type { FlameLayout } from './flame-layout.ts';

/** A sandwich as one tree: callers have depths below 0, and stand above the function. */
export interface Sandwich {
  readonly tree: CallTree;
  readonly layout: FlameLayout;
  /**
   * The function once more, as the root of its callers; it is in no run of the layout, so it is not
   * drawn. Rows before it are the function (row 0) and its callees, rows after it its callers.
   */
  readonly callersRoot: number;
}

/**
 * Stacks the callers of a function on the function and its callees, so that both halves share one
 * scale, one selection and one picture. A caller's parent is what it calls.
 */
export function layOutSandwich({ callers, callees }: CallersAndCallees): Sandwich {
  const callersRoot = callees.size;
  const size = callersRoot + callers.size;
  const shifted = (row: number) => row + callersRoot;
  const ints = (
    column: 'frame' | 'parent' | 'end' | 'depth',
    ofCaller: (value: number) => number,
  ) => {
    const joined = new Int32Array(size);
    joined.set(callees[column]);
    const ofCallers = callers[column];
    for (let row = 0; row < callers.size; row++) {
      joined[shifted(row)] = ofCaller(ofCallers[row] ?? 0);
    }
    return joined;
  };
  const isNarrow = callees.total instanceof Uint32Array && callers.total instanceof Uint32Array;
  const zeros = () => (isNarrow ? new Uint32Array(size) : new Float64Array(size));
  const weights = (column: 'total' | 'start') => {
    const joined = zeros();
    joined.set(callees[column]);
    joined.set(callers[column], callersRoot);
    return joined;
  };
  const columns = {
    frame: ints('frame', (frame) => frame),
    parent: ints('parent', (row) => (row < 0 ? row : shifted(row))),
    end: ints('end', shifted),
    depth: ints('depth', (depth) => -depth),
    self: selfOfSandwich(callees, callersRoot, zeros()),
    total: weights('total'),
    start: weights('start'),
  };
  const { frames, unit, order, totalWeight } = callees;
  const maxDepth = Math.max(callees.maxDepth, callers.maxDepth);
  const nameOf = (row: number) => frames.names[columns.frame[row] ?? 0] ?? '';
  return {
    tree: {
      ...columns,
      size,
      maxDepth,
      totalWeight,
      unit,
      inverted: false,
      order,
      frames,
      nameOf,
    },
    layout: {
      ...columns,
      size,
      width: columns.total,
      runs: [
        { from: 0, to: callersRoot },
        { from: Math.min(callersRoot + 1, size), to: size },
      ],
      firstDepth: Math.min(1 - callers.maxDepth, 0),
      lastDepth: Math.max(callees.maxDepth - 1, 0),
      extent: totalWeight,
    },
    callersRoot,
  };
}

/** Only the function and its callees ran in these samples: its callers were waiting for it. */
function selfOfSandwich<Column extends WeightColumn>(
  callees: CallTree,
  callersRoot: number,
  self: Column,
): Column {
  self.set(callees.self);
  if (callersRoot < self.length) self[callersRoot] = callees.self[0] ?? 0;
  return self;
}
