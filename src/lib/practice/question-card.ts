import type { AnswerEvent, ProgressEvent } from '../progress/index.ts';
import type { QuestionKind, Skill } from '../quiz/index.ts';

/** What a list or a plan needs to know of a question: everything but its words and its key. */
export interface QuestionCard {
  readonly id: string;
  readonly version: number;
  readonly kind: QuestionKind;
  readonly lesson: string;
  readonly skills: readonly Skill[];
  readonly level: 1 | 2 | 3;
  /** About how long a good answer takes. */
  readonly seconds: number;
  readonly title: string;
  /** Of the title, where it is not in the page's language. */
  readonly lang?: string;
}

/**
 * How a reader stands with a question: `new` never answered, `missed` not right the last time,
 * `unsure` right by a guess or with hints, `known` right.
 */
export type CardState = 'new' | 'missed' | 'unsure' | 'known';

/** All answers by question, of the version that its card has; each list in the order of time. */
export function answersByCard(
  cards: readonly QuestionCard[],
  events: readonly ProgressEvent[],
): Map<string, AnswerEvent[]> {
  const versions = new Map(cards.map(({ id, version }) => [id, version]));
  const answers = new Map<string, AnswerEvent[]>();
  for (const event of events) {
    if (event.type !== 'answer' || versions.get(event.question) !== event.version) continue;
    if (event.outcome === 'noted') continue;
    const known = answers.get(event.question);
    if (known === undefined) answers.set(event.question, [event]);
    else known.push(event);
  }
  return answers;
}

export function cardStateOf(answers: readonly AnswerEvent[] | undefined): CardState {
  const last = answers?.at(-1);
  if (last === undefined) return 'new';
  if (last.outcome !== 'right') return 'missed';
  return last.confidence === 1 || last.hints > 0 ? 'unsure' : 'known';
}
