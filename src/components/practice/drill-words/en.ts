export const words = {
  title: 'Drills',
  lead: 'Made-up profiles with one cause planted in each. Never two alike; the library that made them marks you.',
  start: 'Start',
  quick: 'Five-second mode: at a glance, one question after the other',
  limit: 'Show the five seconds running down',
  level: 'Level {level} of 3, from your last answers',
  noJs: 'Drills are made in the browser: they need a script.',
  failed: 'The drills could not be loaded. Are you offline? Reload the page when you are back.',
  next: 'Next drill',
  link: 'Link to this drill',
  score: '{right} of {count} in this sitting',
  time: 'Five seconds are over. Answer all the same.',
  costumes: {
    rust: 'a Rust service on tokio',
    go: 'a Go service',
    jvm: 'a Java service',
    node: 'a Node.js service',
    cpp: 'a C++ service',
  },
  causes: {
    'lock-convoy': 'Threads wait for one lock',
    'wake-storm': 'Threads wake each other all the time',
    'busy-poll': 'A loop asks again and again instead of waiting',
    'allocation-churn': 'It allocates and frees more than it works',
    'small-writes': 'It writes in many small pieces',
    'many-callers': 'One small function is called from everywhere',
    'deep-recursion': 'A function calls itself, level after level',
    'missing-symbols': 'A library without symbols hides the work',
    'misleading-name': 'Nothing but a wrapper with an alarming name',
  },
  causeReasons: {
    'lock-convoy': 'Its mark is a wide leaf in the slow path of a lock. Here: {found}.',
    'wake-storm': 'Its mark is a wide leaf that wakes a thread. Here: {found}.',
    'busy-poll':
      'Its mark is one plateau in the program’s own code, without a system call. Here: {found}.',
    'allocation-churn': 'Its mark is a wide leaf in the allocator or the collector. Here: {found}.',
    'small-writes': 'Its mark is a wide leaf that writes. Here: {found}.',
    'many-callers':
      'Its mark is one name on many narrow towers: search for it and add them up. Here: {found}.',
    'deep-recursion': 'Its mark is a tower of one name. Here: {found}.',
    'missing-symbols': 'Its mark is a wide frame without a name. Here: {found}.',
    'misleading-name':
      'Its mark is a wide frame without any self time, whose name sounds like a cause. Here: {found}.',
  },
  found: '{name} is the leaf of {share}',
  notFound: 'there is none',
  asks: {
    'which-cause': 'This is {costume}. What stands out?',
    'largest-self': 'This is {costume}. Which of these functions has the most self time?',
    'total-of': 'This is {costume}. In what share of the samples is `{name}` on the stack?',
    'speedup-of':
      'This is {costume}. If `{name}` cost nothing any more: by what factor could the CPU time fall, at most?',
    'click-cause': 'This is {costume}. Choose the box that shows the cause: {cause}.',
    'which-grew':
      'Two recordings of {costume}; the second one ran longer. Which function takes a larger share now?',
    'which-vanished':
      'Two recordings of {costume}; the second one ran longer. Which function is gone?',
    'is-it-real':
      '`{name}` had {k1} of {n1} samples before, and has {k2} of {n2} now. What do you conclude?',
  },
  verdicts: {
    grew: 'Its share grew',
    'longer-run': 'Only the recording is longer',
    'cannot-tell': 'Counts of two recordings can never be compared',
  },
  verdictReasons: {
    grew: '{share1} became {share2}. By chance alone a difference like that comes up with p = {p}.',
    'longer-run':
      'The shares are {share1} and {share2}: with this many samples chance makes that difference easily or not (p = {p}).',
    'cannot-tell': 'Shares of independent samples can be compared: with a test of two proportions.',
  },
  frameReason: '{self} self, {total} total.',
  changeReason: 'From {share1} to {share2} of the samples.',
  largestWhy: 'Self time is a free top edge; width also holds everything that is called.',
  totalWhy:
    '{total} of {all} samples hold it. A sample counts once, however many boxes of that name are on its stack.',
  totalNear: {
    'widest-box': 'That is its widest box alone. It stands in {boxes} places: search for the name.',
    'added-up': 'That adds up boxes that lie inside one another: a sample counts once.',
  },
  speedupWhy:
    'Its self time is {self} of {all}, {share}. What is left is the rest, so at most 1/(1 − {share}) = {factor}.',
  speedupNear: 'That is its share in percent; asked is how many times faster.',
  clickWhy: '`{name}` is the leaf of {self} of {all} samples.',
  clickNear: 'That box calls it. The box itself is one further up.',
  other: 'Not this one.',
  numberOther: 'Look at the numbers of the frame under the graph.',
  before: 'Before',
  after: 'After',
};
