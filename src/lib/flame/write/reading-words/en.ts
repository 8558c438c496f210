import type { ReadingWords } from '../reading-words.ts';
import { joinText, say } from '../said-text.ts';

export const en: ReadingWords = {
  locale: 'en',
  title: (name) => `Reading of ${name}`,
  headings: {
    overview: 'Overview',
    self: 'Hot by self',
    total: 'Hot by total',
    chains: 'Main call chains',
    calls: 'System calls',
    shapes: 'Shapes',
    cautions: 'Be careful',
  },
  columns: {
    feature: 'feature',
    value: 'value',
    function: 'function',
    kind: 'kind',
    self: 'self',
    total: 'total',
    share: 'share',
    interval: '95% interval',
    callers: 'called by',
    wider: 'wider frames',
    call: 'system call',
    purpose: 'what for',
  },
  overview: {
    total: 'total weight',
    samples: 'samples',
    functions: 'functions',
    depth: 'deepest stack',
    widest: 'widest frame',
    largestSelf: 'largest self',
    calls: 'in system calls',
  },
  intervalNote:
    'Intervals are Wilson’s, at 95%, and take samples as independent. Samples of one short run come in clusters, so the real doubt is larger.',
  noSystemCalls: 'No frame is known as a system call.',
  measured: (weight, share, interval) =>
    interval === '' ? `${weight}, ${share}` : `${weight}, ${share} (${interval})`,
  endsHere: (weight) => say`self ${weight}`,
  leaves: (list) => say`beside it: ${list}`,
  notes: (notes) => (notes.length === 0 ? [] : say` (${joinText(notes, '; ')})`),
  branchOf: (frame) => say`Branch of ${frame}:`,
  listSeparator: ', ',
  frameKinds: {
    application: 'application',
    library: 'library',
    runtime: 'runtime',
    memory: 'memory',
    threads: 'threads and locks',
    kernel: 'kernel',
    idle: 'idle',
    unknown: 'unknown',
  },
  callKinds: {
    wake: 'wake',
    wait: 'wait',
    lock: 'lock',
    write: 'write',
    read: 'read',
    poll: 'poll',
    file: 'file',
    memory: 'memory',
    network: 'network',
    process: 'process',
    time: 'time',
    other: 'other',
  },
  groups: {
    'hand-off': 'handing work between threads: waking, waiting, locking',
    bytes: 'moving bytes: reading and writing',
    log: 'writing a log',
    'event-loop': 'waiting for events',
    files: 'opening and asking about files',
    memory: 'getting and returning memory',
    rest: 'the rest',
  },
  shapes: {
    plateau: ({ frames, measured }) => say`Plateau: ${frames} ends in one place with ${measured}.`,
    'scattered-leaf': ({ frames, measured, value, weight }) =>
      say`Scattered leaf: ${frames} has ${measured}, in ${value('places')} places, none wider than ${weight('largest')}. Look at it leaf-first.`,
    tower: ({ measured, value }) =>
      say`Tower: ${value('height')} frames that each call one other, with ${measured}. Height is depth, not cost.`,
    'missing-caller': ({ frames, measured, name }) =>
      say`Missing caller: ${frames}. The leaf pushes no frame, so ${name('expected')}, which calls it, is skipped (${measured}).`,
    'unknown-roots': ({ measured }) => say`Roots without a name hold ${measured}.`,
    'truncated-stacks': ({ measured, value }) =>
      say`Stacks pile up at a depth of ${value('depth')}: ${measured}.`,
    recursion: ({ frames, measured, value }) =>
      say`Recursion: ${frames} is up to ${value('deepest')} times on one stack; ${measured} hold it twice or more.`,
  },
  cautions: {
    'too-few-samples': ({ value }) =>
      say`${value('samples')} samples are too few to rank anything but the largest: near one half a share is known to a range of ${value('widest')} points. One point either way takes ${value('forOnePoint')} samples.`,
    'few-samples': ({ value }) =>
      say`With ${value('samples')} samples a share near one half is known to a range of ${value('widest')} points; one point either way takes ${value('forOnePoint')}.`,
    'rank-undecided': ({ frames, value }) =>
      say`Which leaf is the largest is not decided: ${frames} have ${value('first')} and ${value('second')}.`,
    'weights-not-samples': () =>
      say`Weights do not count samples, so there are no intervals: how often the profiler looked is not in the file.`,
    'weights-look-like-periods': ({ value }) =>
      say`The “samples” look like event periods: the smallest weight is ${value('smallest')}, in ${value('records')} records. They are no basis for statistics.`,
    'on-cpu-only': ({ frames }) =>
      frames.length === 0
        ? say`If this was sampled on the processor, waiting is not in it: use an off-CPU or wall-clock profile for that.`
        : say`If this was sampled on the processor, waiting is not in it. What ends in ${frames} is the cost of going to sleep and waking up, not the time asleep.`,
    'waiting-counted': () => say`Most of it is waiting: this is not a profile of processor time.`,
    'idle-threads': ({ frames, measured }) =>
      say`Threads with nothing to do are in the total: ${measured}, under ${frames}.`,
    'kernel-hidden': ({ measured }) =>
      say`There are no kernel frames under the system calls: time in the kernel is drawn as self time of the stub (${measured}). A wide stub means much time, not many calls.`,
    'missing-symbols': ({ frames, measured }) =>
      say`Frames without a name: ${measured} (${frames}). Check symbols before you conclude.`,
    'name-misleads': ({ frames, measured, value }) =>
      say`The name misleads: ${frames} is wide (${measured}), but no sample ends in it, and nothing it calls is named “${value('word')}”. It holds the work of others.`,
    'merged-generics': ({ value }) =>
      say`${value('functions')} functions are named without their type arguments: several real functions may share one box.`,
    'linker-stubs': ({ frames }) =>
      say`${frames}: linker stubs, named after their target. Nothing is missing.`,
    'outlined-code': ({ frames }) =>
      say`${frames}: pieces that the compiler took out of several functions, as builds for size do.`,
    'many-threads': ({ value }) =>
      say`The time of several threads is added up (${value('entries')} kinds of entry); the sum can exceed the time on the clock.`,
    'one-thread': () => say`All known stacks begin in the first thread.`,
    'mixed-phases': ({ measured }) =>
      say`Start-up and work are in one picture: the first thread has ${measured}.`,
    'missing-callers': ({ measured }) =>
      say`${measured} end in leaves whose caller is skipped: the frame below is not the direct caller.`,
    'unknown-roots': ({ measured }) =>
      say`Stacks with ${measured} begin with nothing known: the walk up the stack went wrong there.`,
    'truncated-stacks': ({ measured, value }) =>
      say`Stacks with ${measured} are cut off at ${value('depth')} frames: their callers are missing.`,
    recursion: ({ frames }) => say`${frames} is inside itself: do not add up its boxes.`,
  },
};
