import type { FrameKind } from './frame-kinds.ts';

/**
 * One line of knowledge about names. The first rule that fits decides, so narrow rules stand first.
 * To teach the classifier a new runtime or library, add a line with where you know it from.
 */
export interface KindRule {
  readonly kind: FrameKind;
  /** Fits the symbol: the function without library, mark and location. */
  readonly symbol?: RegExp;
  /** Fits the library: file name or path of the binary. */
  readonly library?: RegExp;
  /** Fits the source file. */
  readonly file?: RegExp;
  readonly source: string;
}

/** Decided by the library or source file alone, before any look at the symbol. */
export const placeRules: readonly KindRule[] = [
  {
    kind: 'kernel',
    library:
      /^\[(?:kernel|guest\.kernel)|vmlinux|\.ko(?:\.\w+)?$|^mach_kernel$|^kernel(?:\.release)?|com\.apple\.(?:kec|driver|filesystems)|ntoskrnl/,
    source: 'perf-script(1): [kernel.kallsyms], modules; Instruments: kernel.release.*',
  },
  { kind: 'kernel', library: /(?:^|\/)libsystem_kernel\.dylib$/, source: 'XNU libsyscall: stubs' },
  { kind: 'memory', library: /(?:^|\/)libsystem_malloc\.dylib$/, source: 'Apple libmalloc' },
  {
    kind: 'memory',
    library: /(?:^|\/)lib(?:jemalloc|tcmalloc|mimalloc|snmalloc|hoard)\b/,
    source: 'the allocators’ library names',
  },
  { kind: 'threads', library: /(?:^|\/)libsystem_pthread\.dylib$/, source: 'Apple libpthread' },
  { kind: 'threads', library: /(?:^|\/)libdispatch\.dylib$/, source: 'Apple libdispatch' },
  {
    kind: 'runtime',
    library: /(?:^|\/)(?:dyld|ld-linux|ld-musl|ld-2\.)/,
    source: 'ld.so(8), dyld(1)',
  },
  {
    kind: 'runtime',
    library:
      /(?:^|\/)(?:libsystem_\w+\.dylib|lib(?:c|m|dl|rt|pthread|gcc_s|stdc\+\+|c\+\+(?:abi)?|objc|util|resolv)(?:[-.]|\b)|musl-|\[vdso\])/,
    source: 'the C and C++ runtime: glibc, musl, libSystem, libstdc++, libc++',
  },
  {
    kind: 'runtime',
    library: /(?:^|\/)lib(?:jvm|java|nio|net|zip|jimage|verify)\.(?:so|dylib)$/,
    source: 'OpenJDK: lib/server/libjvm.so and its native libraries',
  },
  {
    kind: 'runtime',
    library: /(?:^|\/)libpython[\d.]+m?\.(?:so|dylib)|(?:^|\/)python[\d.]*$|Python\.framework/,
    source: 'CPython: the interpreter',
  },
  { kind: 'runtime', file: /^(?:node:|internal\/|native )/, source: 'Node.js: built-in modules' },
  { kind: 'library', file: /(?:^|\/)node_modules\//, source: 'npm: folders.5' },
  { kind: 'runtime', file: /^<frozen |^<__array_function__/, source: 'CPython: frozen modules' },
  {
    kind: 'library',
    file: /(?:^|\/)(?:site-packages|dist-packages)\//,
    source: 'Python: module site',
  },
  { kind: 'runtime', file: /\/lib(?:64)?\/python[\d.]+\//, source: 'Python: the standard library' },
  {
    kind: 'runtime',
    file: /^\/rustc\/[0-9a-f]+\/|\/library\/(?:std|core|alloc)\/src\//,
    source: 'rustc: remapped paths of std',
  },
  {
    kind: 'library',
    file: /\/\.cargo\/registry\/|\/go\/pkg\/mod\//,
    source: 'cargo, go: module caches',
  },
  {
    kind: 'runtime',
    file: /(?:^|\/)go(?:root)?\/src\/runtime\//,
    source: 'Go: GOROOT/src/runtime',
  },
];

/** Decided by the symbol. */
export const symbolRules: readonly KindRule[] = [
  // Nothing to do
  {
    kind: 'idle',
    symbol:
      /^(?:\(idle\)|swapper(?:\/\d+)?|cpu_idle|default_idle(?:_call)?|do_idle|cpuidle_\w+|cpu_startup_entry|intel_idle\w*|acpi_idle_\w+|acpi_processor_ffh_cstate_enter|mwait_idle\w*|native_safe_halt|rcu_idle_\w+|cpuidle_idle_call|rest_init|start_kernel|x86_64_start_\w+|start_secondary|secondary_startup_64\w*|swapper-\S+|arch_cpu_idle|poll_idle|pv_native_safe_halt|machine_idle)$/,
    source: 'V8 cpuprofile; Linux kernel/sched/idle.c, drivers/cpuidle',
  },
  // No name
  {
    kind: 'unknown',
    symbol:
      /^(?:$|\[unknown\]|\[+(?!kernel)[^\][]*\]+|unknown|\?+|\(unknown\)|\[missed\]|\(program\)|\[deduplicated symbol\]|(?:0x)?[0-9a-f]{6,16}|[\w.-]+\+0x[0-9a-f]+|\?\?\?)$/i,
    source: 'stackcollapse-perf.pl; perf-script(1); V8 (program); Apple sample(1) ???',
  },
  // Allocators and garbage collectors
  {
    kind: 'memory',
    symbol:
      /^(?:__rust_(?:alloc|dealloc|realloc|alloc_zeroed)|__rdl_\w+|__rg_\w+|alloc::alloc::|alloc::raw_vec::|<alloc::alloc::Global|alloc::alloc|exchange_malloc)/,
    source: 'rust-lang/rust library/alloc',
  },
  {
    kind: 'memory',
    symbol:
      /^_{0,2}(?:(?:libc_)?(?:malloc|calloc|realloc|free|cfree|memalign|posix_memalign|aligned_alloc|valloc|malloc_usable_size)|_?GI___libc_(?:malloc|free|calloc|realloc)|int_(?:malloc|free|realloc|memalign)|malloc_(?:consolidate|zone_\w+)|mi_\w+|je_\w+|tc_\w+|tcmalloc\w*|rjem_\w+|rjem_je_\w+|unlink_chunk\w*|sysmalloc|systrim\w*)$/,
    source: 'glibc malloc/malloc.c; jemalloc, mimalloc, tcmalloc prefixes',
  },
  {
    kind: 'memory',
    symbol: /^(?:operator (?:new|delete)|_Zn[wa]|_Zd[la])/,
    source: 'C++ [new.delete]',
  },
  {
    kind: 'memory',
    symbol:
      /^(?:runtime\.(?:mallocgc\w*|gc[A-Z]\w*|gc(?:bg|assist|drain)\w*|newobject|makeslice\w*|growslice|makemap\w*|scanobject|scanblock|scanstack|greyobject|markroot\w*|bgsweep|bgscavenge|sweepone|\(\*(?:mcache|mcentral|mheap|mspan|gcWork|gcBits|pageAlloc|sweepLocked)\)\.\w+|wbBufFlush\w*|heapBits\w*|memclr\w*|findObject|typedmemmove|bulkBarrier\w*|systemstack_gc|persistentalloc))/,
    source: 'Go: src/runtime/malloc.go, mgc*.go, mheap.go',
  },
  {
    kind: 'memory',
    symbol:
      /^(?:\(garbage collector\)|(?:v8::internal::)?(?:Heap|Scavenger\w*|MarkCompact\w*|ConcurrentMarking|Sweeper|IncrementalMarking|Factory|LocalHeap)::|.*v8::internal::(?:Heap|Scaveng|MarkCompact|Sweeper|ConcurrentMark))/,
    source: 'V8 cpuprofile, src/heap',
  },
  {
    kind: 'memory',
    symbol:
      /\b(?:G1\w*|PS[A-Z]\w*|Z(?:Heap|Barrier|Mark|Relocate|Driver|Worker|Collector)\w*|Shenandoah\w*|ParNew\w*|Parallel(?:ScavengeHeap|TaskTerminator|CleaningTask)|GangWorker|GCTaskThread|CollectedHeap|GenCollectedHeap|MemAllocator|ObjArrayAllocator|OopMapSet?|\w*Scavenge\w*|StealTask|\w*MarkSweep\w*|PSParallelCompact|Par\w*Compact\w*|ParMark\w*|MoveAndUpdateClosure|\w+(?:Roots|Drain|Scan|Steal)\w*Task|CardTable\w*|ClassLoaderDataGraph|StringTable|OopStorage)::/,
    source: 'OpenJDK: src/hotspot/share/gc',
  },
  {
    kind: 'memory',
    symbol:
      /^(?:_?Py(?:Object|Mem)_(?:Malloc|Free|Calloc|Realloc|RawMalloc|RawFree)|_?PyObject_GC_\w+|gc_collect\w*|gc_generations|pymalloc_\w+|subtype_dealloc|_Py_Dealloc|collect(?:_generations|_with_callback)?)$/,
    source: 'CPython: Objects/obmalloc.c, Modules/gcmodule.c',
  },
  // Threads: locks, parking, thread entry
  {
    kind: 'threads',
    symbol:
      /^<?(?:parking_lot(?:_core)?::|lock_api::|crossbeam_(?:channel|utils|deque|epoch|queue)::|std::sync::|std::sys::(?:\w+::)*(?:mutex|condvar|rwlock|futex|thread_parker|thread_parking|locks?)\b|std::thread::(?:park|sleep|yield_now)|std::sys::(?:\w+::)*Thread\b|tokio::sync::|tokio::loom::std::parking_lot|flume::)/,
    source: 'rust-lang/rust library/std/src/sys/sync; the crates’ names',
  },
  {
    kind: 'threads',
    symbol:
      /^_{0,3}(?:pthread_\w+|GI_+pthread_\w+|start_thread|clone3?|thread_start|lll_(?:lock|unlock)\w*|new_sem_\w+|sem_(?:wait|post|timedwait)\w*|condvar_\w+|os_unfair_lock\w*|libc_lock_\w+|gthread_\w+|psynch_\w+|ulock_\w+)$/,
    source: 'glibc nptl; Apple libpthread',
  },
  {
    kind: 'threads',
    symbol:
      /^std::(?:__1::|__cxx11::)?(?:mutex|condition_variable|thread|shared_mutex|unique_lock|lock_guard|recursive_mutex|__shared_mutex)\b/,
    source: 'C++ [thread]',
  },
  {
    kind: 'threads',
    symbol: /^(?:absl::\w*Mutex|absl::CondVar|folly::\w*(?:Mutex|Baton|MicroSpinLock))/,
    source: 'Abseil, Folly',
  },
  {
    kind: 'threads',
    symbol:
      /^(?:sync\.|internal\/sync\.|sync\/atomic\.|runtime\.(?:lock2?|unlock2?|lockWithRank|semacquire\w*|semrelease\w*|semasleep|semawakeup|notesleep|notetsleep\w*|notewakeup|futex\w*|gopark\w*|goready|ready|chan\w+|selectgo|send|recv|stopm|startm|mPark|wakep|park_m|notify\w*|osyield|procyield|usleep|sync_\w+))/,
    source: 'Go: package sync, src/runtime/lock_futex.go, sema.go, chan.go',
  },
  {
    kind: 'threads',
    symbol:
      /^(?:Unsafe_(?:Park|Unpark)|Parker::|ObjectMonitor::|ObjectSynchronizer::|PlatformEvent::|PlatformMonitor::|PlatformMutex::|Monitor::|Mutex::|os::PlatformEvent|java[./]util[./]concurrent[./](?:locks|Semaphore|CountDownLatch|SynchronousQueue|\w*BlockingQueue)|java[./]lang[./]Object[./]wait|java[./]lang[./]Thread[./](?:sleep|yield|onSpinWait|join)|jdk[./]internal[./]misc[./]Unsafe[./](?:park|unpark)|sun[./]misc[./]Unsafe[./](?:park|unpark))/,
    source: 'OpenJDK: runtime/objectMonitor.cpp, java.util.concurrent',
  },
  {
    kind: 'threads',
    symbol:
      /^(?:take_gil|drop_gil|create_gil|PyThread_\w+|PyEval_(?:AcquireThread|ReleaseThread|SaveThread|RestoreThread)|uv_(?:mutex|cond|rwlock|sem|barrier|thread)_\w+|uv__thread_start|_?lock_PyThread\w*|threading:|Thread\.(?:run|_bootstrap\w*)|_bootstrap(?:_inner)?$)/,
    source: 'CPython: Python/ceval_gil.c; libuv',
  },
  // Kernel, where nothing marks it
  {
    kind: 'kernel',
    symbol:
      /^(?:\[+kernel\.\S+|entry_SYSCALL\w*|do_syscall_\w+|x64_sys_call|ia32_sys_call|syscall_(?:return|exit|enter)\w*|system_call\w*|el0t?_\w+|invoke_syscall|do_el0_svc|asm_(?:exc|sysvec|common)_\w+|exc_page_fault|do_user_addr_fault|do_page_fault|page_fault|handle_mm_fault|__handle_mm_fault|sysvec_\w+|apic_timer_interrupt|smp_apic_timer_interrupt|irq_exit\w*|ret_from_(?:fork|intr)\w*|kthread|worker_thread|__schedule|schedule(?:_\w+)?|finish_task_switch\w*|futex_\w+|do_futex|vfs_\w+|ksys_\w+|sys_enter\w*|new_sync_(?:read|write)|sock_(?:sendmsg|write_iter|read_iter|recvmsg)|inet6?_(?:sendmsg|recvmsg)|tcp_\w+|__tcp_\w+|ip_(?:queue_xmit|output|finish_output2?|rcv\w*|local_\w+)|__?netif_receive_skb\w*|__?dev_queue_xmit|net_rx_action|__do_softirq|handle_softirqs|copy_user_\w+|rep_movs_alternative|copyin|copyout|native_(?:write_msr|queued_spin_lock_slowpath)|_raw_spin_\w+|ext4_\w+|xfs_\w+|btrfs_\w+|blk_\w+|ep_poll\w*|do_epoll_\w+|clear_page_\w+|hrtimer_\w+|__?hrtimer_\w+|perf_event_\w+|unix_stream_\w+|pipe_(?:read|write)|rwsem_\w+|down_(?:read|write)\w*|generic_file_\w+|filemap_\w+|__x64_sys_\w+|__arm64_sys_\w+)$/,
    source: 'Linux: arch/x86/entry, kernel, net, fs; names as perf prints them',
  },
  // Language runtimes
  {
    kind: 'runtime',
    symbol:
      /^(?:_start|start|_IO_\w+|new_do_write|dl_main|openaux|_GLOBAL__sub_I_\w+|__static_initialization\w*|x_cgo_\w+|__libc_\w+|(?:_{0,2}GI_+)?_*libc_start_(?:main\w*|call_main)|call_init|_dl_\w+|_init|_fini|__libc_csu_init|exit|_exit|__run_exit_handlers|NSApplicationMain|UIApplicationMain|DYLD-STUB\$\$.*|OUTLINED_FUNCTION_\d+|mem(?:cpy|move|set|cmp|chr)\b.*|_*mem(?:cpy|move|set|cmp|chr)_\w+|_platform_\w+|str(?:len|cmp|ncmp|cpy|chr)\b.*|_*str(?:len|cmp|ncmp|cpy|chr)_\w+|__(?:clock_)?gettimeofday|__vdso_\w+|clock_gettime)$/,
    source: 'glibc, dyld: start-up; LLVM machine outliner; string functions',
  },
  {
    kind: 'runtime',
    symbol:
      /^(?:__rust_|rust_begin_unwind|rust_eh_|rust_panic|<(?:\(\)|&?str|\[T\]|bool|char|[iu](?:8|16|32|64|128|size)|f32|f64)(?: as|>))/,
    source: 'rust-lang/rust: impls for primitive types',
  },
  {
    kind: 'runtime',
    symbol:
      /^(?:std::|__cxxabiv1::|__gnu_cxx::|__cxa_\w+|_Unwind_\w+|__gxx_\w+|__dynamic_cast|typeinfo for)/,
    source: 'Itanium C++ ABI, libstdc++, libc++',
  },
  {
    kind: 'runtime',
    symbol:
      /^(?:runtime[./]|internal\/(?:runtime|abi|bytealg|poll|cpu|reflectlite|race|syscall|chacha8rand)|reflect\.|type\.\.|go\.|runtime\b|syscall\.|_rt0_|gogo$|goexit$|aeshashbody|memeqbody|cmpbody|indexbytebody)/,
    source: 'Go: src/runtime, src/internal',
  },
  {
    kind: 'runtime',
    symbol:
      /^(?:L?(?:java|javax|jdk|sun|com\/sun|com\.sun|kotlin|scala|clojure\/lang|clojure\.lang|groovy\/lang)[./]|JavaThread::|JavaCalls::|JavaMain|ThreadJavaMain|thread_native_entry|java_start|Interpreter$|Interpreter::|InterpreterRuntime::|call_stub|StubRoutines|SharedRuntime::|Runtime1::|OptoRuntime::|CompileBroker|C2Compiler|Compiler::|Compile::|Phase[A-Z]\w*::|ci[A-Z]\w*::|Matcher::|IndexSet\w*::|Arena::|CodeHeap::|InstanceKlass::|Parse::|Compilation::|LIRGenerator|VMThread|VM_|SafepointSynchronize|Thread::call_run|JNI_\w+|jni_\w+|JVM_\w+|vtable (?:stub|chunk)s?|itable stub|Java_(?:java|sun|jdk)_\w+|ClassLoaderData::|thread_entry$|SpinPause$|[\w$]*_arraycopy$|jint_\w+|oop_\w+|checkcast_arraycopy|nmethod::|CodeCache::|ClassLoader::|SystemDictionary::|Klass::)/,
    source: 'OpenJDK: src/hotspot; package names of the platform',
  },
  {
    kind: 'library',
    symbol: /^(?:LazyCompile|Function|Script|Eval|JS):.*\/node_modules\//,
    source: 'V8 perf map: npm packages by their path',
  },
  {
    kind: 'runtime',
    symbol:
      /^(?:v8::|node::|uv_\w+|uv__\w+|Builtins_\w+|Builtin:|Stub:|LazyCompile:.* (?:node:|internal\/|native )|(?:LazyCompile|Function|Script|Eval|InterpretedFunction|Handler|BytecodeHandler|RegExp):[*~^]?\S* ?(?:node:|internal\/|node\.js:)|BytecodeHandler:|RegExp:|\(root\)$|processTicksAndRejections|_?napi_\w+|JSEntry|JSConstruct\w*|InterpreterEntryTrampoline|ArgumentsAdaptorTrampoline|CEntry_\w+)/,
    source: 'V8, Node.js, libuv: symbols and perf map prefixes',
  },
  {
    kind: 'runtime',
    symbol:
      /^(?:_?Py[A-Z]\w*_\w+|_?PyEval_\w+|_?PyObject_\w+|pymain_\w+|Py_(?:RunMain|BytesMain|Main)|run_mod|run_eval_code_obj|pyrun_\w+|(?:method|function|cfunction|slot|wrap|builtin|type|object|list|dict|unicode|tuple|long|float|set|bytes)_\w+|vectorcall_\w+|trampoline_\w+|_find_and_load\w*|_call_with_frames_removed|_load_unlocked|exec_module|<module> \(<frozen|context_run)$/,
    source: 'CPython: Python/, Objects/; importlib',
  },
];

/** Parts of a program that are not its own, by the first word of the path that names them. */
export const kindByRoot: ReadonlyMap<string, FrameKind> = new Map([
  // Rust: the standard library, async runtimes and thread pools
  ...entries(
    'runtime',
    `std core alloc proc_macro test compiler_builtins hashbrown gimli addr2line backtrace
     rustc_demangle panic_unwind panic_abort tokio tokio_util mio async_std smol async_io
     async_executor futures futures_core futures_util futures_channel futures_executor rayon
     rayon_core glommio monoio`,
  ),
  // Rust: crates that many programs bring along
  ...entries(
    'library',
    `axum axum_core hyper hyper_util h2 h3 http http_body http_body_util tower tower_http
     tower_service tower_layer actix actix_web actix_http actix_rt warp rocket tonic prost reqwest
     rustls ring openssl native_tls tokio_rustls tokio_native_tls tokio_stream bytes serde serde_json
     serde_yaml bincode regex regex_automata regex_syntax aho_corasick memchr tracing tracing_core
     tracing_subscriber tracing_log log env_logger clap rand rand_core rand_chacha chrono time uuid
     sqlx diesel redis rusqlite tiberius sled rocksdb indexmap smallvec once_cell lazy_static
     itertools num_traits nom pest syn quote proc_macro2 anyhow thiserror image flate2 zstd brotli
     arrow parquet datafusion polars wasmtime cranelift_codegen bevy_ecs bevy_app wgpu winit dashmap
     matchit percent_encoding url idna mime httparse socket2 slab pin_project pin_project_lite ahash
     fxhash twox_hash base64 sha2 sha1 md5 digest hmac aes chacha20 subtle`,
  ),
  ...entries(
    'library',
    'boost absl folly fmt google grpc proto2 Eigen cv rocksdb leveldb simdjson re2 QtPrivate llvm clang',
  ),
]);

function entries(kind: FrameKind, text: string): (readonly [string, FrameKind])[] {
  return text
    .trim()
    .split(/\s+/)
    .map((name) => [name, kind] as const);
}

/** Packages of Java and Go that are not the program's own, by the beginning of the path. */
export const libraryPaths: readonly KindRule[] = [
  {
    kind: 'library',
    symbol:
      /^L?(?:org[./](?:scalatest\w*|scalacheck|junit|apache|springframework|eclipse|jboss|hibernate|mozilla|slf4j|vertx|json|bouncycastle|postgresql|codehaus|glassfish|joda|objectweb|elasticsearch|lucene)|io[./](?:netty|vertx|grpc|undertow|reactivex|micrometer|opentelemetry|quarkus|micronaut|projectreactor)|reactor[./]|com[./](?:google|fasterxml|mysql|zaxxer|squareup|amazonaws|typesafe|datastax|github|h2database|esotericsoftware)|ch[./]qos|net[./]bytebuddy|akka[./]|sbt[./]|okhttp3[./]|rx[./])/,
    source: 'Java: reverse domain names of well-known libraries',
  },
  {
    kind: 'library',
    symbol:
      /^(?:bufio|bytes|compress|container|context|crypto|database|debug|encoding|errors|expvar|flag|fmt|go|hash|html|image|index|io|iter|log|maps|math|mime|net|os|path|plugin|regexp|slices|sort|strconv|strings|testing|text|time|unicode|unique|vendor)(?:\/[\w./-]+)?\.(?:\(?\*?[\w.[\]]+\)?\.)?\w+/,
    source: 'Go: the packages of the standard library',
  },
  {
    kind: 'library',
    symbol:
      /^(?:(?:github|gitlab)\.com|golang\.org|google\.golang\.org|gopkg\.in|go\.uber\.org|go\.opentelemetry\.io|k8s\.io|sigs\.k8s\.io|go\.etcd\.io)\//,
    source: 'Go: import paths of other modules',
  },
];
