import { joinEqualSteps, sayChainLine } from '../../flame/index.ts';
import type { CallChain, ChainStep } from '../../flame/index.ts';
import type { Nesting } from '../said.ts';
import type { Subject } from './subject.ts';

/** A page cannot indent further than this; what lies deeper is said in the deepest line. */
const deepest = 12;

interface GrowingNesting extends Nesting {
  readonly inside: GrowingNesting[];
}

/**
 * Section 1.3: the main chains as they are nested. A chain that branches off another stands inside
 * the line that it leaves, so a reader sees at once what is part of what.
 */
export function sayChains(subject: Subject): Nesting[] {
  const roots: GrowingNesting[] = [];
  const lineOfRow = new Map<number, GrowingNesting[]>();
  // The chain that another branches off from is heavier, and so comes first.
  for (const chain of subject.reading.chains) {
    let level = chain.from === -1 ? roots : lineOfRow.get(chain.from);
    if (level === undefined) continue;
    for (const line of linesOf(chain)) {
      const nesting = nestingOf(subject, line);
      level.push(nesting);
      for (const { row } of line) lineOfRow.set(row, nesting.inside);
      level = nesting.inside;
    }
  }
  return roots;
}

/** Lines end where another chain may leave, and there are no more of them than can be indented. */
function linesOf({ steps }: CallChain): ChainStep[][] {
  const lines = joinEqualSteps(steps);
  if (lines.length <= deepest) return lines;
  return [...lines.slice(0, deepest - 1), lines.slice(deepest - 1).flat()];
}

function nestingOf(subject: Subject, line: readonly ChainStep[]): GrowingNesting {
  const { evidence, figures, terms, measure } = subject;
  const rows = line.map(({ row }) => row);
  const last = line.at(-1);
  return {
    statement: {
      id: `chain:${String(rows.at(-1) ?? '')}`,
      text: sayChainLine(line, figures, terms),
      measured: measure(last?.total ?? 0),
      evidence: evidence.rows(rows.slice(-1)),
    },
    inside: [],
  };
}
