import { parseFrameName } from '../../text/frame-name.ts';
import { cautionOnAll, cautionOnRows, cautionOnSelf, outermostRows } from './caution.ts';
import type { ProfileView } from './profile-view.ts';
import type { Caution, Reading } from './reading.ts';

/**
 * Where a thread is when it has nothing to do, by the caller of the wait: thread pools, schedulers
 * and event loops. (A wait under a lock or a queue of the program's own is not among them.)
 */
const idlePlace = new RegExp(
  [
    // tokio, parking_lot, rayon, std
    /Context::park(?:_timeout|_internal)?$|Parker::park|Inner::park|scheduler::.*::park$/,
    /parking_lot::condvar::Condvar::wait_until_internal|parking_lot::util::to_deadline/,
    /rayon_core::sleep|crossbeam_utils::sync::parker|blocking::pool::Inner::run::wait/,
    // Go, JVM, Node, Python
    /^runtime\.(?:findRunnable|findrunnable|stopm|schedule|netpoll|gopark)$/,
    /ThreadPoolExecutor[.:]+getTask|ForkJoinPool[.:]+(?:awaitWork|runWorker)|LinkedBlockingQueue[.:]+take|DelayedWorkQueue[.:]+take/,
    /^uv__io_poll$|^\(idle\)$|queue\.get$|_worker \(concurrent\/futures\/thread\.py/,
    // C and the systems
    /^(?:swapper(?:\/\d+)?|cpu_startup_entry|do_idle|cpu_idle|start_secondary)$/,
    /^(?:_pthread_wqthread|start_wqthread|__workq_kernreturn|_dispatch_worker_thread2?)$/,
    /^(?:ep_poll|do_epoll_wait|mach_msg2?_trap|CFRunLoopServiceMachPort)$/,
  ]
    .map(({ source }) => `(?:${source})`)
    .join('|'),
);

/** Less of it changes no reading. */
const smallestShare = 0.01;

/** A profile that waits more than this is not one of CPU time. */
const mostlyWaiting = 0.6;

/** What the profile counts: time on a processor, or waiting. */
export function waitingCautions(view: ProfileView, systemCalls: Reading['systemCalls']): Caution[] {
  const idle = idleRows(view);
  const cautions: Caution[] = [];
  if (view.profile.unit === 'bytes') return cautions; // allocations neither run nor wait
  if (isMostlyWaiting(view, systemCalls)) {
    cautions.push(cautionOnAll(view, 'waiting-counted'));
  } else {
    const rows = waitRows(view, systemCalls);
    cautions.push({ ...cautionOnSelf(view, 'on-cpu-only', rows) });
  }
  const stubs = stubRows(view, systemCalls);
  const drawn = [
    cautionOnRows(view, 'idle-threads', idle),
    cautionOnSelf(view, 'kernel-hidden', stubs),
  ];
  return [...cautions, ...drawn.filter(({ share }) => share >= smallestShare)];
}

function idleRows(view: ProfileView): number[] {
  const { tree } = view;
  const isIdle = tree.frames.names.map((name) => idlePlace.test(parseFrameName(name).symbol));
  return outermostRows(view, (row) => isIdle[tree.frame[row] ?? 0] === true);
}

/** Off-CPU and wall-clock profiles: most weight ends in a wait, or in the scheduler itself. */
function isMostlyWaiting(view: ProfileView, { kinds }: Reading['systemCalls']): boolean {
  const inCalls = kinds
    .filter(({ kind }) => kind === 'wait' || kind === 'poll')
    .reduce((sum, { share }) => sum + share, 0);
  const switching = view.totals
    .filter(({ name }) => /^(?:finish_task_switch|schedule|__schedule)\b/.test(name))
    .reduce((sum, { self }) => sum + self, 0);
  const all = view.profile.totalWeight;
  return inCalls >= mostlyWaiting || (all > 0 && switching / all >= mostlyWaiting);
}

/** The nodes of the calls that wait, poll or lock. */
function waitRows(view: ProfileView, { calls }: Reading['systemCalls']): number[] {
  const waiting = calls.filter(({ kind }) => kind === 'wait' || kind === 'poll' || kind === 'lock');
  return waiting.flatMap(({ frame }) => view.rowsOf.get(frame) ?? []);
}

/** System calls with weight of their own and no kernel frame below. */
function stubRows(view: ProfileView, { calls }: Reading['systemCalls']): number[] {
  const { tree } = view;
  const rows = calls.flatMap(({ frame }) => view.rowsOf.get(frame) ?? []);
  const isLeaf = (row: number) => tree.end[row] === row + 1;
  return rows.every(isLeaf) ? rows : [];
}
