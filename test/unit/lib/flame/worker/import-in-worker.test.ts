import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { generateStacks } from '../../../../../bench/generated-stacks.ts';
import { importProfile } from '../../../../../src/lib/flame/formats/import-profile.ts';
import { isKnownSorted } from '../../../../../src/lib/flame/model/sorted-profile.ts';
import { buildCallTree } from '../../../../../src/lib/flame/tree/build-call-tree.ts';
import { answerImport } from '../../../../../src/lib/flame/worker/answer-import.ts';
import {
  importInWorker,
  type ImportWorker,
} from '../../../../../src/lib/flame/worker/import-in-worker.ts';
import type { ImportRequest } from '../../../../../src/lib/flame/worker/import-messages.ts';
import { copyColumns } from '../../../../../src/lib/flame/worker/sent-columns.ts';
import { stackLines } from '../../../../support/stack-lines.ts';
import { treeText } from '../../../../support/tree-text.ts';

/** The real worker's code behind a channel that clones and moves as a worker's does. */
function workerOf(watch: { ended?: boolean; messages?: unknown[] } = {}): ImportWorker {
  const { port1: page, port2: inside } = new MessageChannel();
  inside.on('message', (request: ImportRequest) => {
    void answerImport(request, (answer, transfer) => inside.postMessage(answer, transfer));
  });
  page.on('message', (message) => watch.messages?.push(message));
  const terminate = (): void => {
    watch.ended = true;
    page.close();
  };
  const worker: Pick<MessagePort, 'postMessage'> & { addEventListener: unknown } = {
    postMessage: (value, transfer) => page.postMessage(value, transfer),
    addEventListener: (type: string, listener: (event: { data: unknown }) => void): void => {
      page.on(type, (data: unknown) => listener({ data }));
    },
  };
  return { ...worker, terminate } as unknown as ImportWorker;
}

const text = 'main;libc.so`read 3\nmain;write_[k] 1\nmain 2\nBAD\n';

describe('importInWorker', () => {
  it('gives what importProfile gives', async () => {
    const watch = { ended: false };
    const { profiles, ...rest } = await importInWorker(text, {
      fileName: 'a.folded',
      createWorker: () => workerOf(watch),
    });
    const direct = await importProfile(text, { fileName: 'a.folded' });
    expect(profiles).toEqual(direct.profiles);
    expect(rest).toEqual({ format: 'folded', issues: direct.issues, trees: [] });
    expect(watch.ended).toBe(true);
  });

  it.each([
    ['main;a 1\nmain;b 2\n', true],
    [`${text}\u0001 0.5\n`, false],
  ])('still knows whether stacks are sorted: %j', async (folded, isSorted) => {
    const { profiles } = await importInWorker(folded, {
      fileName: 'a.folded',
      createWorker: workerOf,
    });
    expect(profiles.map(isKnownSorted)).toEqual([isSorted]);
    expect(profiles.map(copyColumns).map(isKnownSorted)).toEqual([isSorted]);
  });

  it('reads a file without the page reading it, and builds trees when asked', async () => {
    const { profiles, trees } = await importInWorker(new Blob([text]), {
      tree: { order: 'weight' },
      createWorker: workerOf,
    });
    expect(trees.map(treeText)).toEqual(
      profiles.map((profile) => treeText(buildCallTree(profile, { order: 'weight' }))),
    );
  });

  it('keeps one frame table for the two sides of a difference', async () => {
    const { profiles } = await importInWorker('a;b 1 2\na;c 3 4\n', { createWorker: workerOf });
    expect(profiles.map(stackLines)).toEqual([
      ['a;b 1', 'a;c 3'],
      ['a;b 2', 'a;c 4'],
    ]);
    expect(profiles[0]?.frames).toBe(profiles[1]?.frames);
  });

  it('sends names in pieces, so that no message holds the page up', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `main;function_${index} 1`);
    const watch = { messages: [] as { kind: string; names?: string[] }[] };
    const result = await importInWorker(lines.join('\n'), { createWorker: () => workerOf(watch) });
    const pieces = watch.messages.filter(({ kind }) => kind === 'frames');
    expect(pieces.length).toBeGreaterThan(4);
    expect(pieces.every(({ names = [] }) => names.length <= 4096)).toBe(true);
    expect(result.profiles[0]?.frames.length).toBe(20_001);
    expect(result.profiles[0]?.frames.names.at(-1)).toBe('function_19999');
  });

  it('moves the bytes of an array to the worker', async () => {
    const bytes = new TextEncoder().encode(text);
    await importInWorker(bytes, { createWorker: workerOf });
    expect(bytes.length).toBe(0);
  });

  it('tells how far it is', async () => {
    const { bytes } = generateStacks(100_000);
    const seen: number[] = [];
    const onProgress = (done: number): number => seen.push(done);
    await importInWorker(bytes, { onProgress, createWorker: workerOf });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.every((done) => done >= 0 && done <= 1)).toBe(true);
  });

  it('rejects with the same ImportError', async () => {
    const direct: unknown = await importProfile('hello').catch((error: unknown) => error);
    const error: unknown = await importInWorker('hello', { createWorker: workerOf }).catch(
      (error: unknown) => error,
    );
    expect(error).toEqual(direct);
    expect(error).toMatchObject({ name: 'ImportError', code: 'unknown-format', line: 1 });
  });

  it('rejects with what a translation needs', async () => {
    const cut = '{"nodes": [{"id": 1}';
    const reading = importInWorker(cut, { format: 'v8-cpuprofile', createWorker: workerOf });
    await expect(reading).rejects.toMatchObject({
      code: 'truncated',
      said: {
        template: 'The JSON breaks off in line {0}, column {1}: the file ends here.',
        values: [1, 21],
      },
    });
  });

  it('ends the worker at once when it is cancelled', async () => {
    const watch = { ended: false };
    const stop = new AbortController();
    const { bytes } = generateStacks(10_000);
    const reading = importInWorker(bytes, {
      signal: stop.signal,
      createWorker: () => workerOf(watch),
    });
    stop.abort();
    await expect(reading).rejects.toMatchObject({ name: 'ImportError', code: 'cancelled' });
    expect(watch.ended).toBe(true);
  });

  it('does not even start when it is cancelled before', async () => {
    const signal = AbortSignal.abort();
    const createWorker = (): never => {
      throw new Error('a worker was made');
    };
    await expect(importInWorker(text, { signal, createWorker })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});
