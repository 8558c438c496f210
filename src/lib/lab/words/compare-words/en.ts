import { say } from '../../../flame/index.ts';
import type { WeightUnit } from '../../../flame/index.ts';
import type { CompareWords } from '../compare-words.ts';

const units: Readonly<Record<WeightUnit, string>> = {
  samples: 'samples',
  nanoseconds: 'time',
  bytes: 'bytes',
  count: 'a count of its own',
};

export const words: CompareWords = {
  title: (before, after) => say`${before} compared with ${after}`,
  size: (before, after) => say`Before: ${before}. After: ${after}.`,
  normalised: (times) =>
    say`Shares are compared: before was multiplied by ${times}, so that both have the same total. What kept its weight then seems to grow where the rest shrank. If both did the same work, compare weights for each request too.`,
  verdict: (clear, tested) =>
    clear === 0
      ? say`Of ${String(tested)} functions compared by self, none changed more than chance explains.`
      : say`Of ${String(tested)} functions compared by self, ${String(clear)} changed more than chance explains; all the others could be noise.`,
  oneRunEach: say`One run on each side does not show how much runs of the same program differ. Alternate several runs of each, and take the run as the unit.`,
  holm: 'Each interval is for one change alone, at 95%, with samples taken as independent. Where many functions are looked at, some stand out by chance: a change is called clear only if it stands out from all of them (Holm’s correction, 5%).',
  echoes:
    'Totals of one call chain change together: of frames that stand on one another with almost the same weights only one is named.',
  obstacles: {
    units: (before, after) =>
      say`These cannot be compared: before counts ${units[before]}, after counts ${units[after]}. Record both in the same way.`,
    empty: {
      before: say`There is nothing to compare with: before has no weight.`,
      after: say`There is nothing to compare: after has no weight.`,
      both: say`There is nothing to compare: both have no weight.`,
    },
    roots: say`The two have no root in common, so every frame is new or gone. Often the root is the program’s name or a thread’s: give both the same, or compare by function.`,
    events: (before, after) =>
      say`They were recorded with different events (${before} and ${after}): their shares mean different things.`,
    durations: (before, after) =>
      say`One lasted much longer: ${before} before, ${after} after. Phases such as start-up then have another share.`,
    sampleCounts: (before, after) =>
      say`The numbers of samples are far apart: ${before} before, ${after} after. The smaller decides what can be seen; was the same work done?`,
    fewSamples: (before, after) =>
      say`Under 100 samples on a side (${before} before, ${after} after), only very large changes stand out from chance.`,
    notSamples: say`Weights do not count samples, so nobody can tell a change from chance here. Record several times and see whether it stays.`,
  },
  change: (frame, shares, points, weights) =>
    say`${frame}: ${shares}, ${points} points (${weights}).`,
  interval: (low, high) => say` 95% interval of the change: ${low} to ${high}.`,
  clear: say` More than chance explains.`,
  noise: say` Could be noise.`,
  needed: (samples) =>
    say` To show a change like this, take about ${samples} samples on each side.`,
  appeared: (frame, measured) => say`${frame}: ${measured}, with nothing before.`,
  vanished: (frame, measured) => say`${frame}: ${measured} before, and nothing after.`,
};
