import { describe, expect, it } from 'vitest';
import { MemoryEventStore, ProgressLog, progressOf } from '../../../../src/lib/progress/index.ts';
import type { EventStore, NewEvent } from '../../../../src/lib/progress/index.ts';

/** An answer with what a test does not care about filled in. */
function answerOf(question: string, outcome: 'right' | 'wrong', version = 1): NewEvent {
  return {
    type: 'answer',
    question,
    version,
    attempt: { kind: 'choice', option: 'a' },
    outcome,
    earned: outcome === 'right' ? 1 : 0,
    of: 1,
    ms: 5000,
    hints: 0,
    mode: 'lesson',
  };
}

/** A store that stops working when it is told to. */
class FailingStore extends MemoryEventStore {
  override readonly lasts: boolean = true;
  fails = false;

  override async add(records: readonly { readonly id: string }[]): Promise<void> {
    if (this.fails) throw new DOMException('the disk is full', 'QuotaExceededError');
    await super.add(records);
  }

  /** Full, but not broken. */
  canBeRead = false;

  override async all(): Promise<unknown[]> {
    if (this.fails && !this.canBeRead) throw new DOMException('no access', 'InvalidStateError');
    return super.all();
  }
}

function logOf(store: EventStore = new MemoryEventStore()): ProgressLog {
  let clock = 0;
  return new ProgressLog({ store, now: () => ++clock, newId: () => `id-${clock}` });
}

describe('the log', () => {
  it('remembers what was answered, in the order of time', async () => {
    const log = logOf();
    await log.append(answerOf('one', 'wrong'));
    await log.append(answerOf('two', 'right'));
    const events = await log.events();
    expect(events.map(({ at }) => at)).toEqual([1, 2]);
  });

  it('keeps the order of what happens within one millisecond', async () => {
    let id = 9;
    const log = new ProgressLog({
      store: new MemoryEventStore(),
      now: () => 5000,
      newId: () => String(id--),
    });
    for (const question of ['one', 'two', 'three']) await log.append(answerOf(question, 'right'));
    const events = await log.events();
    expect(events.map((event) => event.type === 'answer' && event.question)).toEqual([
      'one',
      'two',
      'three',
    ]);
  });

  it('has begun to write when it is told: the page may be left at once', async () => {
    const store = new MemoryEventStore();
    const log = logOf(store);
    await log.append(answerOf('one', 'wrong'));
    void log.append(answerOf('two', 'right'));
    void log.append(answerOf('three', 'right'));
    const kept = (await store.all()) as { question: string; at: number }[];
    expect(kept.map(({ question }) => question)).toEqual(['one', 'two', 'three']);
    expect(kept.map(({ at }) => at)).toEqual([1, 2, 3]);
  });

  it('keeps an event once, however often it is merged', async () => {
    const log = logOf();
    const event = await log.append(answerOf('one', 'right'));
    await log.merge([event, event]);
    expect(await log.events()).toHaveLength(1);
  });

  it('sets aside what cannot be read, and shows the rest', async () => {
    const store = new MemoryEventStore();
    const broken = { id: 'broken', type: 'answer', at: 'yesterday' };
    await store.add([broken]);
    const log = logOf(store);
    await log.append(answerOf('one', 'right'));
    expect(await log.events()).toHaveLength(1);
    expect(await log.aside()).toEqual([broken]);
  });

  it('erases everything', async () => {
    const log = logOf();
    await log.append(answerOf('one', 'right'));
    await log.erase();
    expect(await log.events()).toEqual([]);
  });

  it('tells its listeners, until they leave', async () => {
    const log = logOf();
    const leaving = new AbortController();
    let calls = 0;
    log.subscribe(() => calls++, leaving.signal);
    await log.append(answerOf('one', 'right'));
    leaving.abort();
    await log.append(answerOf('one', 'right'));
    expect(calls).toBe(1);
  });
});

describe('two tabs', () => {
  it('see each other’s answers', async () => {
    const store = new MemoryEventStore();
    const listeners: (() => void)[] = [];
    const channel = {
      postMessage: () => listeners.forEach((listen) => listen()),
      addEventListener: (_: 'message', listen: () => void) => void listeners.push(listen),
    };
    const first = new ProgressLog({ store, channel });
    const second = new ProgressLog({ store, channel });
    expect(await second.events()).toHaveLength(0);
    await first.append(answerOf('one', 'right'));
    expect(await second.events()).toHaveLength(1);
  });
});

describe('a disk that fails', () => {
  it('loses nothing: the log goes on in memory and says so', async () => {
    const store = new FailingStore();
    const log = logOf(store);
    await log.append(answerOf('one', 'right'));
    store.fails = true;
    expect(log.lasts).toBe(true);
    await log.append(answerOf('two', 'right'));
    expect(log.lasts).toBe(false);
    expect(await log.events()).toHaveLength(2);
  });

  it('keeps what was never read, and two answers of the same moment', async () => {
    const store = new FailingStore();
    await logOf(store).append(answerOf('one', 'right'));
    store.fails = store.canBeRead = true;
    const log = new ProgressLog({ store });
    await Promise.all([
      log.append(answerOf('two', 'right')),
      log.append(answerOf('three', 'right')),
    ]);
    const events = await log.events();
    expect(events.map((event) => event.type === 'answer' && event.question)).toEqual([
      'one',
      'two',
      'three',
    ]);
  });

  it('starts empty where nothing can be read', async () => {
    const store = new FailingStore();
    store.fails = true;
    const log = logOf(store);
    expect(await log.events()).toEqual([]);
    await log.append(answerOf('one', 'right'));
    expect(await log.events()).toHaveLength(1);
  });
});

describe('progress of a question', () => {
  it('is what was answered last, to this version', async () => {
    const log = logOf();
    await log.append(answerOf('one', 'right', 1));
    await log.append(answerOf('one', 'right', 2));
    await log.append(answerOf('one', 'wrong', 2));
    const progress = progressOf(await log.events(), 'one', 2);
    expect(progress).toMatchObject({ tries: 2, everRight: true, last: { outcome: 'wrong' } });
    expect(progressOf(await log.events(), 'one', 3)).toBeUndefined();
  });
});
