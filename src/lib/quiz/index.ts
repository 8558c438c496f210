/** Questions: what answers them, whether an attempt can be marked, and how it is marked. */
export type { AnswerKey, KeyOf, NumericKey, OpenKey, Target } from './answer-key.ts';
export type { Attempt, AttemptOf } from './attempt.ts';
export type { QuestionKind } from './question-kind.ts';
export { kindNames, questionKinds } from './question-kind.ts';
export { readNumber } from './read-number.ts';
export { readNumericAnswer } from './read-numeric-answer.ts';
export { scoreAttempt } from './score-attempt.ts';
export { hashOf, randomOf, seededShuffle } from './seeded-shuffle.ts';
export type { Skill } from './skills.ts';
export { isSkill, skillIds, skills } from './skills.ts';
export type { Unclear } from './validate-attempt.ts';
export { lengthOf, validateAttempt } from './validate-attempt.ts';
export type { Mark, Outcome, Verdict } from './verdict.ts';
