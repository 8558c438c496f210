import { describe, expect, test, vi } from 'vitest';
import { buildCallTree, searchFrames } from '../../../../../src/lib/flame/index.ts';
import { profileOf } from '../../../../support/profile-of.ts';
import { shareThese } from '../../../../support/share-these.ts';

const tree = buildCallTree(
  profileOf('main;parse;read 4\nmain;send;write 3\nmain;send;read 2\nmain;parse 1'),
);
const names = (rows: Int32Array) => Array.from(rows, (row) => tree.nameOf(row));

describe('search', () => {
  test('finds every frame of the name and says what share passes through them', () => {
    const { matches, matchedWeight, share } = searchFrames(tree, 'read');
    expect(names(matches)).toEqual(['read', 'read']);
    expect([matchedWeight, share]).toEqual([6, 0.6]);
  });

  // Who adds up all matches counts these samples three times.
  test('matched share is not counted twice where matches stand on one another', () => {
    const nested = buildCallTree(profileOf('read;read_all;read_one 5\nother 5'));
    expect(searchFrames(nested, 'read').share).toBe(0.5);
    expect(searchFrames(nested, 'read').matches).toHaveLength(3);
  });

  // flamegraph.pl's search sees "samples" and every percentage in the hover text.
  test('search matches names, not the text of the tooltip', () => {
    expect(searchFrames(tree, 'samples').matches).toHaveLength(0);
    expect(searchFrames(tree, '40').matches).toHaveLength(0);
  });

  test('is literal: a dot, a bracket or a star is only that', () => {
    const cpp = buildCallTree(profileOf('a.b;operator[] 1\naxb;operator() 1'));
    expect(searchFrames(cpp, 'a.b').matchedWeight).toBe(1);
    expect(searchFrames(cpp, 'operator[').matchedWeight).toBe(1);
    expect(searchFrames(cpp, '*').matchedWeight).toBe(0);
  });

  test('literal text matches in any letter case', () => {
    expect(searchFrames(tree, 'READ').matchedWeight).toBe(6);
  });

  test('/pattern/ is a regular expression, and /pattern/i one in any case', () => {
    expect(searchFrames(tree, '/^re.d$/').matchedWeight).toBe(6);
    expect(searchFrames(tree, '/^RE.D$/').matchedWeight).toBe(0);
    expect(searchFrames(tree, '/^RE.D$/i').matchedWeight).toBe(6);
  });

  test('a path with slashes is no pattern unless it begins and ends with one', () => {
    const go = buildCallTree(profileOf('net/http.serve 2'));
    expect(searchFrames(go, 'net/http').matchedWeight).toBe(2);
  });

  // d3-flame-graph throws on an unreadable pattern, and its page stops.
  test('an unreadable pattern is a message, not an exception', () => {
    const { matches, share, error } = searchFrames(tree, '/(/');
    expect([matches.length, share]).toEqual([0, 0]);
    expect(error).toContain('Unterminated group');
  });

  // d3-flame-graph compiles the pattern again for every node.
  test('tries each name once, however many rows have it', () => {
    const lines = Array.from({ length: 300 }, (_, i) => `main;f${i};read 1\nmain;f${i};write 1`);
    const wide = buildCallTree(profileOf(lines.join('\n')));
    const test = vi.spyOn(RegExp.prototype, 'test');
    const found = searchFrames(wide, '/^re(?=ad)/');
    const tried = test.mock.contexts.filter(
      (pattern) => (pattern as RegExp).source === '^re(?=ad)',
    );
    test.mockRestore();
    expect([found.matches.length, wide.size]).toEqual([300, 901]);
    expect(tried).toHaveLength(303);
    expect(new Set(tried).size).toBe(1);
  });

  test('an empty query matches nothing', () => {
    expect(searchFrames(tree, '  ').matches).toHaveLength(0);
    expect(searchFrames(tree, '').error).toBeUndefined();
  });

  test('a base counts only what is inside of it, as a share of it', () => {
    const send = Array.from(tree.frame).findIndex((_, row) => tree.nameOf(row) === 'send');
    const { matchedWeight, share } = searchFrames(tree, 'read', { base: send });
    expect([matchedWeight, share]).toEqual([2, 0.4]);
  });

  // flamegraph.pl marks the ancestors that zooming leaves in sight, and may exceed 100%.
  test('callers of the base do not match, the base itself may', () => {
    const send = Array.from(tree.frame).findIndex((_, row) => tree.nameOf(row) === 'send');
    expect(searchFrames(tree, 'main', { base: send }).matches).toHaveLength(0);
    expect(searchFrames(tree, 'send', { base: send }).share).toBe(1);
  });

  test('a profile of no weight has no share, and no division by zero', () => {
    const empty = buildCallTree(profileOf('a 0'));
    expect(searchFrames(empty, 'a').share).toBe(0);
  });

  test('a pattern that could take forever is refused, and says why', () => {
    const long = buildCallTree(profileOf(`${'a'.repeat(5000)} 1`));
    expect(searchFrames(long, '/(a+)+z/').error).toContain('can take forever');
    expect(searchFrames(long, '/(aa)+/').share).toBe(1);
  });

  test('so are choices that overlap, groups in groups, and three repetitions in a row', () => {
    const long = buildCallTree(profileOf(`${'a'.repeat(200)} 1`));
    const dangerous = [
      '(a|a)*b',
      '(.|\\w)+!',
      '((a+))+b',
      '(?:(?<x>a*))*b',
      '(a|ab|b)+!',
      '([a-z]|a)*!',
      '(aa?)+!',
      '(a{1,3})+!',
      '\\w*\\w*\\w*!',
      'a+a*.*!',
    ];
    for (const pattern of dangerous) {
      expect(searchFrames(long, `/${pattern}/`).error, pattern).toMatch(/take (forever|very long)/);
    }
  });

  test('what names are searched with is not refused', () => {
    const plain = buildCallTree(profileOf('std::vector<int>::push_back;read_all 1'));
    const usual = [
      '^read|write$',
      '(read|write)_(all|some)',
      '(get|set)+',
      '^std::.*::push',
      '\\w+::\\w+<.*>',
      '[*+]|\\(.*\\)',
      '(?:std::)?vector',
      '(?<=:)push',
      'a{2}b{1,3}',
      '.*read.*all.*',
    ];
    for (const pattern of usual) {
      expect(searchFrames(plain, `/${pattern}/`).error, pattern).toBeUndefined();
    }
  });

  test('a name of a megabyte is searched in its first 2,000 characters', () => {
    const long = buildCallTree(profileOf(`${'a'.repeat(1_000_000)} 1`));
    expect(searchFrames(long, '/a.*z$/').matches).toHaveLength(0);
    expect(searchFrames(long, '/^a{2000}$/').share).toBe(1);
  });

  test('on share-these, libsystem_kernel matches 66%', async () => {
    const { matchedWeight, share } = searchFrames(
      buildCallTree(await shareThese()),
      'libsystem_kernel',
    );
    expect([matchedWeight, share]).toEqual([33, 0.66]);
  });

  test('WithGracefulShutdown matches 48%: connections and the accept loop share the name', async () => {
    expect(searchFrames(buildCallTree(await shareThese()), 'WithGracefulShutdown').share).toBe(
      0.48,
    );
  });
});
