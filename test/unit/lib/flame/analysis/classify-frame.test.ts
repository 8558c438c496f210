import { describe, expect, test } from 'vitest';
import {
  classifyFrame,
  frameKinds,
  kindOfFrame,
  kindsOfFrames,
  systemCallOf,
} from '../../../../../src/lib/flame/index.ts';
import { placeRules, symbolRules } from '../../../../../src/lib/flame/analysis/kind-rules.ts';
import { systemCallTable } from '../../../../../src/lib/flame/analysis/system-calls.ts';
import { systemCallStacks } from '../../../../../src/lib/flame/analysis/system-call-stacks.ts';
import { profileOf } from '../../../../support/profile-of.ts';
import { shareThese } from '../../../../support/share-these.ts';

describe('kind of a frame', () => {
  test.each([
    // Rust
    ['share_these`share_these::main::_{{closure}}', 'application'],
    ['share_these`tokio::runtime::task::raw::poll', 'runtime'],
    ['std::io::Read::read_to_end', 'runtime'],
    ['<axum::serve::WithGracefulShutdown<L> as core::future::Into>::into_future', 'library'],
    ['<F as axum::handler::Handler<(M,T1),S>>::call', 'library'],
    ['_$LT$core..option..Option$LT$T$GT$$GT$::map::h0de7409612e0b28e', 'runtime'],
    ['_ZN5hyper5proto2h18dispatch10Dispatcher4poll17h0123456789abcdefE', 'library'],
    ['<parking_lot_core::thread_parker::imp::ThreadParker as T>::park', 'threads'],
    ['alloc::raw_vec::finish_grow', 'memory'],
    ['__rust_alloc', 'memory'],
    ['my_server::handle', 'application'],
    // Go
    ['main.main', 'application'],
    ['runtime.mallocgc', 'memory'],
    ['runtime.gcBgMarkWorker', 'memory'],
    ['runtime.futex', 'kernel'],
    ['runtime.chansend1', 'threads'],
    ['runtime.mapassign_faststr', 'runtime'],
    ['net/http.(*conn).serve', 'library'],
    ['github.com/gin-gonic/gin.(*Engine).ServeHTTP', 'library'],
    ['sync.(*Mutex).lockSlow', 'threads'],
    // C and C++
    ['std::vector<int, std::allocator<int> >::push_back', 'runtime'],
    ['_ZNSt6vectorIiSaIiEE9push_backERKi', 'runtime'],
    ['malloc', 'memory'],
    ['operator new(unsigned long)', 'memory'],
    ['pthread_mutex_lock', 'threads'],
    ['std::mutex::lock()', 'threads'],
    ['__memmove_avx_unaligned_erms', 'runtime'],
    ['parse_request', 'application'],
    // The JVM
    ['java/util/HashMap.get', 'runtime'],
    ['Lio/netty/channel/nio/NioEventLoop:.run', 'library'],
    ['org.springframework.web.DispatcherServlet.doDispatch', 'library'],
    ['com/example/shop/Cart.total_[j]', 'application'],
    ['PSPromotionManager::drain_stacks_depth', 'memory'],
    ['ObjectMonitor::enter', 'threads'],
    ['C2Compiler::compile_method', 'runtime'],
    // Node
    ['(garbage collector)', 'memory'],
    ['(idle)', 'idle'],
    ['(program)', 'unknown'],
    ['v8::internal::Runtime_CompileLazy', 'runtime'],
    ['uv__io_poll', 'runtime'],
    ['LazyCompile:*render /app/node_modules/react/index.js:3', 'library'],
    // Python
    ['_PyEval_EvalFrameDefault', 'runtime'],
    ['take_gil', 'threads'],
    ['_PyObject_Malloc', 'memory'],
    ['<module> (<frozen importlib._bootstrap>:241)', 'runtime'],
    ['handle (server.py:12)', 'application'],
    // Linux
    ['tcp_sendmsg_[k]', 'kernel'],
    ['anything at all_[k]', 'kernel'],
    ['entry_SYSCALL_64_after_hwframe', 'kernel'],
    ['swapper', 'idle'],
    ['intel_idle', 'idle'],
    // macOS
    ['libsystem_kernel.dylib`mach_msg2_trap', 'kernel'],
    ['libsystem_malloc.dylib`szone_malloc_should_clear', 'memory'],
    ['libsystem_pthread.dylib`_pthread_start', 'threads'],
    ['libsystem_c.dylib`__opendir2', 'runtime'],
    ['dyld`start', 'runtime'],
    // Nothing known
    ['[unknown]', 'unknown'],
    ['0x7f3a91c0', 'unknown'],
    ['[libfoo.so.2]', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (name, kind) => {
    expect(kindOfFrame(name)).toBe(kind);
  });

  test('what the file says counts before the name', () => {
    expect(kindOfFrame('read', { library: '/usr/lib/libc.so.6' })).toBe('kernel');
    expect(kindOfFrame('render', { file: '/app/node_modules/react/index.js' })).toBe('library');
    expect(kindOfFrame('handle', { mark: 'kernel' })).toBe('kernel');
    expect(kindOfFrame('readFileSync', { file: 'node:fs' })).toBe('runtime');
    expect(kindOfFrame('encode', { file: '/usr/lib/python3.11/json/encoder.py' })).toBe('runtime');
  });

  test('in libc and libjvm an allocator or a lock says more than the library', () => {
    expect(kindOfFrame('malloc', { library: '/lib/x86_64-linux-gnu/libc.so.6' })).toBe('memory');
    expect(kindOfFrame('G1CollectedHeap::do_collection', { library: 'libjvm.so' })).toBe('memory');
    expect(kindOfFrame('qsort_r', { library: '/lib/x86_64-linux-gnu/libc.so.6' })).toBe('runtime');
  });

  test('a decision says where the knowledge is from', () => {
    expect(classifyFrame('runtime.mallocgc').source).toContain('src/runtime/malloc.go');
  });

  test('every rule has a kind that exists and a source', () => {
    for (const { kind, source } of [...placeRules, ...symbolRules]) {
      expect(frameKinds).toContain(kind);
      expect(source).not.toBe('');
    }
  });
});

describe('system calls', () => {
  test.each([
    ['__psynch_cvsignal', 'wake'],
    ['__psynch_cvwait', 'wait'],
    ['__psynch_mutexwait', 'lock'],
    ['__psynch_mutexdrop', 'lock'],
    ['kevent', 'poll'],
    ['writev', 'write'],
    ['write', 'write'],
    ['read', 'read'],
    ['__recvfrom', 'read'],
    ['lstat', 'file'],
    ['__open_nocancel', 'file'],
  ])('libsystem_kernel’s %s is a %s', (stub, kind) => {
    expect(systemCallOf(`libsystem_kernel.dylib\`${stub}`)?.kind).toBe(kind);
    expect(systemCallOf(stub, { library: 'libsystem_kernel.dylib' })?.kind).toBe(kind);
  });

  test.each([
    ['__x64_sys_writev', 'writev', 'write'],
    ['__arm64_sys_newfstatat', 'newfstatat', 'file'],
    ['__GI___libc_write', 'write', 'write'],
    ['epoll_wait', 'epoll_wait', 'poll'],
    ['sys_futex_[k]', 'futex', 'lock'],
    ['__x64_sys_brand_new', 'brand_new', 'other'],
    ['syscall.Write', 'write', 'write'],
    ['runtime.futexwakeup', 'futex', 'wake'],
  ])('%s is %s, a %s', (name, call, kind) => {
    expect(systemCallOf(name)).toEqual({ name: call, kind });
  });

  test('a function that is only called read is none', () => {
    expect(systemCallOf('read')).toBeUndefined();
    expect(systemCallOf('app`read')).toBeUndefined();
    expect(systemCallOf('read (file.py:3)')).toBeUndefined();
    expect(systemCallOf('sys_init')).toBeUndefined();
  });

  test('no name stands under two kinds', () => {
    const names = Object.values(systemCallTable).flat();
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
});

describe('kinds in context', () => {
  const kindsByName = (drawing: string) => {
    const profile = profileOf(drawing);
    const kinds = kindsOfFrames(profile);
    return Object.fromEntries(profile.frames.names.map((name, i) => [name, kinds[i]]));
  };

  test('what a kernel entry calls is kernel, and who calls the entry by a call’s name its wrapper', () => {
    expect(
      kindsByName('app;work;write;entry_SYSCALL_64_after_hwframe;do_syscall_64;my_fs_hook 1'),
    ).toMatchObject({
      app: 'application',
      work: 'application',
      write: 'kernel',
      my_fs_hook: 'kernel',
    });
  });

  test('a function called write that calls no kernel stays the program’s', () => {
    expect(kindsByName('app;write;format 1\napp;do_syscall_64;x 1').write).toBe('application');
  });
});

describe('which call a stack is in', () => {
  const callsOf = (drawing: string) => {
    const profile = profileOf(drawing);
    const { calls, callOf } = systemCallStacks(profile);
    return Array.from(profile.samples.stack, (stack) => {
      const call = calls[callOf[stack] ?? -1];
      return call === undefined ? 'none' : `${call.name} ${call.kind}`;
    });
  };

  test('the kernel’s function inside tells a futex that waits from one that wakes', () => {
    expect(
      callsOf(
        'a;entry_SYSCALL_64;do_syscall_64;__x64_sys_futex;do_futex;futex_wait;schedule 1\n' +
          'a;entry_SYSCALL_64;do_syscall_64;__x64_sys_futex;do_futex;futex_wake 1',
      ),
    ).toEqual(['futex wait', 'futex wake']);
  });

  test('where stacks end at the border, the caller tells', () => {
    expect(
      callsOf(
        'std::sys::sync::condvar::futex::Condvar::notify_one;libc.so.6`syscall 1\n' +
          'std::thread::park;libc.so.6`syscall 1\nunrelated;libc.so.6`syscall 1',
      ),
    ).toEqual(['syscall wake', 'syscall wait', 'syscall other']);
  });

  test('a write to an eventfd wakes an event loop: no bytes move', () => {
    const write = 'entry_SYSCALL_64;do_syscall_64;__x64_sys_write;ksys_write;vfs_write';
    expect(callsOf(`a;${write};eventfd_write 1\na;${write};pipe_write 1`)).toEqual([
      'write wake',
      'write write',
    ]);
    expect(callsOf('mio::sys::unix::waker::eventfd::Waker::wake;libc.so.6`write 1')).toEqual([
      'write wake',
    ]);
  });

  test('a wrapper that goes on in user code is no system call', () => {
    expect(callsOf('app;libc.so.6`read;app`callback 1')).toEqual(['none']);
  });

  test('share-these is in system calls for 33 of 50 samples', async () => {
    const profile = await shareThese();
    const { callOf } = systemCallStacks(profile);
    const inCalls = profile.samples.weight.reduce(
      (sum, weight, i) => ((callOf[profile.samples.stack[i] ?? -1] ?? -1) < 0 ? sum : sum + weight),
      0,
    );
    expect(inCalls).toBe(33);
  });
});
