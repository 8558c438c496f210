import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildCallTree, searchFrames } from '../../../../../src/lib/flame/index.ts';
import type { CallTree } from '../../../../../src/lib/flame/index.ts';
import { noStack, ProfileBuilder } from '../../../../../src/lib/flame/model/profile-builder.ts';
import { publicSamples } from '../../../../support/public-samples.ts';

/** What a search is, said without any haste: each row's name, and each row's callers. */
function plainSearch(tree: CallTree, isWanted: (name: string) => boolean) {
  const matches: number[] = [];
  let matchedWeight = 0;
  for (let row = 0; row < tree.size; row++) {
    if (!isWanted(tree.nameOf(row))) continue;
    matches.push(row);
    let above = tree.parent[row]!; // a row's parent is a row before it, or -1
    while (above >= 0 && !isWanted(tree.nameOf(above))) above = tree.parent[above]!;
    if (above < 0) matchedWeight += tree.total[row]!;
  }
  return { matches, matchedWeight };
}

function found(tree: CallTree, query: string) {
  const { matches, matchedWeight } = searchFrames(tree, query);
  return { matches: [...matches], matchedWeight };
}

// Names that change their length in lower case, that end like words of Greek, that hold line ends.
const anyName = fc.oneof(
  fc.constantFrom('a', 'AB', 'aBa', 'b\na', '\n', 'İa', 'ΑΣ', 'ΣΑ', 'a.b', '火a', ''),
  fc.string({ unit: 'binary', maxLength: 5 }),
);
const anyText = fc.oneof(
  fc.constantFrom('a', 'B', 'ab', '\n', 'a\n', 'i', 'σ', 'ς', '火', '.'),
  anyName,
);

const anyTree = fc
  .array(fc.tuple(fc.array(anyName, { maxLength: 7 }), fc.integer({ min: 0, max: 50 })), {
    maxLength: 30,
  })
  .map((samples) => {
    const builder = new ProfileBuilder();
    for (const [names, weight] of samples) {
      builder.sample(names.length === 0 ? noStack : builder.stackOfNames(names), weight);
    }
    return buildCallTree(builder.build('any', 'samples'));
  });

test('text matches the rows whose names hold it in any letter case, and their weight once', () => {
  fc.assert(
    fc.property(anyTree, anyText, (tree, text) => {
      fc.pre(text.trim() !== '' && !/^\s*\/.+\/i?\s*$/s.test(text));
      const lower = text.toLowerCase();
      expect(found(tree, text)).toEqual(
        plainSearch(tree, (name) => name.toLowerCase().includes(lower)),
      );
    }),
    { numRuns: 500 },
  );
});

test('a pattern matches the rows whose names it matches, one name at a time', () => {
  const patterns = fc.constantFrom('^a', 'b$', '[^a]b', 'a.*a', '^$', '\\s', 'A|σ');
  fc.assert(
    fc.property(anyTree, patterns, fc.constantFrom('', 'i'), (tree, pattern, flags) => {
      const expression = new RegExp(pattern, flags);
      expect(found(tree, `/${pattern}/${flags}`)).toEqual(
        plainSearch(tree, (name) => expression.test(name)),
      );
    }),
    { numRuns: 300 },
  );
});

test('in every sample of the site, each part of a name finds what looking at each row finds', async () => {
  for (const { file, profile } of await publicSamples()) {
    const tree = buildCallTree(profile);
    const { names } = tree.frames;
    const parts = names.flatMap((name) => /\w{3,}/.exec(name) ?? []);
    const step = Math.max(Math.floor(parts.length / 4), 1);
    for (let i = 0; i < parts.length; i += step) {
      const part = parts[i]!.toLowerCase(); // i < length
      const { matches, matchedWeight } = plainSearch(tree, (name) =>
        name.toLowerCase().includes(part),
      );
      const result = searchFrames(tree, part);
      expect([...result.matches], `${part} in ${file}`).toEqual(matches);
      expect(result.matchedWeight, `${part} in ${file}`).toBeCloseTo(matchedWeight, 6);
    }
  }
});
