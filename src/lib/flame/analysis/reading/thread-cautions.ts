import { parseFrameName } from '../../text/frame-name.ts';
import { plainSymbol } from '../../text/symbol.ts';
import { childRows } from '../hot-path.ts';
import { cautionOnRows } from './caution.ts';
import type { ProfileView } from './profile-view.ts';
import type { Caution } from './reading.ts';

/** Where a thread begins that is not the first. */
const threadEntry =
  /^_*(?:thread_start|pthread_start|start_thread|clone3?|start_wqthread|pthread_wqthread|ret_from_fork\w*|thread_native_entry|java_start|JavaThread::run|GCTaskThread::run|Thread::call_run|BaseThreadInitThunk|threadentry|uv__thread_start|runtime\.(?:mstart\w*|goexit\w*|mcall|systemstack)|_?bootstrap(?:_inner)?|java[./]lang[./]Thread[.:]+run|kthread|crosscall2?)$/;

/** Where the first thread begins. */
const processEntry =
  /^(?:start|_start|main|_*libc_start_(?:main\w*|call_main)|runtime\.main|lang_start(?:_internal)?|std::rt::lang_start.*|<module>|NSApplicationMain|UIApplicationMain|mainCRTStartup|__scrt_common_main_seh|JavaMain)$/;

/** A root that names a thread: py-spy's `thread (12)`, `[tid=12]`, async-profiler's `[main tid=1]`. */
const threadName = /^(?:thread \(|\[.*\btid=|tid \d|T\d+$|.* \(\d+\)$)/;

/**
 * What the first thread does beside others is mostly start-up, in a program of worker threads. Less
 * than this of it changes no reading.
 */
const startUpShare = 0.02;
/** With more than this the first thread is the one that works. */
const mainShare = 0.5;

/** Whether one thread's time is in the picture or that of many, and whether start-up is. */
export function threadCautions(view: ProfileView): Caution[] {
  const { entries, process } = entryRows(view);
  if (entries.length > 0) {
    const rows = [...entries, ...process];
    const many = cautionOnRows(view, 'many-threads', rows, { entries: rows.length });
    const startUp = cautionOnRows(view, 'mixed-phases', process);
    const isBeside = startUp.share >= startUpShare && startUp.share < mainShare;
    return isBeside ? [many, startUp] : [many];
  }
  return process.length > 0 ? [cautionOnRows(view, 'one-thread', process)] : [];
}

/** Entries are at the root, or right under the name of a process. */
function entryRows(view: ProfileView): { entries: number[]; process: number[] } {
  const { tree } = view;
  const entries: number[] = [];
  const process: number[] = [];
  const sort = (row: number): boolean => {
    const { symbol } = parseFrameName(tree.nameOf(row));
    const plain = plainSymbol(symbol);
    if (threadEntry.test(plain) || threadName.test(tree.nameOf(row))) entries.push(row);
    else if (processEntry.test(plain)) process.push(row);
    else return false;
    return true;
  };
  for (const root of childRows(tree, -1)) {
    if (!sort(root)) for (const row of childRows(tree, root)) sort(row);
  }
  return { entries, process };
}
