import { chromeTrace } from './chrome-trace.ts';
import { d3Json } from './d3-json.ts';
import { dtrace } from './dtrace.ts';
import { flamegraphSvg } from './flamegraph-svg.ts';
import { folded } from './folded.ts';
import { gecko } from './gecko.ts';
import { callgrind } from './callgrind.ts';
import { macosSample } from './macos-sample.ts';
import { jfr } from './jfr.ts';
import { perfScript } from './perf-script.ts';
import { pprof } from './pprof.ts';
import type { ProfileFormat } from './profile-format.ts';
import { speedscope } from './speedscope.ts';
import { v8CpuProfile } from './v8-cpuprofile.ts';
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
];
