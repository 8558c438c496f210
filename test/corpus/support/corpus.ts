import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';

/** One file of the corpus, as `corpus.json` lists it. */
export interface CorpusFile {
  /** From the corpus folder, e.g. `folded/odd/crlf.txt`. */
  readonly path: string;
  readonly format: string;
  /** Path of the reference values. */
  readonly ref: string;
  /** How they were made; `none`: there are none, a clear message is what is asked. */
  readonly method: string;
  readonly odd: boolean;
  readonly note: string;
  /** As it lies there. */
  readonly bytes: number;
}

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../../shared/corpus');
const isHere = existsSync(join(folder, 'corpus.json'));

/**
 * A `describe` for tests that read the corpus beside the project. Without it they are skipped and
 * say so; under CI (`CI=true`) its absence fails.
 */
export function describeCorpus(title: string, body: () => void): void {
  if (isHere) {
    describe(title, body);
    return;
  }
  describe(title, () => {
    const message = `needs the corpus in ${folder}`;
    if (process.env['CI'] === 'true') it(message, () => Promise.reject(new Error(message)));
    else it.skip(message);
  });
}

/** All files that the corpus lists; none where there is no corpus. */
export function allCorpusFiles(): CorpusFile[] {
  if (!isHere) return [];
  return JSON.parse(readFileSync(join(folder, 'corpus.json'), 'utf8')) as CorpusFile[];
}

/** The files of one format that have reference values (or, with `none`, those that have none). */
export function corpusFiles(
  format: string,
  which: 'referenced' | 'none' = 'referenced',
): CorpusFile[] {
  return allCorpusFiles().filter(
    (file) => file.format === format && (file.method === 'none') === (which === 'none'),
  );
}

/** A file's bytes as they lie there: packed files stay packed. */
export function readCorpus(path: string): Uint8Array {
  return readFileSync(join(folder, path));
}

/** Reference values, as JSON. The fields that all formats share are `Measures`. */
export function readReference<T>(file: CorpusFile): T {
  return JSON.parse(readFileSync(join(folder, file.ref), 'utf8')) as T;
}
