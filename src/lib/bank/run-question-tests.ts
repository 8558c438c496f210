import type { Question } from '../../content/schemas/question.ts';
import { scoreAttempt, validateAttempt } from '../quiz/index.ts';
import type { AnswerKey, Attempt } from '../quiz/index.ts';
import { findPaths } from '../query/index.ts';
import type { QuestionProfiles } from './question-profiles.ts';

/** Runs the tests that stand inside a question; says what each one that fails got instead. */
export function runQuestionTests(
  question: Question,
  key: AnswerKey,
  profiles: QuestionProfiles,
): string[] {
  // A prediction has no score, but its test says whether it would be right.
  const asked = key.kind === 'predict' ? key.asked : key;
  return question.tests.flatMap(({ answer, expect, near }) => {
    const attempt = attemptOf(asked.kind, answer, profiles);
    const unclear = validateAttempt(asked, attempt);
    const verdict = unclear === undefined ? scoreAttempt(asked, attempt) : undefined;
    const got = verdict?.outcome ?? 'unclear';
    const wrote = JSON.stringify(answer);
    if (got !== expect)
      return [`${wrote} is ${got}${unclear ? ` (${unclear.code})` : ''}, not ${expect}`];
    if (verdict?.near === near) return [];
    return [`${wrote} is taken for ${verdict?.near ?? 'no near miss'}, not for ${near ?? 'none'}`];
  });
}

/** What a test writes, as the form would hold it. */
export function attemptOf(
  kind: AnswerKey['kind'],
  answer: unknown,
  profiles: QuestionProfiles,
): Attempt {
  switch (kind) {
    case 'choice':
      return { kind, option: String(answer) };
    case 'multi':
      return { kind, options: answer as string[] };
    case 'numeric':
      return { kind, text: String(answer) };
    case 'click-frame':
      return { kind, path: pathOf(String(answer), profiles) };
    case 'order':
      return { kind, steps: answer as string[] };
    case 'match':
    case 'matrix':
      return { kind, pairs: answer as Record<string, string> };
    case 'bug':
      return { kind, ...(answer as { lines: number[]; follow?: string }) };
    case 'open':
      return { kind, text: 'x'.repeat(1000), met: answer as string[] };
    case 'predict':
      return { kind };
  }
}

function pathOf(expression: string, { profile, after }: QuestionProfiles): string {
  if (profile === undefined) throw new Error('a frame is chosen, but there is no profile');
  const selector = { path: expression };
  // A box that only the second profile of a comparison has can be chosen too.
  const [appeared] = after === undefined ? [] : findPaths(after, selector, true);
  const [path = appeared ?? ''] = findPaths(profile, selector, appeared !== undefined);
  return path;
}
