import type { Statement } from '../said.ts';
import type { Subject } from './subject.ts';
import { calledByText, figureOf } from './subject.ts';

/** Section 1.2, first half: where the weight is. */
export function saySelf(subject: Subject): Statement[] {
  const { reading, tree, evidence, words } = subject;
  return reading.hotBySelf.map((fact) => {
    const rows = fact.rows.filter((row) => (tree.self[row] ?? 0) > 0);
    return {
      id: `self:${fact.name}`,
      text: words.self(
        figureOf(subject, fact.name, fact.self),
        rows.length,
        calledByText(subject, rows, (row) => tree.self[row] ?? 0),
      ),
      measured: fact.self,
      evidence: evidence.self(fact.name, rows),
    };
  });
}

/** Section 1.2, second half: where it comes from. */
export function sayTotal(subject: Subject): Statement[] {
  const { reading, evidence, words, figures } = subject;
  return reading.hotByTotal.map((fact) => ({
    id: `total:${fact.name}`,
    text: words.total(
      figureOf(subject, fact.name, fact.total),
      fact.rows.length,
      fact.self.weight === 0 ? undefined : figures.weight(fact.self.weight),
      fact.wider,
    ),
    measured: fact.total,
    evidence: evidence.named([fact.name], fact.total.weight, fact.rows),
  }));
}
