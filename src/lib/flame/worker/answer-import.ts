import { ImportError } from '../formats/import-error.ts';
import { importProfile } from '../formats/import-profile.ts';
import type { FrameTable, Profile } from '../model/profile.ts';
import { buildCallTree } from '../tree/build-call-tree.ts';
import { framePieces } from './frame-pieces.ts';
import type { ImportAnswer, ImportRequest, SentProfile } from './import-messages.ts';
import { buffersOf, columnsOf } from './sent-columns.ts';

type Send = (answer: ImportAnswer, transfer: ArrayBuffer[]) => void;

const millisecondsBetweenProgress = 40;

/** Does what a request asks and sends the answers. Never throws: an error is an answer. */
export async function answerImport(request: ImportRequest, send: Send): Promise<void> {
  try {
    const { data, tree, ...options } = request;
    const bytes = data instanceof Blob ? new Uint8Array(await data.arrayBuffer()) : data;
    const onProgress = throttled((done) => send({ kind: 'progress', done }, []));
    const { format, profiles, issues } = await importProfile(bytes, { ...options, onProgress });
    const tables = [...new Set(profiles.map(({ frames }) => frames))];
    tables.forEach((frames, table) => sendFrames(frames, table, send));
    const sent = profiles.map((profile): SentProfile => {
      const table = tables.indexOf(profile.frames);
      return {
        ...columnsOf(profile),
        table,
        ...(tree === undefined ? {} : { tree: sentTree(profile, tree) }),
      };
    });
    send({ kind: 'result', format, issues, profiles: sent }, buffersOf(sent));
  } catch (error) {
    send(errorAnswer(error), []);
  }
}

/** Calls `report` at most every 40 ms. */
export function throttled(report: (done: number) => void): (done: number) => void {
  let last = 0;
  return (done) => {
    const now = performance.now();
    if (now - last < millisecondsBetweenProgress) return;
    last = now;
    report(done);
  };
}

/** Sends the names of a frame table in pieces, each a short task for the page. */
export function sendFrames(
  frames: Pick<FrameTable, 'names' | 'details'>,
  table: number,
  send: (answer: Extract<ImportAnswer, { kind: 'frames' }>, transfer: ArrayBuffer[]) => void,
): void {
  for (const piece of framePieces(frames)) send({ kind: 'frames', table, ...piece }, []);
}

/** A call tree without what cannot be sent. */
export function sentTree(
  profile: Profile,
  options: NonNullable<ImportRequest['tree']>,
): NonNullable<SentProfile['tree']> {
  const { frames: _frames, nameOf: _nameOf, ...columns } = buildCallTree(profile, options);
  return columns;
}

/** An error as plain data. */
export function errorAnswer(error: unknown): Extract<ImportAnswer, { kind: 'error' }> {
  if (!(error instanceof ImportError)) {
    return { kind: 'error', code: 'unreadable', said: { message: String(error) } };
  }
  const { code, said, line, byte, advice, because } = error;
  return {
    kind: 'error',
    code,
    said,
    ...(line === undefined ? {} : { line }),
    ...(byte === undefined ? {} : { byte }),
    ...(advice === undefined ? {} : { advice }),
    ...(because === undefined ? {} : { because }),
  };
}
