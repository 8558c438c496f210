import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { LabAnswers } from '../../../../src/components/lab/worker/lab-answers.ts';
import { LabFile, WorkerCrash } from '../../../../src/components/lab/worker/lab-file.ts';
import type { LabWorker, OpenOptions } from '../../../../src/components/lab/worker/lab-file.ts';
import type { LabRequest } from '../../../../src/components/lab/worker/lab-messages.ts';
import { buildCallTree, importProfile, toFolded } from '../../../../src/lib/flame/index.ts';
import { stackLines } from '../../../support/stack-lines.ts';
import { treeText } from '../../../support/tree-text.ts';

interface TestWorker extends LabWorker {
  crash(): void;
  readonly ended: boolean;
}

/** The real worker's code behind a channel that clones and moves as a worker's does. */
function newTestWorker(): TestWorker {
  const { port1: page, port2: inside } = new MessageChannel();
  const answers = new LabAnswers((message, transfer) => inside.postMessage(message, transfer));
  let last = Promise.resolve();
  inside.on('message', (request: LabRequest) => {
    last = last.then(() => answers.answer(request));
  });
  const errors: ((event: unknown) => void)[] = [];
  let ended = false;
  return {
    postMessage: (value: unknown, transfer?: unknown) => page.postMessage(value, transfer as never),
    addEventListener: (type: string, listener: (event: never) => void) => {
      if (type === 'error') errors.push(listener as (event: unknown) => void);
      else if (type === 'message') page.on('message', (data) => listener({ data } as never));
    },
    terminate: () => {
      ended = true;
      page.close();
    },
    crash: () =>
      errors.forEach((tell) => tell({ message: 'gone', preventDefault: () => undefined })),
    get ended() {
      return ended;
    },
  } as TestWorker;
}

const folded = 'main;parse;read 4\nmain;send;write 3\nBAD\n';
const options: OpenOptions = { fileName: 'a.folded', createWorker: newTestWorker };
const failureOf = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);

describe('a file in the lab’s worker', () => {
  it('is opened with what importProfile says of it', async () => {
    const file = await LabFile.open(new Blob([folded]), options);
    const { issues } = await importProfile(folded, { fileName: 'a.folded' });
    expect(file.format).toBe('folded');
    expect(file.formatLabel).toBe('folded stacks');
    expect(file.issues).toEqual(issues);
    expect(file.profiles).toMatchObject([{ index: 0, unit: 'samples', totalWeight: 7, rows: 2 }]);
    file.close();
  });

  it('gives its profile with tree and kinds, and still has it afterwards', async () => {
    const file = await LabFile.open(folded, options);
    const { profiles } = await importProfile(folded, { fileName: 'a.folded' });
    for (const time of ['once', 'again']) {
      const { profile, tree, kinds } = await file.take(0);
      expect(stackLines(profile), time).toEqual(stackLines(profiles[0]!));
      expect(treeText(tree!), time).toBe(treeText(buildCallTree(profiles[0]!)));
      expect(kinds, time).toHaveLength(profile.frames.length);
    }
    const { said } = await file.read(0, 'en');
    expect(said.sections.length).toBeGreaterThan(3);
    file.close();
  });

  it('knows the unit that a folded file does not say', async () => {
    const file = await LabFile.open(folded, { ...options, unit: 'bytes' });
    expect(file.profiles[0]?.unit).toBe('bytes');
    expect((await file.take(0)).profile.unit).toBe('bytes');
    file.close();
  });

  it('compares with a profile in another worker, and in the same', async () => {
    const before = await LabFile.open('main;a 600\nmain;b 400\n', options);
    const after = await LabFile.open('main;a 300\nmain;c 700\n', { ...options, fileName: 'b' });
    const { said } = await before.compare(0, { file: after, profile: 0 }, 'en');
    expect(said.isComparable).toBe(true);
    const same = await before.compare(0, { file: before, profile: 0 }, 'zh');
    expect(same.said.isComparable).toBe(true);
    const lines = (await (await before.writeDifference(0, { file: after, profile: 0 })).text())
      .trim()
      .split('\n');
    expect(lines.sort()).toEqual(['main;a 600 300', 'main;b 400 0', 'main;c 0 700']);
    before.close();
    after.close();
  });

  it('writes what the library writes', async () => {
    const file = await LabFile.open(folded, options);
    const { profiles } = await importProfile(folded, { fileName: 'a.folded' });
    expect(await (await file.write(0, 'folded')).text()).toBe(toFolded(profiles[0]!));
    for (const kind of ['speedscope', 'pprof'] as const) {
      const bytes = new Uint8Array(await (await file.write(0, kind)).arrayBuffer());
      const back = await importProfile(bytes);
      expect(back.profiles[0]?.totalWeight).toBe(7);
    }
    file.close();
  });

  it('rejects with the library’s error, and lets the worker go', async () => {
    const worker = newTestWorker();
    const error = await failureOf(
      LabFile.open('hello', { ...options, createWorker: () => worker }),
    );
    expect(error).toMatchObject({ name: 'ImportError', code: 'unknown-format', line: 1 });
    expect(worker.ended).toBe(true);
  });

  it('stops at once when it is cancelled', async () => {
    const worker = newTestWorker();
    const stop = new AbortController();
    const opening = LabFile.open(folded, {
      ...options,
      signal: stop.signal,
      createWorker: () => worker,
    });
    stop.abort();
    expect(await failureOf(opening)).toMatchObject({ code: 'cancelled' });
    expect(worker.ended).toBe(true);
  });

  it('says that the worker crashed: of what was asked, and of what is asked later', async () => {
    const worker = newTestWorker();
    const file = await LabFile.open(folded, { ...options, createWorker: () => worker });
    const reading = failureOf(file.read(0, 'en'));
    worker.crash();
    expect(await reading).toBeInstanceOf(WorkerCrash);
    expect(await failureOf(file.write(0, 'folded'))).toBeInstanceOf(WorkerCrash);
    expect(file.isGone).toBe(true);
  });

  it('says that the other worker crashed, before a comparison waits for it', async () => {
    const worker = newTestWorker();
    const before = await LabFile.open(folded, options);
    const after = await LabFile.open(folded, { ...options, createWorker: () => worker });
    worker.crash();
    const error = await failureOf(before.compare(0, { file: after, profile: 0 }, 'en'));
    expect(error).toBeInstanceOf(WorkerCrash);
    before.close();
  });
});
