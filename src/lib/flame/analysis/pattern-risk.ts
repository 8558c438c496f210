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
  return new PatternScan(pattern).risk();
}

/** Goes over a pattern once, from left to right. */
class PatternScan {
  readonly #pattern: string;
  readonly #groups: Group[] = [newGroup()];
  #at = 0;
  /** Repetitions without end since the last character that must be there. */
  #inARow = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  risk(): string | undefined {
    while (this.#at < this.#pattern.length) {
      const risk = this.#step();
      if (risk !== undefined) return risk;
    }
    return undefined;
  }

  get #group(): Group {
    return this.#groups.at(-1) ?? newGroup();
  }

  #step(): string | undefined {
    switch (this.#pattern[this.#at]) {
      case '|':
        this.#group.isAtStart = true;
        this.#inARow = 0;
        this.#at++;
        return undefined;
      case '(':
        this.#at += lengthOfOpening(this.#pattern, this.#at);
        noteStart(this.#group, undefined);
        this.#groups.push(newGroup());
        return undefined;
      case ')':
        this.#at++;
        return this.#close(this.#quantifier());
      default:
        return this.#atom();
    }
  }

  #close(quantifier: string): string | undefined {
    const group = this.#group;
    if (this.#groups.length > 1) this.#groups.pop();
    const isRepeated = quantifier !== '' && !quantifier.startsWith('?');
    if (isRepeated && isDivisible(group)) return repeatedGroup;
    this.#group.hasRepetition ||= group.hasRepetition || quantifier !== '';
    if (group.starts.length > 1) this.#group.starts.push(...group.starts);
    return isUnbounded(quantifier) ? this.#repeat() : undefined;
  }

  #atom(): string | undefined {
    const character = this.#pattern[this.#at] ?? '';
    const length = lengthOfAtom(this.#pattern, this.#at);
    this.#at += length;
    noteStart(this.#group, length === 1 && plain.test(character) ? character : undefined);
    const quantifier = this.#quantifier();
    this.#group.hasRepetition ||= quantifier !== '';
    if (isUnbounded(quantifier)) return this.#repeat();
    // A character that must be there tells the repetitions before and after it apart.
    if (!mayBeEmpty(quantifier)) this.#inARow = 0;
    return undefined;
  }

  #repeat(): string | undefined {
    return ++this.#inARow > mostInARow ? manyInARow : undefined;
  }

  /** What says how often the part before it may stand; empty for once. */
  #quantifier(): string {
    const rest = this.#pattern.slice(this.#at, this.#at + 30);
    const quantifier = /^(?:[*+?]|\{\d*,?\d*\})\??/.exec(rest)?.[0] ?? '';
    this.#at += quantifier.length;
    return quantifier;
  }
}

function isUnbounded(quantifier: string): boolean {
  return /^(?:[*+]|\{\d*,\})/.test(quantifier);
}

function mayBeEmpty(quantifier: string): boolean {
  return /^(?:[*?]|\{0?,)/.test(quantifier);
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
  return (
    /^(?:\\(?:[pPu]\{[^}]*\}|k<[^>]*>|.)|\[(?:\\.|[^\]\\])*\]|.)/su.exec(rest)?.[0].length ?? 1
  );
}
