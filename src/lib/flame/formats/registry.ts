import { bpftrace } from './bpftrace.ts';
import { callgrind } from './callgrind.ts';
import { chromeTrace } from './chrome-trace.ts';
import { d3Json } from './d3-json.ts';
import { dhat } from './dhat.ts';
import { dtrace } from './dtrace.ts';
import { flamegraphSvg } from './flamegraph-svg.ts';
import { folded } from './folded.ts';
import { gecko } from './gecko.ts';
import { ghcJson } from './ghc-json.ts';
import { ghcProf } from './ghc-prof.ts';
import { goroutines } from './goroutines.ts';
import { hprof } from './hprof.ts';
import { instruments } from './instruments.ts';
import { jfr } from './jfr.ts';
import { jstack } from './jstack.ts';
import { macosSample } from './sample.ts';
import { papyrus } from './papyrus.ts';
import { perfScript } from './perf-script.ts';
import { pmcstat } from './pmcstat.ts';
import { pprofRaw } from './pprof-raw.ts';
import { pprof } from './pprof.ts';
import type { ProfileFormat } from './profile-format.ts';
import { safari } from './safari.ts';
import { speedscope } from './speedscope.ts';
import { stackprof } from './stackprof.ts';
import { v8CpuProfile } from './v8-cpuprofile.ts';
import { v8HeapProfile } from './v8-heapprofile.ts';
import { vsprof } from './vsprof.ts';
import { vtune } from './vtune.ts';
import { xctrace } from './xctrace.ts';

/**
 * Every readable format, one line each. The order decides only between formats that are equally
 * sure of a file: the more particular comes first. See docs/how-to/add-a-format.md.
 */
export const profileFormats: readonly ProfileFormat[] = [
  folded,
  flamegraphSvg,
  perfScript,
  pprof,
  callgrind,
  jfr,
  speedscope,
  v8CpuProfile,
  chromeTrace,
  gecko,
  d3Json,
  dtrace,
  macosSample,
  xctrace,
  stackprof,
  v8HeapProfile,
  safari,
  instruments,
  goroutines,
  jstack,
  bpftrace,
  pprofRaw,
  dhat,
  ghcProf,
  ghcJson,
  vtune,
  vsprof,
  pmcstat,
  hprof,
  papyrus,
];
