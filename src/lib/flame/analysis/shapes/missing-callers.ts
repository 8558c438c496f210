import type { Profile } from '../../model/profile.ts';
import { parseFrameName } from '../../text/frame-name.ts';
import type { CallTree } from '../../tree/call-tree.ts';
import { childRows } from '../hot-path.ts';
import { measureOf } from '../measured.ts';
import type { ShapeFinding } from './shape.ts';

interface StubCaller {
  readonly stub: RegExp;
  /** The only function that calls the stub. */
  readonly caller: RegExp;
  readonly expected: string;
  /** Others may call the stub too: the expected caller has to stand beside it to tell. */
  readonly onlyBeside?: true;
  readonly source: string;
}

/**
 * Leaves that push no stack frame, and who calls them. A sampler that takes the program counter and
 * then follows saved frame pointers skips the caller of such a leaf: the grandparent seems to call
 * it. (XNU bsd/dev/arm64/dtrace_isa.c; Linux Documentation/arch/x86/orc-unwinder.rst tells the same.)
 */
const stubCallers: readonly StubCaller[] = [
  {
    stub: /^__psynch_cvwait$/,
    caller: /pthread_cond_(?:timed)?wait/,
    expected: '_pthread_cond_wait',
    source: 'libpthread src/pthread_cond.c',
  },
  {
    stub: /^__psynch_cvsignal$/,
    caller: /pthread_cond_signal/,
    expected: 'pthread_cond_signal',
    source: 'libpthread src/pthread_cond.c',
  },
  {
    stub: /^__psynch_cvbroad$/,
    caller: /pthread_cond_broadcast/,
    expected: 'pthread_cond_broadcast',
    source: 'libpthread src/pthread_cond.c',
  },
  {
    stub: /^__psynch_mutexwait$/,
    caller: /pthread_mutex_\w*lock_wait/,
    expected: '_pthread_mutex_firstfit_lock_wait',
    source: 'libpthread src/pthread_mutex.c',
  },
  {
    stub: /^kevent(?:64)?$/,
    caller: /io::driver::Driver::turn|\bmio::|uv__io_poll/,
    expected: 'Driver::turn',
    onlyBeside: true,
    source: 'tokio runtime/io/driver.rs, libuv src/unix/kqueue.c',
  },
];

/** Leaves under a frame that cannot have called them. */
export function findMissingCallers(profile: Profile, tree: CallTree): ShapeFinding[] {
  const rowsOfRule = stubCallers.map(() => [] as number[]);
  const ruleOfFrame = tree.frames.names.map((name) => {
    const { symbol } = parseFrameName(name);
    return stubCallers.findIndex(({ stub }) => stub.test(symbol));
  });
  for (let row = 0; row < tree.size; row++) {
    const index = ruleOfFrame[tree.frame[row] ?? 0] ?? -1;
    const rule = stubCallers[index];
    if (rule !== undefined && isCallerMissing(tree, row, rule)) rowsOfRule[index]?.push(row);
  }
  const measure = measureOf(profile);
  return stubCallers.flatMap(({ expected }, index) => {
    const rows = rowsOfRule[index] ?? [];
    if (rows.length === 0) return [];
    const weight = rows.reduce((sum, row) => sum + (tree.total[row] ?? 0), 0);
    const frames = [...new Set(rows.flatMap((row) => [tree.nameOf(row), callerOf(tree, row)]))];
    return [{ code: 'missing-caller', ...measure(weight), frames, rows, values: { expected } }];
  });
}

function isCallerMissing(tree: CallTree, row: number, rule: StubCaller): boolean {
  const parent = tree.parent[row] ?? -1;
  if (parent < 0 || rule.caller.test(tree.nameOf(parent))) return false;
  if (rule.onlyBeside !== true) return true;
  for (const sibling of childRows(tree, parent)) {
    if (rule.caller.test(tree.nameOf(sibling))) return true;
  }
  return false;
}

function callerOf(tree: CallTree, row: number): string {
  return tree.nameOf(tree.parent[row] ?? row);
}
