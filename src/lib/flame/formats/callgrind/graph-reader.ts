import type { ImportReport } from '../import-issue.ts';
import { ownText } from '../own-text.ts';
import { CallGraph } from './call-graph.ts';
import { say } from '../say.ts';

const header = /^(\w[\w ]*):(.*)$/;
const reference = /^(\(\d+\))\s*(.*)$/;
const mostEvents = 64;

const zero = 48;
const space = 32;
/** A number of so many digits is exact. */
const exactDigits = 15;

/** Each kind of name has ids of its own: `fn=(1)` and `fl=(1)` are two names. */
const kindOfKey: Readonly<Record<string, 'object' | 'file' | 'function'>> = {
  ob: 'object',
  cob: 'object',
  fl: 'file',
  fi: 'file',
  fe: 'file',
  cfi: 'file',
  cfl: 'file',
  fn: 'function',
  cfn: 'function',
};

/** Reads a callgrind file line by line (https://valgrind.org/docs/manual/cl-format.html). */
export class GraphReader {
  readonly #report: ImportReport;
  /** By number, in its parentheses. */
  readonly #names = {
    object: new Map<string, string>(),
    file: new Map<string, string>(),
    function: new Map<string, string>(),
  };
  #graph: CallGraph | undefined;
  #costs = new Float64Array(1);
  #positions = 1;
  #object = '';
  #file = '';
  #function: number | undefined;
  /** Where the current function's cost lines go, until the function or the file changes. */
  #part: number | undefined;
  /** Where the next call goes; its file and object are the caller's unless given. */
  #callee: { object?: string; file?: string; name?: string } = {};
  #isCall = false;
  /** The sums that the file itself claims, by event. */
  totals: readonly number[] = [];

  constructor(report: ImportReport) {
    this.#report = report;
  }

  readLine(text: string, number: number, isCut: boolean): void {
    const line = text.trim();
    if (line === '' || line.startsWith('#')) return;
    const understood = isCostStart(line.charCodeAt(0))
      ? this.#readCosts(line, number, isCut)
      : this.#readName(line, number) || this.#readHeader(line);
    if (understood) return;
    const message = isCut
      ? 'The file ends in the middle of this line. The line was skipped.'
      : 'This line is not of the callgrind format. It was skipped.';
    this.#report.add({
      code: isCut ? 'truncated' : 'bad-line',
      message,
      line: number,
      excerpt: line,
    });
  }

  finish(): CallGraph {
    const graph = this.#graph ?? new CallGraph([]);
    graph.resolveCallees();
    return graph;
  }

  #readHeader(line: string): boolean {
    const [, key = '', value = ''] = header.exec(line) ?? [];
    if (key === '') return false;
    if (key === 'positions') this.#positions = wordsOf(value).length;
    else if (key === 'events' && this.#graph === undefined) this.#setEvents(wordsOf(value));
    else if (key === 'summary' || key === 'totals') this.totals = wordsOf(value).map(Number);
    return true;
  }

  #setEvents(events: readonly string[]): CallGraph {
    this.#graph = new CallGraph(events.slice(0, mostEvents).map(ownText));
    this.#costs = new Float64Array(this.#graph.events.length);
    return this.#graph;
  }

  #readName(line: string, number: number): boolean {
    const equals = line.indexOf('=');
    const key = line.slice(0, Math.max(0, equals));
    const value = line.slice(equals + 1).trim();
    if (key === 'calls') this.#isCall = true;
    else if (key === 'jump' || key === 'jcnd')
      return true; // branches cost nothing of their own
    else if (Object.hasOwn(kindOfKey, key)) {
      this.#setName(key, this.#nameOf(kindOfKey[key] ?? 'function', value, number));
    } else return false;
    return true;
  }

  #setName(key: string, name: string): void {
    if (key !== 'ob' && !key.startsWith('c')) this.#part = undefined;
    if (key === 'ob') this.#object = name;
    else if (key === 'cob') this.#callee.object = name;
    else if (key === 'cfi' || key === 'cfl') this.#callee.file = name;
    else if (key === 'cfn') this.#callee.name = name;
    else if (key === 'fn') {
      const graph = this.#graph ?? this.#setEvents(['cost']);
      this.#function = graph.function(name, this.#file, this.#object);
      graph.functions[this.#function]!.isDefined = true; // it was made in the line above
    } else this.#file = name;
  }

  /** Resolves name compression: `(3) main` gives the name a number, `(3)` uses it. */
  #nameOf(kind: 'object' | 'file' | 'function', value: string, line: number): string {
    const names = this.#names[kind];
    const used = names.get(value);
    if (used !== undefined) return used;
    const [, id, name = ''] = reference.exec(value) ?? [];
    if (id === undefined) return ownText(value);
    if (name !== '') names.set(id, ownText(name));
    const known = names.get(id);
    if (known !== undefined) return known;
    this.#report.add({
      code: 'unknown-name',
      ...say`The file never says which ${kind} number ${id.slice(1, -1)} is. The number was taken as its name.`,
      line,
    });
    names.set(id, id);
    return id;
  }

  /** A position and its costs: the current function's own, or those of the call just announced. */
  #readCosts(line: string, number: number, isCut: boolean): boolean {
    if (this.#function === undefined) return false;
    if (!this.#readUsualCosts(line) && !this.#readAnyCosts(line, isCut)) return false;
    const graph = this.#graph ?? this.#setEvents(['cost']);
    if (this.#isCall) this.#addCall(graph, this.#function, number);
    else graph.addSelf((this.#part ??= graph.part(this.#function, this.#file)), this.#costs);
    return true;
  }

  /** Reads decimal costs with one space between them, no more than there are events; or gives up. */
  #readUsualCosts(line: string): boolean {
    const costs = this.#costs;
    let at = 0;
    for (let left = this.#positions; left > 0; left--) {
      at = line.indexOf(' ', at) + 1;
      if (at === 0) return false;
    }
    for (let event = 0; event < costs.length; event++) {
      const start = at;
      let cost = 0;
      for (; at < line.length; at++) {
        const digit = line.charCodeAt(at) - zero;
        if (digit < 0 || digit > 9) break;
        cost = cost * 10 + digit;
      }
      if (at === start || at - start > exactDigits) return false;
      costs[event] = cost;
      if (at === line.length) {
        costs.fill(0, event + 1);
        return true;
      }
      if (line.charCodeAt(at++) !== space) return false;
    }
    return false;
  }

  #readAnyCosts(line: string, isCut: boolean): boolean {
    const words = wordsOf(line);
    const costs = words.slice(this.#positions);
    const isSound = costs.every(isCost) && words.length >= this.#positions;
    if (!isSound || (isCut && costs.length === 0)) return false;
    for (let i = 0; i < this.#costs.length; i++) this.#costs[i] = Number(costs[i] ?? 0);
    return true;
  }

  #addCall(graph: CallGraph, caller: number, line: number): void {
    const { name, file = this.#file, object = this.#object } = this.#callee;
    this.#callee = {};
    this.#isCall = false;
    if (name === undefined) {
      const message = 'A call without a callee (cfn=). Its cost was skipped.';
      this.#report.add({ code: 'bad-call', message, line });
    } else graph.addCall(caller, graph.function(name, file, object), this.#costs);
  }
}

function isDigit(code: number): boolean {
  return code >= zero && code <= zero + 9;
}

/** A cost line begins with a position: a number, `+n`, `-n` or `*`. */
function isCostStart(code: number): boolean {
  return isDigit(code) || code === 42 || code === 43 || code === 45;
}

function isCost(word: string): boolean {
  return /^(?:\d{1,300}(?:\.\d+)?|0x[\da-f]{1,16})$/i.test(word);
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
