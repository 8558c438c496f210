import { queryWithView, defaultView } from '../../../lib/flame/graph.ts';

/** Where one side of what is shown comes from. */
export interface Place {
  readonly kind: 'sample' | 'session';
  readonly id: string;
  /** Place of the profile in its file; absent: the one that is shown first. */
  readonly profile?: number;
}

/** What the page shows, as its address tells it; the graph's own view stands beside it. */
export interface LabAddress {
  readonly before?: Place;
  readonly after?: Place;
}

// `sample` and `after` are also the graph's: links from elsewhere need not know more.
const keys = [
  'sample',
  'session',
  'profile',
  'after',
  'after-session',
  'after-profile',
  'read', // of two others
] as const;

function placeOf(
  params: URLSearchParams,
  sampleKey: string,
  sessionKey: string,
  profileKey: string,
): Place | undefined {
  const profile = Number(params.get(profileKey) ?? NaN);
  const part = Number.isInteger(profile) && profile >= 0 ? { profile } : {};
  const session = params.get(sessionKey);
  if (session !== null && session !== '') return { kind: 'session', id: session, ...part };
  const sample = params.get(sampleKey);
  return sample === null || sample === '' ? undefined : { kind: 'sample', id: sample, ...part };
}

/** Never throws: what it does not understand is not there. */
export function readAddress(search: string): LabAddress {
  const params = new URLSearchParams(search);
  const before = placeOf(params, 'sample', 'session', 'profile');
  const after = placeOf(params, 'after', 'after-session', 'after-profile');
  return {
    ...(before === undefined ? {} : { before }),
    ...(before === undefined || after === undefined ? {} : { after }),
  };
}

/** The query of the page that shows these, in the graph's default view. */
export function queryOf({ before, after }: LabAddress, search: string): string {
  const params = new URLSearchParams(queryWithView(search, defaultView));
  for (const key of keys) params.delete(key);
  if (before !== undefined) {
    params.set(before.kind, before.id);
    if (before.profile !== undefined) params.set('profile', String(before.profile));
  }
  if (after !== undefined) {
    params.set(after.kind === 'sample' ? 'after' : 'after-session', after.id);
    if (after.profile !== undefined) params.set('after-profile', String(after.profile));
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether two addresses show the same profiles, whatever the view. */
export function isSamePlace(a: LabAddress, b: LabAddress): boolean {
  return queryOf(a, '') === queryOf(b, '');
}
