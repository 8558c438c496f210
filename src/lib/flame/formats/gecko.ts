import type { Profile } from '../model/profile.ts';
import { framesOf } from './gecko/gecko-frames.ts';
import { scriptTimeProfile, tableProfile, type GeckoThread } from './gecko/gecko-samples.ts';
import { tableOf } from './gecko/gecko-table.ts';
import type { ImportReport } from './import-issue.ts';
import { isRecord, listOf, member, textOf } from './json/json-value.ts';
import { parsedJson, unexpectedShape } from './json/parsed-json.ts';
import type { FileHead, FormatInput, ProfileFormat } from './profile-format.ts';
import { requireSamples } from './stacks/require-samples.ts';
import { say } from './say.ts';

/** Tables of a thread that weigh stacks, besides its CPU samples. */
const allocationTables = ['jsAllocations', 'nativeAllocations'];

/**
 * JSON of the Firefox Profiler, of samply, and of all that write for profiler.firefox.com: the
 * browser's own format ("Gecko"), the processed one in its versions to today's, and the recordings
 * of Firefox DevTools. One profile a thread; a thread without samples gives an empty one.
 * Format: docs-developer of firefox-devtools/profiler, "gecko-profile-format.md",
 * "processed-profile-format.md" and their changelog.
 */
export const gecko: ProfileFormat = {
  id: 'gecko',
  label: 'Firefox Profiler or samply JSON',
  extensions: ['profile.json', 'json'],

  sniff({ text }: FileHead): number {
    if (!/^\s*\{/.test(text)) return 0;
    if (/"(preprocessedProfileVersion|processShutdownTime|stackTable)"\s*:/.test(text)) return 0.7;
    return /"meta"\s*:\s*\{[^]{0,4000}"interval"\s*:/.test(text) ? 0.5 : 0;
  },

  sniffJson(value: unknown): number {
    const profile = unwrap(value);
    const [thread] = listOf(profile, 'threads') ?? [];
    if (thread === undefined || !isRecord(member(profile, 'meta'))) return 0;
    return member(thread, 'samples') === undefined ? 0.3 : 0.9;
  },

  parse(input: FormatInput, report: ImportReport): Profile[] {
    const file = parsedJson(input);
    const outer = unwrap(file);
    if (listOf(outer, 'threads') === undefined) {
      throw unexpectedShape('Firefox Profiler', 'it has no list of threads');
    }
    const threads = processesOf(outer).flatMap((process) => threadsOf(process, report));
    const profiles = threads.flatMap((thread, index) => {
      input.checkpoint(index / threads.length);
      return profilesOf(thread, report);
    });
    const scripts = outer === file ? [] : scriptProfiles(threads, report);
    return requireSamples(scripts.concat(profiles), this.label, report);
  },
};

/** The profile itself, also inside a recording of Firefox DevTools. */
function unwrap(value: unknown): unknown {
  const inner = member(value, 'profile');
  return listOf(inner, 'threads') === undefined ? value : inner;
}

/**
 * The process of the file and those inside it: under `processes`, or, before Firefox 50, as JSON
 * text among its threads.
 */
function processesOf(outer: unknown): unknown[] {
  const processes: unknown[] = [];
  const pending: unknown[] = [outer];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const process = parsedIfText(next);
    processes.push(process);
    const texts = (listOf(process, 'threads') ?? []).filter(isProcessText);
    const inner = texts.concat(listOf(process, 'processes') ?? []);
    for (let i = inner.length - 1; i >= 0; i--) pending.push(inner[i]);
  }
  return processes;
}

function isProcessText(value: unknown): boolean {
  return typeof value === 'string' && listOf(parsedIfText(value), 'threads') !== undefined;
}

function threadsOf(process: unknown, report: ImportReport): GeckoThread[] {
  const [meta, shared] = [member(process, 'meta'), member(process, 'shared')];
  return (listOf(process, 'threads') ?? []).flatMap((source, index) => {
    if (isProcessText(source)) return []; // one of `processesOf`
    const tables = parsedIfText(source);
    if (member(tables, 'samples') !== undefined) {
      return { name: nameOf(tables), tables, shared, frameAt: framesOf(tables, shared, meta) };
    }
    report.add({
      code: 'bad-thread',
      ...say`Thread ${index} has no table of samples. It was left out.`,
    });
    return [];
  });
}

function parsedIfText(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined; // reported as a thread without samples
  }
}

/** `GeckoMain (Web Content, pid 12, tid 13)`, as far as the file tells. */
function nameOf(thread: unknown): string {
  const name = textOf(thread, 'name') ?? 'unnamed thread';
  const process = textOf(thread, 'processName') ?? textOf(thread, 'processType');
  const ids = ['pid', 'tid'].flatMap((key) => {
    const id = member(thread, key);
    return typeof id === 'number' || typeof id === 'string' ? `${key} ${id}` : [];
  });
  const details = process === undefined ? ids : [process, ...ids];
  return details.length === 0 ? name : `${name} (${details.join(', ')})`;
}

function profilesOf(thread: GeckoThread, report: ImportReport): Profile[] {
  const tables = allocationTables.filter((table) => tableOf(thread.tables, table).length > 0);
  return ['samples', ...tables].map((table) => tableProfile(thread, table, report));
}

/** Of a DevTools recording: the JavaScript of the page's main thread. */
function scriptProfiles(threads: readonly GeckoThread[], report: ImportReport): Profile[] {
  const main = threads.find(({ tables }) => textOf(tables, 'name') === 'GeckoMain') ?? threads[0];
  const profile = main === undefined ? undefined : scriptTimeProfile(main, report);
  return profile === undefined || profile.samples.length === 0 ? [] : [profile];
}
