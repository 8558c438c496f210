import type { FrameDetail } from '../model/profile.ts';
import { parseFrameName } from '../text/frame-name.ts';
import type { SystemCall, SystemCallKind } from './frame-kinds.ts';

/**
 * System calls by what they do. Linux: syscalls(2), futex(2); macOS: XNU's bsd/kern/syscalls.master
 * and libpthread's kern_synch.c for `psynch_*`. Names are without prefixes; see `bareName`.
 */
export const systemCallTable: Readonly<Record<SystemCallKind, readonly string[]>> = {
  // psynch_cvsignal and cvbroad wake the waiters of a condition variable; unpark on any platform.
  wake: words(`psynch_cvsignal psynch_cvbroad psynch_cvclrprepost ulock_wake semaphore_signal
    semaphore_signal_all semaphore_signal_trap semaphore_signal_all_trap futex_wake tgkill tkill
    eventfd eventfd2 workq_kernreturn bsdthread_ctl`),
  // Sleeping until another thread or a clock says otherwise.
  wait: words(`psynch_cvwait ulock_wait ulock_wait2 semaphore_wait semaphore_wait_trap
    semaphore_timedwait semaphore_timedwait_trap semwait_signal futex_wait futex_waitv
    sched_yield swtch_pri swtch thread_switch nanosleep clock_nanosleep clock_sleep_trap usleep
    pause sigsuspend rt_sigsuspend rt_sigtimedwait wait4 waitid waitpid mach_wait_until
    NtWaitForSingleObject NtWaitForMultipleObjects NtDelayExecution`),
  // The slow paths of a mutex or read-write lock: they are entered when it is contended.
  lock: words(`psynch_mutexwait psynch_mutexdrop psynch_rw_rdlock psynch_rw_wrlock
    psynch_rw_unlock psynch_rw_yieldwrlock psynch_rw_longrdlock futex flock lll_lock_wait
    lll_lock_wait_private semop semtimedop`),
  write: words(`write writev pwrite pwrite64 pwritev pwritev2 send sendto sendmsg sendmmsg sendfile
    sendfile64 splice tee vmsplice copy_file_range NtWriteFile`),
  read: words(`read readv pread pread64 preadv preadv2 recv recvfrom recvmsg recvmmsg getrandom
    getentropy readahead NtReadFile`),
  // Waiting for any of many events: an event loop's place.
  poll: words(`kevent kevent64 kevent_qos kevent_id kqueue epoll_wait epoll_pwait epoll_pwait2
    epoll_ctl epoll_ctl_add epoll_create epoll_create1 poll ppoll select pselect pselect6
    io_uring_enter io_getevents mach_msg mach_msg_trap mach_msg2_trap mach_msg_overwrite_trap
    NtRemoveIoCompletion NtRemoveIoCompletionEx`),
  file: words(`open openat openat2 open_dprotected_np creat close close_range stat stat64 lstat
    lstat64 fstat fstat64 fstatat fstatat64 newfstat newfstatat newstat newlstat statx statfs
    statfs64 fstatfs fstatfs64 access faccessat faccessat2 lseek llseek getdents getdents64
    getdirentries getdirentries64 getattrlist getattrlistbulk fgetattrlist readlink readlinkat
    rename renameat renameat2 unlink unlinkat mkdir mkdirat rmdir link linkat symlink symlinkat
    chmod fchmod chown fchown truncate ftruncate fsync fdatasync msync sync syncfs fcntl fcntl64
    ioctl dup dup2 dup3 pipe pipe2 getcwd chdir fchdir umask utimensat fadvise64 fallocate
    inotify_add_watch guarded_close_np NtCreateFile NtClose NtQueryDirectoryFile`),
  memory: words(`mmap mmap2 mmap64 munmap mremap mprotect madvise brk sbrk mlock munlock mincore
    mach_vm_allocate mach_vm_deallocate mach_vm_map mach_vm_map_trap mach_vm_protect
    mach_vm_allocate_trap mach_vm_deallocate_trap mach_vm_purgable_control_trap
    mach_vm_protect_trap vm_allocate vm_deallocate vm_protect vm_map shmat shmget memfd_create
    NtAllocateVirtualMemory NtFreeVirtualMemory NtProtectVirtualMemory`),
  network: words(`socket socketpair connect connectx accept accept4 bind listen shutdown
    getsockname getpeername getsockopt setsockopt accept_nocancel`),
  process: words(`clone clone3 fork vfork execve execveat exit exit_group bsdthread_create
    bsdthread_terminate posix_spawn kill sigaction rt_sigaction sigprocmask rt_sigprocmask
    sigaltstack rt_sigreturn sigreturn getpid getppid gettid thread_selfid getuid geteuid prctl
    arch_prctl set_robust_list sched_setaffinity sched_getaffinity sched_setscheduler setpriority
    getrusage prlimit64 setrlimit getrlimit ptrace perf_event_open bpf seccomp uname sysinfo
    sysctl sysctlbyname csops proc_info membarrier rseq`),
  time: words(`gettimeofday clock_gettime clock_getres time mach_absolute_time
    mach_timebase_info timer_create timer_settime timerfd_create timerfd_settime
    timerfd_settime64 setitimer getitimer times`),
  // Which call it is, is in the arguments.
  other: words(`syscall`),
};

function words(text: string): string[] {
  return text.split(/\s+/);
}

const kindByName = new Map<string, SystemCallKind>(
  Object.entries(systemCallTable).flatMap(([kind, names]) =>
    names.map((name) => [name, kind as SystemCallKind] as const),
  ),
);

/** Names that programs also give to functions of their own: alone they prove nothing. */
const commonWords = new Set(
  words(`read write open close poll select send recv connect accept bind listen link pause kill
    access time times sync fork exit clone pipe socket stat rename splice tee brk shutdown syscall
    mmap bpf swtch`),
);

/** The libraries that hold a system's stubs and wrappers, by the beginning of their file name. */
const stubLibraries =
  /(?:^|\/)(?:libsystem_kernel\.dylib|libsystem_c\.dylib|libc[.-]|libpthread[.-]|ld-(?:linux|musl)|musl-|\[vdso\]|ntdll)/;

/** Entry points in a kernel that carry the call's name. Linux: include/linux/syscalls.h. */
const kernelEntry =
  /^(?:__(?:x64|ia32|arm64|riscv|s390x?|se|do)_(?:compat_)?sys_|SyS_|__sys_)(\w+)$/;
/** The same in older kernels, whose prefixes programs use too: only with a name that is known. */
const oldKernelEntry = /^(?:sys_|ksys_|do_sys_|compat_sys_)(\w+)$/;

/**
 * The system call that a frame is the stub, wrapper or kernel entry of; `undefined` when it is none.
 *
 * Where names say nothing of a library, words like `read` count only in `detail.library` or behind a
 * wrapper's prefix (`__GI_`, `__libc_`): a program may have a function of that name.
 */
export function systemCallOf(name: string, detail?: FrameDetail): SystemCall | undefined {
  const parsed = parseFrameName(name);
  const { symbol } = parsed;
  const library = detail?.library ?? parsed.library ?? '';
  const known = entryCall(symbol) ?? goCall(symbol) ?? stubCall(symbol, library);
  if (known !== undefined) return known;
  const isKernel =
    parsed.mark === 'kernel' || detail?.mark === 'kernel' || library.includes('kernel');
  if (isKernel) return callNamed(bareName(symbol));
  const hasPlace = library !== '' || detail?.file !== undefined || parsed.file !== undefined;
  return hasPlace ? undefined : wrapperCall(symbol);
}

/** An entry point says so itself: a call that the table does not know is still one. */
function entryCall(symbol: string): SystemCall | undefined {
  const entry = kernelEntry.exec(symbol)?.[1];
  if (entry !== undefined)
    return callNamed(bareName(entry)) ?? { name: bareName(entry), kind: 'other' };
  return callNamed(bareName(oldKernelEntry.exec(symbol)?.[1] ?? ''));
}

function callNamed(name: string): SystemCall | undefined {
  const kind = kindByName.get(name);
  return kind === undefined ? undefined : { name, kind };
}

/** In libc a name that is not in the table is no call; libsystem_kernel holds nothing but stubs. */
function stubCall(symbol: string, library: string): SystemCall | undefined {
  if (!stubLibraries.test(library)) return undefined;
  const name = bareName(symbol);
  const isStub = /libsystem_kernel\.dylib$/.test(library);
  return callNamed(name) ?? (isStub ? { name, kind: 'other' } : undefined);
}

/** A name alone, with nothing to tell where it is from. */
function wrapperCall(symbol: string): SystemCall | undefined {
  const call = callNamed(bareName(symbol));
  const isBare = call?.name === symbol.replace(/@@?[\w.]+$/, '');
  // The vDSO answers clocks in user space.
  if (call === undefined || (isBare && (call.kind === 'time' || commonWords.has(call.name))))
    return undefined;
  return call;
}

/** Whether a name is a system call's, whoever else may use it: for where the place says so. */
export function isSystemCallName(name: string): boolean {
  return kindByName.has(bareName(parseFrameName(name).symbol));
}

/** Strips what stubs and wrappers put around a call's name. */
function bareName(symbol: string): string {
  return symbol
    .replace(/@@?[\w.]+$/, '')
    .replace(/\$(?:NOCANCEL|DARWIN_EXTSN|INODE64).*$/, '')
    .replace(/^(?:__GI_+(?:libc_)?|__libc_|__new_|__syscall_|_+)(?=[a-z])/, '')
    .replace(/(?:_nocancel|_cancel|_time64|64_time64)$/, '');
}

/** Go calls the kernel itself: package syscall's stubs and runtime's own. Source: go/src/runtime. */
const goCalls: Readonly<Record<string, SystemCall>> = {
  'runtime.futexsleep': { name: 'futex', kind: 'wait' },
  'runtime.futexwakeup': { name: 'futex', kind: 'wake' },
  'runtime.futex': { name: 'futex', kind: 'wait' },
  'runtime.usleep': { name: 'usleep', kind: 'wait' },
  'runtime.osyield': { name: 'sched_yield', kind: 'wait' },
  'runtime.epollwait': { name: 'epoll_wait', kind: 'poll' },
  'runtime.kevent': { name: 'kevent', kind: 'poll' },
  'runtime.write1': { name: 'write', kind: 'write' },
  'runtime.read': { name: 'read', kind: 'read' },
  'runtime.madvise': { name: 'madvise', kind: 'memory' },
  'runtime.sysMmap': { name: 'mmap', kind: 'memory' },
  'runtime.munmap': { name: 'munmap', kind: 'memory' },
  'runtime.pthread_cond_wait': { name: 'psynch_cvwait', kind: 'wait' },
  'runtime.pthread_cond_timedwait_relative_np': { name: 'psynch_cvwait', kind: 'wait' },
  'runtime.pthread_cond_signal': { name: 'psynch_cvsignal', kind: 'wake' },
  'internal/runtime/syscall.EpollWait': { name: 'epoll_wait', kind: 'poll' },
  'runtime/internal/syscall.EpollWait': { name: 'epoll_wait', kind: 'poll' },
};

const goStubs =
  /^(?:syscall|(?:runtime\/internal|internal\/runtime)\/syscall)\.(?:RawSyscall6?|Syscall6?|syscall6?)$/;
const goWrapper = /^(?:syscall|golang\.org\/x\/sys\/unix)\.(\w+)$/;

function goCall(symbol: string): SystemCall | undefined {
  if (Object.hasOwn(goCalls, symbol)) return goCalls[symbol];
  if (goStubs.test(symbol)) return { name: 'syscall', kind: 'other' };
  const wrapper = goWrapper.exec(symbol);
  if (wrapper === null) return undefined;
  const name = (wrapper[1] ?? '').toLowerCase();
  const kind = kindByName.get(name);
  return kind === undefined ? undefined : { name, kind };
}
