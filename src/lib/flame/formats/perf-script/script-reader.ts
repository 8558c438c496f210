import type { Profile } from '../../model/profile.ts';
import { ImportError } from '../import-error.ts';
import type { ImportReport } from '../import-issue.ts';
import { readEventLine, type EventLine } from './event-line.ts';
import { EventProfile } from './event-profile.ts';
import { readFrameKey, readSourceLine, readStackLine, type FrameKey } from './stack-line.ts';
import { say } from '../say.ts';

/** Kinds of event that are kept apart; what has more is no recording of perf. */
const mostEvents = 256;

interface OpenSample {
  readonly line: EventLine;
  readonly profile: EventProfile;
  readonly isJava: boolean;
  /** Leaf first. */
  readonly frames: number[];
}

/** Reads perf script line by line. A sample lasts from its event line to an empty line. */
export class ScriptReader {
  readonly #report: ImportReport;
  readonly #profiles = new Map<string | undefined, EventProfile>();
  #sample: OpenSample | undefined;
  readonly #key: FrameKey = { symbol: '', library: '' };

  constructor(report: ImportReport) {
    this.#report = report;
  }

  /** `isLast`: nothing follows the line, not even a newline, so it may have been cut. */
  readLine(line: string, number: number, isLast: boolean): void {
    const start = skipSpace(line, 0);
    if (start === line.length) return this.#closeSample();
    if (start === 0 && line.startsWith('#')) return;
    if (start > 0 && this.#readKnownFrame(line, start)) return;
    const event = readEventLine(line);
    if (event !== undefined) return this.#openSample(event, number);
    if (this.#readFrame(line, start, isLast) || this.#readSource(line)) return;
    this.#reportLine(line, number, isLast);
  }

  finish(): Profile[] {
    this.#closeSample();
    if (this.#profiles.size === 0) {
      throw new ImportError('no-samples', 'No sample was found in this output of perf script.', {
        line: 1,
        advice: 'Run "perf script" once more on the perf.data file, with its default fields.',
      });
    }
    return [...this.#profiles.values()].map((profile) => profile.build(this.#report));
  }

  #openSample(line: EventLine, number: number): void {
    this.#closeSample();
    const record = line.event?.startsWith('PERF_RECORD_') === true ? line.event : line.tail;
    if (record.startsWith('PERF_RECORD_')) return this.#readRecord(record, number);
    const profile = this.#profileOf(line.event, number);
    const isJava = line.command.startsWith('java');
    this.#sample = { line, profile, isJava, frames: [] };
    // A stack of one frame may stand behind its event; the fields of a tracepoint do not.
    const single = /^[\da-f]+\s/.test(line.tail) ? readStackLine(line.tail) : undefined;
    if (single?.library === undefined) return;
    readFrameKey(line.tail, 0, this.#key);
    this.#push(profile.addFrames(this.#key, single, isJava));
  }

  #closeSample(): void {
    if (this.#sample === undefined) return;
    this.#sample.profile.addSample(this.#sample.line, this.#sample.frames);
    this.#sample = undefined;
  }

  /** What perf writes beside samples with --show-mmap-events and the like. */
  #readRecord(record: string, line: number): void {
    const lost = /^PERF_RECORD_LOST\w* lost (\d+)/.exec(record)?.[1];
    if (lost === undefined) return;
    this.#report.add({
      code: 'lost-samples',
      ...say`perf lost ${lost} events here while recording. They are in no profile.`,
      line,
    });
  }

  #profileOf(event: string | undefined, line: number): EventProfile {
    const known = this.#profiles.get(event);
    if (known !== undefined) return known;
    if (this.#profiles.size >= mostEvents && event !== undefined) {
      this.#report.add({
        code: 'too-many-events',
        ...say`There are more than ${mostEvents} kinds of event. This one was put with the nameless.`,
        line,
        excerpt: event,
      });
      return this.#profileOf(undefined, line);
    }
    const profile = new EventProfile(event);
    this.#profiles.set(event, profile);
    return profile;
  }

  #readKnownFrame(line: string, start: number): boolean {
    if (this.#sample === undefined) return false;
    const { profile, isJava } = this.#sample;
    readFrameKey(line, start, this.#key);
    const frames = profile.knownFrames(this.#key, isJava);
    if (frames !== undefined) this.#push(frames);
    return frames !== undefined;
  }

  #readFrame(line: string, start: number, isLast: boolean): boolean {
    const stackLine = readStackLine(line);
    if (stackLine === undefined || this.#sample === undefined) return false;
    if (isLast && stackLine.library === undefined) return false; // cut in the middle
    const { profile, isJava } = this.#sample;
    readFrameKey(line, start, this.#key);
    this.#push(profile.addFrames(this.#key, stackLine, isJava));
    return true;
  }

  #push(frames: readonly number[]): void {
    for (const frame of frames) this.#sample?.frames.push(frame);
  }

  #readSource(line: string): boolean {
    const frames = this.#sample?.frames ?? [];
    const source = frames.length === 0 ? undefined : readSourceLine(line);
    if (source === undefined) return false;
    const leaf = frames.length - 1;
    if (source === 'none' || this.#sample === undefined) return true;
    frames[leaf] = this.#sample.profile.frameInSource(frames[leaf] ?? 0, source);
    return true;
  }

  #reportLine(excerpt: string, line: number, isLast: boolean): void {
    if (isLast) {
      const message = 'The file ends in the middle of a line. Its last sample may lack frames.';
      this.#report.add({ code: 'truncated', message, line, excerpt });
    } else if (this.#sample === undefined) {
      const message = 'This line stands outside of any sample. It was skipped.';
      this.#report.add({ code: 'outside-sample', message, line, excerpt });
    } else {
      const message = 'This line is no frame. It was skipped.';
      this.#report.add({ code: 'bad-frame', message, line, excerpt });
    }
  }
}

function skipSpace(line: string, from: number): number {
  let i = from;
  for (; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (code !== 32 && code !== 9) break;
  }
  return i;
}
