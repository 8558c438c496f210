import { sayCaution, sayShape } from '../../flame/index.ts';
import type { Finding } from '../../flame/index.ts';
import type { Evidence, Statement } from '../said.ts';
import { measuredOf } from './measured-of.ts';
import type { Subject } from './subject.ts';

/** The shapes that a reader learns to see. */
export function sayShapes(subject: Subject): Statement[] {
  const { reading, figures, terms, evidence } = subject;
  const ids = new IdCounter();
  return reading.shapes.map((shape) => ({
    id: ids.next(`shape:${shape.code}`),
    text: sayShape(shape, figures, terms),
    measured: measuredOf(shape),
    evidence:
      shape.code === 'scattered-leaf'
        ? evidence.self(shape.frames[0] ?? '', shape.rows)
        : evidenceOf(subject, shape),
  }));
}

/** What a reader should hold against a first look. */
export function sayCautions(subject: Subject): Statement[] {
  const { reading, figures, terms } = subject;
  const ids = new IdCounter();
  return reading.cautions.map((caution) => ({
    id: ids.next(`caution:${caution.code}`),
    text: sayCaution(caution, figures, terms),
    measured: measuredOf(caution),
    evidence: evidenceOf(subject, caution),
  }));
}

function evidenceOf({ evidence }: Subject, { rows }: Finding): Evidence {
  return evidence.rows(rows);
}

/** A code may be found several times: its second finding is `…:2`. */
class IdCounter {
  readonly #seen = new Map<string, number>();

  next(id: string): string {
    const seen = (this.#seen.get(id) ?? 0) + 1;
    this.#seen.set(id, seen);
    return seen === 1 ? id : `${id}:${seen}`;
  }
}
