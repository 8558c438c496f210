import { joinText, say } from '../../../flame/index.ts';
import type { SaidWords } from '../said-words.ts';

export const words: SaidWords = {
  title: (name) => say`Reading of ${name}`,
  headings: {
    features: 'What the graph shows at first sight',
    self: 'Where the weight is: hot by self',
    total: 'Where it comes from: hot by total',
    chains: 'Main call chains',
    calls: 'System calls, by what they do',
    shapes: 'Shapes',
    cautions: 'Be careful',
    unproven: 'What this does not prove',
    questions: 'Ask yourself',
    comparable: 'Can the two be compared?',
    'self-changes': 'Largest changes by self',
    'total-changes': 'Largest changes by total',
    appeared: 'Only after',
    vanished: 'Only before',
  },
  sectionNotes: {
    total:
      'A total holds what the function calls: these frames stand on one another, so do not add their shares up.',
    chains:
      'Each line is called by the line that it is indented under; weights only shrink on the way in.',
  },
  list: (entries) => joinText(entries, ', '),
  weighed: (frame, weight) => say`${frame} ${weight}`,
  features: {
    size: (weight, functions, depth) =>
      say`${weight} in all, in ${functions} functions; the deepest stack has ${depth} frames.`,
    oneSample: (share, ofOne, ofNone) =>
      say`One sample is ${share}. What was seen once has a true share somewhere in ${ofOne}; what was never seen can still have ${ofNone}.`,
    widest: ({ frame, measured }) =>
      say`The widest frame is ${frame}: ${measured}. At the root a frame is wide because it holds all the others, not because it costs much itself.`,
    largestSelf: ({ frame, measured }) => say`Most ends in ${frame}: ${measured} of its own.`,
    calls: (measured) => say`${measured} end in a system call.`,
    noCalls: say`No frame is known as a system call.`,
    kind: (kind, measured) => say`By kind of code, ${kind}: ${measured} of self weight.`,
  },
  calledBy: (callers) => say` Called by ${callers}.`,
  calledThrough: (via, callers) => say` Always by way of ${via}; behind it are ${callers}.`,
  self: ({ frame, measured }, places, callers) =>
    say`${frame}: ${measured}${places > 1 ? `, in ${places} places` : ''}.${callers}`,
  total: ({ frame, measured }, boxes, self, wider) =>
    say`${frame}: ${measured}${boxes > 1 ? `, in ${boxes} boxes` : ''}; ${self ?? 'none'} of that its own. ${widerFrames(wider, boxes)}`,
  calls: {
    group: (group, measured, calls) => say`${measured} for ${group} (${calls}).`,
    kind: (kind, measured) => say`${capital(kind)}: ${measured}`,
    call: ({ frame, measured }, callers) => say`${frame}: ${measured}.${callers}`,
  },
  unproven: {
    callsNotCounted: ({ frame, measured }, unit) =>
      unit === 'bytes'
        ? say`Width is bytes. That ${frame} has ${measured} does not say in how many allocations, nor that the bytes were leaked.`
        : unit === 'count'
          ? say`Width is the file’s own count. That ${frame} has ${measured} says nothing of time.`
          : say`Width is not a number of calls. That ${frame} has ${measured} does not say how often it ran, or how long one run took.`,
    orderIsNotTime: (left, right, hasTime) =>
      hasTime
        ? say`Left and right are the alphabet. ${left} stands left of ${right}, which does not say that it ran first; the view by time does.`
        : say`Left and right are the alphabet. ${left} stands left of ${right}, which does not say that it ran first: the file has no times.`,
    cpuIsNotLatency: say`A share of processor time is not a share of what a user waits for. A request that sleeps for a second hardly shows here.`,
    waitIsNotContention: ({ frame, measured }, callers) =>
      callers.length === 0
        ? say`${frame} (${measured}) does not prove that threads fight over a lock. Who holds it, and for how long, is not in the graph.`
        : say`${frame} (${measured}) does not prove that threads fight over a lock: it is called by ${callers}. Who holds a lock, and for how long, is not in the graph.`,
    kernelIsNotCalls: (measured) =>
      say`System calls have ${measured}, which does not say how many there were: few large ones look like many small ones. Count them, on Linux with strace -c or perf trace -s.`,
    totalIsNotCost: ({ frame, measured }) =>
      say`${frame} holds ${measured}, and none of it is its own. That it is wide does not make it the thing to change: what it calls may be.`,
    nameIsNotCause: (frame, word) =>
      say`The word “${word}” in ${frame} does not prove that this is what runs. Look at what it calls.`,
    gainIsBounded: (frame, share, times) =>
      say`A hot function is no promised gain. Without the self weight of ${frame}, ${share} would go at most. That is ${times} times as fast, and only where this time is what limits the program.`,
    oneRecording: (hasIntervals) =>
      hasIntervals
        ? say`One recording does not show how much two differ. The intervals take samples as independent; samples of one short run come in clusters, so the real doubt is larger.`
        : say`One recording does not show how much two differ, and these weights give no interval. Record several times.`,
  },
  questions: {
    own: ({ frame, measured }) => say`${frame} holds ${measured}. How much of that is its own?`,
    ownAnswer: (frame, self, isNone) =>
      isNone
        ? say`None: nothing ends in ${frame} itself. All of it is in what it calls.`
        : say`${self} end in ${frame} itself; the rest is in what it calls.`,
    calls: say`How large is the share that ends in a system call? Guess before you look.`,
    callsAnswer: (measured, most) => say`${measured}. The largest is ${most}.`,
    nested: (a, b) =>
      say`${a.frame} has ${a.measured}, and ${b.frame} has ${b.measured}. Do they stand side by side, or is one inside the other?`,
    nestedAnswer: (outer, inner, between) =>
      between === 0
        ? say`Inside: ${outer} calls ${inner}. The second weight is part of the first; their sum means nothing.`
        : say`Inside: ${inner} is called below ${outer}, with ${framesBetween(between)} in between. The second weight is part of the first; their sum means nothing.`,
    nestedProof: (sum, { frame, measured }) =>
      say` Side by side they would need ${sum}, but ${frame}, which holds both, has ${measured}.`,
    sure: (frame, share) => say`${frame} has ${share} of the samples. How sure is that?`,
    sureAnswer: (interval, needed) =>
      say`The 95% interval is ${interval}, if samples are independent. One point either way would take about ${needed} samples.`,
    first: (first, second) => say`Is ${first} really the larger leaf, and ${second} the smaller?`,
    firstAnswer: (first, second, isDecided) =>
      isDecided
        ? say`Yes, as far as chance goes: ${first} against ${second} is more than a fair coin gives in 95 of 100 cases.`
        : say`Not decided: ${first} against ${second} is what a fair coin gives too.`,
    callers: (frame) => say`Who calls ${frame}, and who most?`,
    callersAnswer: (callers) => say`By weight: ${callers}.`,
    waiting: (frame) => say`What do the threads in ${frame} wait for?`,
    waitingAnswer: (callers, idle) =>
      idle === undefined
        ? say`Look at the callers: ${callers}. They say what is waited for; the name of the call does not.`
        : say`Look at the callers: ${callers}. Threads with nothing to do have ${idle} in this profile; waiting for work is no fight over a lock.`,
    gain: (frame) => say`If ${frame} itself cost nothing, how much faster could it all be at most?`,
    gainAnswer: (share, times) =>
      say`${share} would be gone, so ${times} times as fast (Amdahl), and only as far as this weight is what you wait for.`,
    places: (frame) =>
      say`In how many places does ${frame} end stacks, and how large is the largest?`,
    placesAnswer: (places, total, largest) =>
      say`In ${places} places with ${total} together; the largest has ${largest}. Leaf-first it is one box.`,
  },
};

function widerFrames(wider: number, boxes: number): string {
  const than = boxes > 1 ? ' than the widest of them' : '';
  if (wider === 0) return `No frame is wider${than}.`;
  return wider === 1 ? `One frame is wider${than}.` : `${wider} frames are wider${than}.`;
}

function framesBetween(between: number): string {
  return between === 1 ? 'one frame' : `${between} frames`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
