import { displayName, kindOfFrame } from '../../../lib/flame/index.ts';
import type { Profile } from '../../../lib/flame/index.ts';
import type { Locale } from '../../../lib/i18n/index.ts';
import { evaluateQuery, formatResult } from '../../../lib/query/index.ts';
import type { Selector } from '../../../lib/query/index.ts';
import type { SmallFrame } from '../small-tree/paint-small-tree.ts';

/** What a wait is: of a thread with nothing to do, or for a lock that another thread holds. */
export type WaitKind = 'idle' | 'contended';

/** One wait of a recording, seen from a caller. */
export interface WaitCase {
  readonly id: string;
  readonly sample: string;
  readonly is: WaitKind;
  /** Name, or the end of it, of the caller at which the tower begins. */
  readonly caller: string;
  /** The wait itself, under that caller. */
  readonly wait: Selector;
}

const futexWait = '/^futex_wait$/';

/** On-CPU and off-CPU alternate, and so do the answers: neither gives the other away. */
export const waitCases: readonly WaitCase[] = [
  {
    id: 'requests-on-cpu',
    sample: 'locks-one',
    is: 'contended',
    caller: 'serve_requests',
    wait: { match: futexWait, under: 'lock_contention::serve_requests' },
  },
  {
    id: 'main-off-cpu',
    sample: 'locks-one-off-cpu',
    is: 'idle',
    caller: 'lock_contention::main',
    wait: { match: futexWait, under: { match: 'thread::scoped::scope' } },
  },
  {
    id: 'worker-on-cpu',
    sample: 'share-these',
    is: 'idle',
    caller: 'Context::park_timeout',
    wait: { match: '__psynch_cvwait', under: { match: 'park_timeout' } },
  },
  {
    id: 'requests-off-cpu',
    sample: 'locks-one-off-cpu',
    is: 'contended',
    caller: 'serve_requests',
    wait: { match: futexWait, under: 'lock_contention::serve_requests' },
  },
];

/** A wait as it is drawn: one box a frame, from the caller up to the wait, all of one width. */
export interface WaitTower {
  readonly frames: readonly SmallFrame[];
  /** All samples, or all time, that waited under this caller, in words. */
  readonly weight: string;
}

/** The way from the caller to its wait, by the widest box. Throws where the profile has no such wait. */
export function waitTowerOf(profile: Profile, wait: WaitCase, locale: Locale): WaitTower {
  const chain = evaluateQuery(profile, { chain: wait.wait });
  if (chain.kind !== 'frames') throw new Error(`wait "${wait.id}": no chain of frames.`);
  const names = chain.frames.map(({ name }) => name);
  const from = names.findIndex((name) => name.includes(wait.caller));
  if (from < 0) throw new Error(`wait "${wait.id}": no frame "${wait.caller}" below it.`);
  const frames = names.slice(from).map((name, index) => ({
    id: String(index),
    name: displayName(name, { level: 'shortest' }),
    weight: 1,
    kind: kindOfFrame(name),
    ...(index > 0 && { onto: String(index - 1) }),
  }));
  const weight = formatResult(evaluateQuery(profile, { total: wait.wait }), 'weight', locale);
  return { frames, weight };
}
