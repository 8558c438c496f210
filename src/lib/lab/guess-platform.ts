import type { Profile } from '../flame/index.ts';
import type { Platform } from './advice/recipe-data.ts';

/** Formats that only one platform writes. */
const platformOfFormat: Readonly<Partial<Record<string, Platform>>> = {
  'v8-cpuprofile': 'node',
  'v8-heapprofile': 'node',
  jfr: 'jvm',
  jstack: 'jvm',
  hprof: 'jvm',
  goroutines: 'go',
  sample: 'macos',
  instruments: 'macos',
  xctrace: 'macos',
  safari: 'macos',
};

interface NameRule {
  readonly platform: Platform;
  readonly name: RegExp;
}

/** Names that a platform's own runtime has; the first whose names are common wins. */
const nameRules: readonly NameRule[] = [
  {
    platform: 'go',
    name: /^runtime\.(?:main|goexit|mstart|mcall|mallocgc|gcBgMarkWorker|schedule)/,
  },
  {
    platform: 'node',
    name: /\bnode:|\bv8::internal::|^JS:|^LazyCompile:|^Builtin:|node::|\(anonymous\) .*\.m?js/,
  },
  {
    platform: 'jvm',
    name: /^java[./]|JavaThread::run|\bjdk[./]internal|^sun[./]|libjvm|_\[j\]$|InterpreterRuntime/,
  },
  { platform: 'python', name: /\.py:\d+\)|\(.*\.py\)|^py::|_PyEval_EvalFrame|<frozen importlib/ },
  {
    platform: 'macos',
    name: /^(?:libsystem_|libdyld|dyld`|CoreFoundation|Foundation`|AppKit)|^(?:dyld|libsystem_\w+)`/,
  },
  {
    platform: 'cargo-flamegraph',
    name: /\b(?:core|alloc)::\w+::|\bstd::(?:rt|sys|sys_common|thread|io|sync|panicking|panic|fs|net)::|17h[0-9a-f]{16}|^_R[A-Z]|\{\{closure\}\}|lang_start/,
  },
];

/** One odd frame, such as a Python string in a C program, is no sign of a platform. */
const leastShare = 0.03;

/**
 * With what a profile was most likely recorded: by its format (the id that the import gave), or by
 * the names that every program of a language has. Linux perf where nothing tells.
 */
export function guessPlatform({ frames }: Profile, format: string): Platform {
  const byFormat = platformOfFormat[format];
  if (byFormat !== undefined) return byFormat;
  const counts = nameRules.map(({ platform, name }) => ({
    platform,
    found: frames.names.reduce((sum, each) => sum + (name.test(each) ? 1 : 0), 0),
  }));
  const isRust = counts.some(
    ({ platform, found }) => platform === 'cargo-flamegraph' && found > leastShare * frames.length,
  );
  // cargo flamegraph runs on a Mac too, and there its advice is the right one.
  if (isRust) return 'cargo-flamegraph';
  const best = counts.reduce((a, b) => (b.found > a.found ? b : a));
  return best.found > leastShare * frames.length ? best.platform : 'linux-perf';
}
