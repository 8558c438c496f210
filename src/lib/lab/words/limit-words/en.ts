import type { LimitWords } from '../limit-words.ts';

export const words: LimitWords = {
  what: (size, limit) =>
    `The file has ${size}; this page reads up to ${limit}, since a browser tab can hold no more.`,
  advice: [
    'Fold it where it was recorded: equal stacks become one line, and gigabytes often become megabytes. For perf: perf script -i perf.data | stackcollapse-perf.pl > out.folded (or inferno-collapse-perf).',
    'Take a part of the time: perf script -i perf.data --time 0%-10% > out.perf. Say so where you show the figures.',
    'Sample down: record again with a lower frequency or for a shorter time. Ten thousand samples give every share to ± 1 point.',
    'A pprof file opens as it is in pprof -http=: <file>, a long trace in Perfetto’s trace_processor.',
  ],
};
