import type { WeightUnit } from '../../../lib/flame/index.ts';
import { limits } from '../../../lib/lab/index.ts';
import type { Session, SessionShelf } from '../session/session-shelf.ts';
import { firstProfile } from './order-profiles.ts';
import type { GivenFile } from './file-intake.ts';
import type { Place } from './lab-address.ts';
import { LabFile } from '../worker/lab-file.ts';
import type { Taken } from '../worker/lab-file.ts';

/** A bundled sample, as the page knows it. */
export interface LabSample {
  readonly id: string;
  /** Address of its file. */
  readonly address: string;
  readonly fileName: string;
  readonly unit: WeightUnit;
  readonly title: string;
}

/** What is to be opened: a place that the address can name, or a file that the reader brought. */
export type Source = Place | ({ readonly kind: 'file' } & GivenFile);

/** One side of what is shown: a file that was read, and one of its profiles. */
export interface OpenedSide extends Taken {
  readonly place: Place;
  /** What the reader calls it: the file's name, or the sample's title. */
  readonly title: string;
  readonly bytes: number;
  readonly file: LabFile;
  readonly session: Session;
  /** The profile's place in the file. */
  readonly index: number;
}

export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
  readonly bytes: number;

  constructor(bytes: number) {
    super(`${bytes} bytes are more than ${limits.fileBytes}.`);
    this.bytes = bytes;
  }
}

/** The address names what is not here: a sample that there is not, a file that is not kept. */
export class NotHere extends Error {
  override readonly name = 'NotHere';
  readonly place: Place;

  constructor(place: Place) {
    super(`There is no ${place.kind} "${place.id}".`);
    this.place = place;
  }
}

export class SampleNotFetched extends Error {
  override readonly name = 'SampleNotFetched';
}

export interface SideOptions {
  readonly samples: readonly LabSample[];
  readonly shelf: SessionShelf;
  readonly signal: AbortSignal;
  /** The name is known: the reader is told what is being read. */
  readonly onStart: (name: string, kind: Source['kind']) => void;
  readonly onProgress: (done: number) => void;
}

/** Reads a source and takes the profile that is to be shown. The caller closes its file. */
export async function openSide(source: Source, options: SideOptions): Promise<OpenedSide> {
  const { shelf, signal, onProgress } = options;
  const given = await findFile(source, options);
  if (given.data.size > limits.fileBytes) throw new FileTooLarge(given.data.size);
  const { fileName, unit } = given;
  const file = await LabFile.open(given.data, {
    fileName,
    signal,
    onProgress,
    ...(unit === undefined ? {} : { unit }),
  });
  try {
    // Only what could be read is kept.
    const session = given.session ?? (await shelf.add(given.data, given.title));
    const wanted = source.kind === 'file' ? undefined : source.profile;
    const isThere = wanted !== undefined && wanted < file.profiles.length;
    const index = isThere ? wanted : firstProfile(file.profiles, source.kind === 'sample');
    const place: Place = source.kind === 'file' ? { kind: 'session', id: session.id } : source;
    const taken = await file.take(index);
    signal.throwIfAborted();
    const { title, data } = given;
    return { place, title, bytes: data.size, file, session, index, ...taken };
  } catch (error) {
    file.close();
    throw error;
  }
}

/** Another profile of the same file. */
export async function turnTo(side: OpenedSide, index: number): Promise<OpenedSide> {
  const taken = await side.file.take(index);
  return { ...side, ...taken, index, place: { ...side.place, profile: index } };
}

interface FoundFile {
  readonly data: Blob;
  readonly fileName: string;
  readonly title: string;
  readonly unit?: WeightUnit;
  readonly session?: Session;
}

async function findFile(
  source: Source,
  { samples, shelf, signal, onStart }: SideOptions,
): Promise<FoundFile> {
  if (source.kind === 'file') {
    onStart(source.name, 'file');
    return { data: source.file, fileName: source.name, title: source.name };
  }
  if (source.kind === 'session') {
    const session = shelf.get(source.id);
    const data = session && (await shelf.file(source.id));
    if (session === undefined || data === undefined) throw new NotHere(source);
    onStart(session.name, 'session');
    const opened = await shelf.update(session, { opened: Date.now() });
    return { data, fileName: session.name, title: session.name, session: opened };
  }
  const sample = samples.find(({ id }) => id === source.id);
  if (sample === undefined) throw new NotHere(source);
  const { address, fileName, title, unit } = sample;
  onStart(title, 'sample');
  const response = await fetch(address, { signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new SampleNotFetched(title, { cause: error });
  });
  if (!response.ok) throw new SampleNotFetched(title);
  const session = shelf.ofSample(sample.id, title);
  return { data: await response.blob(), fileName, title, unit, session };
}
