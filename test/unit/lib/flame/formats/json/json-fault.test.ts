import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from '../../../../../../src/lib/flame/formats/json/json-fault.ts';
import { jsonError } from '../../../../../../src/lib/flame/formats/json/parsed-json.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('findJsonFault', () => {
  it('finds nothing in JSON, however it is laid out', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2, '\t'), (value, indent) => {
        expect(findJsonFault(JSON.stringify(value, null, indent))).toBeUndefined();
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('agrees with JSON.parse on every text, damaged or not', () => {
    const damage = fc.tuple(
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.nat(),
      fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '\\', '\n', '-', '1', 'e', 't'),
      fc.nat({ max: 3 }),
    );
    fc.assert(
      fc.property(damage, ([text, where, put, removed]) => {
        const at = where % (text.length + 1);
        const damaged = text.slice(0, at) + put + text.slice(at + removed);
        // Escapes are not looked into: JSON.parse said already that something is wrong.
        fc.pre(!damaged.includes('\\'));
        expect(findJsonFault(damaged) === undefined).toBe(isJson(damaged));
      }),
      { seed: 4, numRuns: 2000 },
    );
  });

  it('says of every cut object that it was cut, and at its end', () => {
    const text = JSON.stringify({ a: [1, true, null, -2.5e3], 'b"': { c: '火 "x"' } });
    for (let length = 1; length < text.length; length++) {
      expect(findJsonFault(text.slice(0, length))).toMatchObject({ at: length, truncated: true });
    }
  });

  it('knows how far the elements of an open list are complete', () => {
    const fault = findJsonFault('{"a":[{"b":1},{"c":2},{"d":[1,');
    expect(fault?.open).toEqual(['{', '[', '{', '[']);
    expect('{"a":[{"b":1},{"c":2},{"d":[1,'.slice(0, fault?.completeTo[1])).toBe(
      '{"a":[{"b":1},{"c":2}',
    );
  });

  it('walks a million open brackets', () => {
    expect(findJsonFault('['.repeat(1_000_000))).toMatchObject({ truncated: true });
  });
});

describe('jsonError', () => {
  it('says line, column and what to do', () => {
    expect(jsonError('{\n  "a": 1,\n  "b" 2\n}')).toMatchObject({
      code: 'bad-json',
      line: 3,
      message: expect.stringContaining('line 3, column 7: a colon is missing.') as string,
    });
    expect(jsonError('[1,\n2')).toMatchObject({
      code: 'truncated',
      line: 2,
      advice: expect.stringContaining('cut short') as string,
    });
  });
});
