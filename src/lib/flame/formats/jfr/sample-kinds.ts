import type { WeightUnit } from '../../model/weight.ts';

/** An event that carries a stack and a weight. */
export interface SampleKind {
  readonly event: string;
  /** Name of the profile. */
  readonly name: string;
  readonly unit: WeightUnit;
  /** The field that is the weight; without one each event weighs 1. */
  readonly weight?: string;
}

/**
 * What is read of a recording, each in a profile of its own: time on a CPU, waiting, memory and
 * locks must not be added up. From OpenJDK's metadata.xml and async-profiler's jfrMetadata.cpp.
 */
export const sampleKinds: readonly SampleKind[] = [
  { event: 'jdk.ExecutionSample', name: 'execution samples', unit: 'samples' },
  {
    event: 'jdk.CPUTimeSample',
    name: 'CPU time samples',
    unit: 'nanoseconds',
    weight: 'samplingPeriod',
  },
  { event: 'jdk.NativeMethodSample', name: 'native method samples', unit: 'samples' },
  {
    event: 'profiler.WallClockSample',
    name: 'wall clock samples',
    unit: 'samples',
    weight: 'samples',
  },
  {
    event: 'jdk.ObjectAllocationSample',
    name: 'sampled allocations',
    unit: 'bytes',
    weight: 'weight',
  },
  {
    event: 'jdk.ObjectAllocationInNewTLAB',
    name: 'allocations in new TLABs',
    unit: 'bytes',
    weight: 'tlabSize',
  },
  {
    event: 'jdk.ObjectAllocationOutsideTLAB',
    name: 'allocations outside TLABs',
    unit: 'bytes',
    weight: 'allocationSize',
  },
  {
    event: 'jdk.JavaMonitorEnter',
    name: 'waiting for monitors',
    unit: 'nanoseconds',
    weight: 'duration',
  },
  {
    event: 'jdk.ThreadPark',
    name: 'parked threads',
    unit: 'nanoseconds',
    weight: 'duration',
  },
];

/** States of a thread that was not on a CPU, nor waiting for one. */
const waitingState = /SLEEP|WAIT|PARK|BLOCKED/;

/** Wall clock profilers sample waiting threads too: those are a profile of their own. */
export function nameOfSamples(kind: SampleKind, state: string): string {
  return waitingState.test(state) ? `${kind.name} (waiting)` : kind.name;
}
