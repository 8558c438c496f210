import type { ImportReport } from '../import-issue.ts';
import { say } from '../say.ts';
import { CallGraph } from './call-graph.ts';
import { NameTable, unknownName } from './name-table.ts';

const header = /^(\w[\w ]*):(.*)$/;
const mostEvents = 64;

const zero = 48;
const space = 32;
/** A number of so many digits is exact. */
const exactDigits = 15;

/** Reads a callgrind file line by line (https://valgrind.org/docs/manual/cl-format.html). */
export class GraphReader {
  readonly #report: ImportReport;
  readonly #names: CallGraph['names'] = {
    object: new NameTable(),
    file: new NameTable(),
    function: new NameTable(),
  };
  #graph: CallGraph | undefined;
  #costs = new Float64Array(1);
  #positions = 1;
  /** Names by index, here and below. */
  #object = this.#names.object.indexOf('');
  #file = this.#names.file.indexOf('');
  #function: number | undefined;
  /** Where the current function's cost lines go, until the function or the file changes. */
  #part: number | undefined;
  /** Where the next call goes; its file and object are the caller's unless given. */
  #calledObject: number | undefined;
  #calledFile: number | undefined;
  #calledName: number | undefined;
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
    const graph = this.#graph ?? new CallGraph([], this.#names);
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
    this.#graph = new CallGraph(events.slice(0, mostEvents), this.#names);
    this.#costs = new Float64Array(this.#graph.events.length);
    return this.#graph;
  }

  /** Reads `key=name`, if the line is one. */
  #readName(line: string, number: number): boolean {
    const equals = line.indexOf('=');
    let start = equals + 1;
    while (isBlank(line.charCodeAt(start))) start++;
    switch (line.slice(0, Math.max(0, equals))) {
      case 'cfn':
        this.#calledName = this.#nameOf('function', line, start, number);
        return true;
      case 'calls':
        this.#isCall = true;
        return true;
      case 'cfi':
      case 'cfl':
        this.#calledFile = this.#nameOf('file', line, start, number);
        return true;
      case 'fn':
        this.#setFunction(this.#nameOf('function', line, start, number));
        return true;
      case 'fl':
      case 'fi':
      case 'fe':
        this.#file = this.#nameOf('file', line, start, number);
        this.#part = undefined;
        return true;
      case 'ob':
        this.#object = this.#nameOf('object', line, start, number);
        return true;
      case 'cob':
        this.#calledObject = this.#nameOf('object', line, start, number);
        return true;
      case 'jump':
      case 'jcnd':
        return true; // branches cost nothing of their own
      default:
        return false;
    }
  }

  #setFunction(name: number): void {
    const graph = this.#graph ?? this.#setEvents(['cost']);
    this.#function = graph.function(name, this.#file, this.#object);
    this.#part = undefined;
    graph.define(this.#function);
  }

  /** The index of the name that a line says from `start` on. */
  #nameOf(kind: keyof CallGraph['names'], line: string, start: number, number: number): number {
    const names = this.#names[kind];
    const index = names.read(line, start);
    if (index !== unknownName) return index;
    this.#report.add({
      code: 'unknown-name',
      ...say`The file never says which ${kind} number ${line.slice(start + 1, -1)} is. The number was taken as its name.`,
      line: number,
    });
    return names.readAsName(line, start);
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
    const name = this.#calledName;
    const file = this.#calledFile ?? this.#file;
    const object = this.#calledObject ?? this.#object;
    this.#calledName = this.#calledFile = this.#calledObject = undefined;
    this.#isCall = false;
    if (name === undefined) {
      const message = 'A call without a callee (cfn=). Its cost was skipped.';
      this.#report.add({ code: 'bad-call', message, line });
    } else graph.addCall(caller, graph.function(name, file, object), this.#costs);
  }
}

function isBlank(code: number): boolean {
  return code === space || (code >= 9 && code <= 13);
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
