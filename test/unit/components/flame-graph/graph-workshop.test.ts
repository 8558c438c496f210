import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import {
  buildComparison,
  comparisonOf,
} from '../../../../src/components/widgets/flame-graph/comparison-view.ts';
import type { TreeWish } from '../../../../src/components/widgets/flame-graph/built-tree.ts';
import { buildWish } from '../../../../src/components/widgets/flame-graph/rare-trees.ts';
import { stacksFile } from '../../../../src/components/widgets/flame-graph/stacks-file.ts';
import { GraphAnswers } from '../../../../src/components/widgets/flame-graph/worker/graph-answers.ts';
import type { GraphRequest } from '../../../../src/components/widgets/flame-graph/worker/graph-messages.ts';
import { GraphWorkshop } from '../../../../src/components/widgets/flame-graph/worker/graph-workshop.ts';
import type { WorkshopWorker } from '../../../../src/components/widgets/flame-graph/worker/graph-workshop.ts';
import {
  defaultView,
  functionTotals,
  libraryTotals,
  toFolded,
} from '../../../../src/lib/flame/index.ts';
import type { CallTree, ViewSketch } from '../../../../src/lib/flame/index.ts';
import { profileOf } from '../../../support/profile-of.ts';
import { treeText } from '../../../support/tree-text.ts';

interface Watch {
  started?: number;
  ended?: number;
  /** Answers nothing. */
  isStuck?: boolean;
  fail?: (message: string) => void;
}

/** The real worker's code behind a channel that clones and moves as a worker's does. */
function workerOf(watch: Watch = {}): () => WorkshopWorker {
  return () => {
    watch.started = (watch.started ?? 0) + 1;
    const { port1: page, port2: inside } = new MessageChannel();
    const answers = new GraphAnswers((message, transfer) => inside.postMessage(message, transfer));
    inside.on('message', (request: GraphRequest) => {
      if (watch.isStuck !== true || request.kind !== 'ask') answers.receive(request);
    });
    const listeners = new Map<string, (event: unknown) => void>();
    page.on('message', (data: unknown) => listeners.get('message')?.({ data }));
    watch.fail = (message) => listeners.get('error')?.({ message, preventDefault: () => {} });
    const worker: Pick<MessagePort, 'postMessage'> & Record<string, unknown> = {
      postMessage: (value, transfer) => page.postMessage(value, transfer),
      addEventListener: (type: string, listener: (event: unknown) => void) =>
        listeners.set(type, listener),
      terminate: () => {
        watch.ended = (watch.ended ?? 0) + 1;
        page.close();
      },
    };
    return worker as unknown as WorkshopWorker;
  };
}

const before = profileOf('main;read;f 3\nmain;libc.so`write 2\nmain;read;g 1\nother;f;f 4');
const after = profileOf('main;read;f 5\nmain;fresh 4\nother;f;f 1');
const wishOf = (wish: ViewSketch): TreeWish => ({ ...defaultView, ...wish }) as TreeWish;
const withoutCode = ({ nameOf: _nameOf, ...rest }: CallTree) =>
  JSON.parse(JSON.stringify({ ...rest, frames: rest.frames.names })) as object;

describe('what a worker builds is what the page would build', () => {
  const wishes: readonly ViewSketch[] = [
    { view: 'merged' },
    { view: 'left-heavy' },
    { view: 'leaf-first' },
    { view: 'sandwich' },
    { view: 'sandwich', function: 'f', transforms: [{ kind: 'focus', frame: 'main' }] },
    { view: 'merged', transforms: [{ kind: 'merge', frame: 'libc.so' }] },
    { view: 'merged', transforms: [{ kind: 'drop', frame: 'f' }] },
  ];
  for (const sketch of wishes) {
    it(JSON.stringify(sketch), async () => {
      const workshop = new GraphWorkshop([before], workerOf());
      const built = await workshop.build(wishOf(sketch));
      const expected = buildWish(before, wishOf(sketch));
      expect(withoutCode(built.tree)).toEqual(withoutCode(expected.tree));
      expect(built.layout).toEqual(expected.layout);
      expect(built.sandwich).toEqual(expected.sandwich);
      expect(toFolded(built.profile)).toBe(toFolded(expected.profile));
      workshop.close();
    });
  }

  for (const transforms of [[], [{ kind: 'hide', frame: 'read' }]] as const) {
    it(`a comparison after ${transforms.length} steps`, async () => {
      const workshop = new GraphWorkshop([before, after], workerOf());
      const wish = wishOf({ view: 'diff', diff: { normalize: 'total' }, transforms });
      const built = await workshop.build({ ...wish, diff: { ...defaultView.diff } });
      const steps = (await workshop.build({ ...wish, view: 'merged' })).profile;
      const second = buildWish(after, { ...wish, view: 'merged' }).profile;
      const expected = buildComparison(steps, second, defaultView.diff);
      expect(treeText(built.tree)).toBe(treeText(expected.tree));
      const said = (tree: typeof built) =>
        Array.from({ length: tree.tree.size }, (_, row) =>
          comparisonOf(tree).titleOf(row, 'self', 'en'),
        );
      expect(said(built)).toEqual(said(expected));
      workshop.close();
    });
  }
});

it('gives the functions, the libraries and the stacks', async () => {
  const workshop = new GraphWorkshop([before], workerOf());
  expect(await workshop.functions([])).toEqual(functionTotals(before));
  expect(await workshop.libraries()).toEqual(libraryTotals(before).map(({ name }) => name));
  const { size } = await workshop.write({ file: 'folded', transforms: [] });
  expect(size).toBe(toFolded(before).length);
  workshop.close();
});

it('gives the stacks of both sides of a comparison, as the page does', async () => {
  const workshop = new GraphWorkshop([before, after], workerOf());
  const wish = { transforms: [], normalize: 'none' } as const;
  const folded = await (await workshop.write({ ...wish, file: 'folded' })).text();
  expect(folded).toBe(await stacksFile(before, 'folded', { after, normalize: 'none' }).text());
  expect(folded.split('\n')).toContain('main;fresh 0 4');
  const speedscope = await (await workshop.write({ ...wish, file: 'speedscope' })).text();
  const { profiles } = JSON.parse(speedscope) as { profiles: { endValue: number }[] };
  expect(profiles.map(({ endValue }) => endValue)).toEqual([10, 10]);
  workshop.close();
});

it('keeps the profiles of the page and its own: one question follows another', async () => {
  const watch: Watch = {};
  const workshop = new GraphWorkshop([before], workerOf(watch));
  const first = await workshop.build(wishOf({ view: 'merged' }));
  const again = await workshop.build(wishOf({ view: 'merged' }));
  expect(treeText(again.tree)).toBe(treeText(first.tree));
  expect(first.profile).toBe(before);
  expect(first.tree.frames).toBe(before.frames);
  expect(before.stacks.frame.length).toBe(before.stacks.length);
  expect(watch).toMatchObject({ started: 1 });
  workshop.close();
  expect(watch.ended).toBe(1);
});

it('a question that is given up ends the worker, and the next one is answered', async () => {
  const watch: Watch = { isStuck: true };
  const workshop = new GraphWorkshop([before], workerOf(watch));
  const wish = new AbortController();
  const given = workshop.build(wishOf({ view: 'leaf-first' }), wish.signal);
  setTimeout(() => wish.abort(), 20);
  await expect(given).rejects.toThrow('Another view');
  expect(watch.ended).toBe(1);
  watch.isStuck = false;
  const { tree } = await workshop.build(wishOf({ view: 'merged' }));
  expect(tree.size).toBeGreaterThan(0);
  expect(watch.started).toBe(2);
  workshop.close();
});

it('a worker that crashes is an error, and the next question starts another', async () => {
  const watch: Watch = { isStuck: true };
  const workshop = new GraphWorkshop([before], workerOf(watch));
  const asked = workshop.build(wishOf({ view: 'merged' }));
  setTimeout(() => watch.fail?.('out of memory'), 20);
  await expect(asked).rejects.toThrow('out of memory');
  watch.isStuck = false;
  await expect(workshop.functions([])).resolves.toHaveLength(functionTotals(before).length);
  workshop.close();
});

it('says what went wrong inside', async () => {
  const workshop = new GraphWorkshop([before], workerOf());
  await expect(workshop.build(wishOf({ view: 'diff' }))).rejects.toThrow('no profile 1');
  workshop.close();
});
