import { flamegraphSvg } from './flamegraph-svg.ts';
import { folded } from './folded.ts';
import { perfScript } from './perf-script.ts';
import { pprof } from './pprof.ts';
import type { ProfileFormat } from './profile-format.ts';

/**
 * Every readable format, one line each. The order decides only between formats that are equally
 * sure of a file: the more particular comes first. See docs/how-to/add-a-format.md.
 */
export const profileFormats: readonly ProfileFormat[] = [folded, flamegraphSvg, perfScript, pprof];
