import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseEvent,
  readProgressFile,
  writeProgressFile,
} from '../../../../src/lib/progress/index.ts';
import type { ProgressEvent } from '../../../../src/lib/progress/index.ts';

const event: ProgressEvent = {
  schema: 1,
  id: 'x',
  at: 5,
  type: 'answer',
  question: 'fifty-samples',
  version: 1,
  attempt: { kind: 'bug', lines: [2], follow: 'dropped' },
  outcome: 'partly',
  earned: 1,
  of: 2,
  confidence: 3,
  ms: 100,
  hints: 1,
  mode: 'practice',
};

describe('a file of progress', () => {
  it('comes back as it was written', () => {
    const text = writeProgressFile([event], [], '2026-08-01');
    expect(readProgressFile(text)).toEqual({ events: [event], refused: 0 });
  });

  it('of the first schema is brought up to date', () => {
    const read = readProgressFile(readFileSync('test/fixtures/progress/schema-0.json', 'utf8'));
    expect(read).toMatchObject({
      refused: 0,
      events: [
        { schema: 1, at: 1767600000000, question: 'fifty-samples', hints: 0, mode: 'lesson' },
        { schema: 1, at: 1767600100000, name: 'interview', value: '2026-02-01' },
      ],
    });
  });

  it.each([
    ['{', 'not-json'],
    ['[]', 'not-progress'],
    ['{"events":[]}', 'not-progress'],
    ['{"flamewise":"progress","schema":9,"events":[]}', 'newer'],
  ])('%s is refused as %s', (text, problem) => {
    expect(readProgressFile(text)).toBe(problem);
  });

  it('says how many entries are no events, and reads the rest', () => {
    const text = JSON.stringify({
      flamewise: 'progress',
      schema: 1,
      events: [event, { ...event, attempt: { kind: 'tarot' } }, 7, null],
    });
    expect(readProgressFile(text)).toEqual({ events: [event], refused: 3 });
  });
});

describe('an event from anywhere', () => {
  it('never throws, and carries nothing that is not an event’s', () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 3 }), (nonsense) => {
        expect(() => parseEvent({ ...event, ...nonsense })).not.toThrow();
      }),
      { seed: 7 },
    );
    expect(parseEvent({ ...event, evil: '<img>' })).toEqual(event);
  });

  it('of a schema that does not exist yet is left alone', () => {
    expect(parseEvent({ ...event, schema: 2 })).toBeUndefined();
  });
});
