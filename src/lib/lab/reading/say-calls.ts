import { frameText } from '../../flame/index.ts';
import type { SystemCallFact } from '../../flame/index.ts';
import type { Evidence, Nesting, Statement } from '../said.ts';
import { measuredOf } from './measured-of.ts';
import type { Subject } from './subject.ts';
import { callersText, figureOf } from './subject.ts';

/** Section 2.2: what the system calls are for. */
export function sayCallGroups(subject: Subject): Statement[] {
  const { reading, figures, words, terms, callRows } = subject;
  return reading.systemCalls.groups.map((group) => ({
    id: `group:${group.group}`,
    text: words.calls.group(
      terms.groups[group.group],
      figures.measured(group),
      words.list([...new Set(group.calls)].map(frameText)),
    ),
    measured: measuredOf(group),
    evidence: callEvidence(subject, callRows.ofGroup(group.group), group.weight),
  }));
}

/** Section 2.2: the kinds of call, and inside each its calls. */
export function sayCallKinds(subject: Subject): Nesting[] {
  const { reading, figures, words, terms, callRows } = subject;
  const { kinds, calls } = reading.systemCalls;
  return kinds.map((kind) => ({
    statement: {
      id: `call-kind:${kind.kind}`,
      text: words.calls.kind(terms.callKinds[kind.kind], figures.measured(kind)),
      measured: measuredOf(kind),
      evidence: callEvidence(subject, callRows.ofKind(kind.kind), kind.weight),
    },
    inside: calls
      .filter((call) => call.kind === kind.kind)
      .map((call) => ({ statement: sayCall(subject, call), inside: [] })),
  }));
}

function sayCall(subject: Subject, call: SystemCallFact): Statement {
  return {
    id: `call:${call.kind}:${call.name}`,
    text: subject.words.calls.call(
      figureOf(subject, call.frame, call),
      call.callers.length === 0 ? [] : subject.words.calledBy(callersText(subject, call.callers)),
    ),
    measured: measuredOf(call),
    evidence: callEvidence(subject, subject.callRows.ofCall(call), call.weight),
  };
}

/** The frames through which calls are made. */
export function callEvidence(
  { tree, evidence }: Subject,
  rows: readonly number[],
  weight: number,
): Evidence {
  const names = [...new Set(rows.map((row) => tree.nameOf(row)))];
  return evidence.named(names, weight, rows);
}
