import { GrowingFloat64, GrowingInt32 } from '../model/growing-column.ts';
import type { Profile } from '../model/profile.ts';
import { allNodes } from '../tree/call-tree.ts';
import type { CallTree } from '../tree/call-tree.ts';

/** Whether the samples have an order that means something: the time at which they were taken. */
export function hasTimeOrder(profile: Profile): boolean {
  return profile.samples.time !== undefined;
}

/**
 * The flame chart: samples from left to right in the order in which they were taken, each as wide as
 * its weight. Nothing is merged but what runs on from one sample to the next, so one stack can
 * stand in many places. Rows are in pre-order, which is here the order of time.
 *
 * Costs one step for each frame of each sample; a chart has as many rows as calls can be told apart.
 */
export function buildFlameChart(profile: Profile): CallTree {
  const { samples, stacks, frames, unit, totalWeight } = profile;
  const chart = new GrowingChart();
  let open: number[] = []; // stacks of the sample before, root first
  for (let i = 0; i < samples.length; i++) {
    const stack = samples.stack[i] ?? allNodes;
    const path: number[] = [];
    for (let at = stack; at >= 0; at = stacks.prefix[at] ?? allNodes) path.push(at);
    path.reverse();
    let shared = 0;
    while (shared < path.length && path[shared] === open[shared]) shared++;
    chart.closeTo(shared);
    for (let depth = shared; depth < path.length; depth++) {
      chart.open(stacks.frame[path[depth] ?? 0] ?? 0);
    }
    chart.add(samples.weight[i] ?? 0);
    open = path;
  }
  const columns = chart.finish();
  const nameOf = (row: number) => frames.names[columns.frame[row] ?? 0] ?? '';
  return { ...columns, totalWeight, unit, inverted: false, order: 'time', frames, nameOf };
}

class GrowingChart {
  readonly #frame = new GrowingInt32();
  readonly #parent = new GrowingInt32();
  readonly #depth = new GrowingInt32();
  readonly #start = new GrowingFloat64();
  /** Rows of the calls that go on, root first. */
  readonly #open: number[] = [];
  /** By row, set when the call ends: where, and the first row after it. */
  readonly #stop: number[] = [];
  readonly #end: number[] = [];
  readonly #self: number[] = [];
  #now = 0;
  #maxDepth = 0;

  open(frame: number): void {
    const depth = this.#open.length;
    this.#parent.push(this.#open.at(-1) ?? allNodes);
    this.#open.push(this.#frame.length);
    this.#frame.push(frame);
    this.#depth.push(depth);
    this.#start.push(this.#now);
    this.#self.push(0);
    if (depth >= this.#maxDepth) this.#maxDepth = depth + 1;
  }

  /** Ends the calls from this depth on. */
  closeTo(depth: number): void {
    while (this.#open.length > depth) {
      const row = this.#open.pop() ?? 0;
      this.#stop[row] = this.#now;
      this.#end[row] = this.#frame.length;
    }
  }

  /** The calls that are open go on for this weight; the innermost is the one that runs. */
  add(weight: number): void {
    const running = this.#open.at(-1);
    if (running !== undefined) this.#self[running] = (this.#self[running] ?? 0) + weight;
    this.#now += weight;
  }

  finish() {
    this.closeTo(0);
    const start = this.#start.finish();
    return {
      size: this.#frame.length,
      maxDepth: this.#maxDepth,
      frame: this.#frame.finish(),
      parent: this.#parent.finish(),
      depth: this.#depth.finish(),
      start,
      end: Int32Array.from(this.#end),
      self: Float64Array.from(this.#self),
      total: start.map((from, row) => (this.#stop[row] ?? from) - from),
    };
  }
}
