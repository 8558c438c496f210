/*
 * A pattern comes from a link as well as from a reader, and the engine cannot be stopped: one that may take
 * forever on one name would take the page with it. What is refused here is more than what is dangerous, and
 * nothing that a search for names needs.
 */

interface Group {
  /** A repetition inside, or something that may be left out: the same text can be divided in several ways. */
  hasRepetition: boolean;
  /** First characters of its alternatives; `undefined` for one that is no plain letter or digit. */
  readonly starts: (string | undefined)[];
  isAtStart: boolean;
}

const plain = /[\p{L}\p{N}_:;,<>~@#%&=!'"` -]/u;
/** So many in a row, with nothing certain between them, are a power of a name's length. */
const mostInARow = 2;

/** Why a pattern is not tried; `undefined` for one that is. The pattern need not be a valid one. */
export function riskOfPattern(pattern: string): string | undefined {
  const groups: Group[] = [newGroup()];
  let inARow = 0;
  let i = 0;
  while (i < pattern.length) {
    const group = groups.at(-1) ?? newGroup();
    const character = pattern[i] ?? '';
    if (character === '|') {
      group.isAtStart = true;
      inARow = 0;
      i++;
      continue;
    }
    if (character === '(') {
      i += lengthOfOpening(pattern, i);
      noteStart(group, undefined);
      groups.push(newGroup());
      continue;
    }
    const isEnd = character === ')';
    const length = isEnd ? 1 : lengthOfAtom(pattern, i);
    const quantifier = /^(?:[*+?]|\{\d*,?\d*\})\??/.exec(pattern.slice(i + length))?.[0] ?? '';
    i += length + quantifier.length;
    const isRepeated = quantifier !== '' && !quantifier.startsWith('?');
    if (isEnd) {
      if (groups.length > 1) groups.pop();
      const outer = groups.at(-1) ?? group;
      if (isRepeated && isDivisible(group)) return repeatedGroup;
      outer.hasRepetition ||= group.hasRepetition || quantifier !== '';
      if (group.starts.length > 1) outer.starts.push(...group.starts);
    } else {
      noteStart(group, length === 1 && plain.test(character) ? character : undefined);
      group.hasRepetition ||= quantifier !== '';
    }
    const isUnbounded = /^(?:[*+]|\{\d*,\})/.test(quantifier);
    const mayBeEmpty = /^(?:[*?]|\{0?,)/.test(quantifier);
    // A character that must be there tells the repetitions before and after it apart.
    if (isUnbounded) inARow++;
    else if (!mayBeEmpty && !isEnd) inARow = 0;
    if (inARow > mostInARow) return manyInARow;
  }
  return undefined;
}

const repeatedGroup =
  'A repeated group with a repetition or a choice inside, like (a+)+ or (a|b)*, can take forever.';
const manyInARow =
  'Three repetitions in a row, like a*b*c*, can take very long: put something certain between them.';

function newGroup(): Group {
  return { hasRepetition: false, starts: [], isAtStart: true };
}

function noteStart(group: Group, start: string | undefined): void {
  if (group.isAtStart) group.starts.push(start);
  group.isAtStart = false;
}

/** Whether a repeated group may divide one text in several ways: alternatives must differ at once. */
function isDivisible({ hasRepetition, starts }: Group): boolean {
  if (hasRepetition) return true;
  if (starts.length < 2) return false;
  const lower = starts.map((start) => start?.toLowerCase());
  return lower.includes(undefined) || new Set(lower).size < lower.length;
}

/** `(`, `(?:`, `(?=`, `(?<name>`… */
function lengthOfOpening(pattern: string, at: number): number {
  return /^\((?:\?(?:[:=!]|<[=!]|<\w*>|[\w-]*:))?/.exec(pattern.slice(at))?.[0].length ?? 1;
}

/** One character, an escape, or a class. */
function lengthOfAtom(pattern: string, at: number): number {
  const rest = pattern.slice(at, at + 500);
  return /^(?:\\(?:[pPu]\{[^}]*\}|k<[^>]*>|.)|\[(?:\\.|[^\]\\])*\]|.)/su.exec(rest)?.[0].length ?? 1;
}
