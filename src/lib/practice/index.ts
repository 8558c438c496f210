/** What to practise, when to see it again, and what a mock interview asks and finds. */
export { interleave } from './interleave.ts';
export type { MockWish } from './mock-plan.ts';
export { planMock, secondsOf } from './mock-plan.ts';
export type { MockNote, MockReport, MockResult, SharedReport, SkillScore } from './mock-report.ts';
export { mockReport, parseReportFragment, reportFragment } from './mock-report.ts';
export type { NextStep, NextStepInput } from './next-step.ts';
export { nextStep } from './next-step.ts';
export type { CardState, QuestionCard } from './question-card.ts';
export { answersByCard, cardStateOf } from './question-card.ts';
export type { DueReview } from './review-schedule.ts';
export { dueNow, gradeOf, reviewSchedule } from './review-schedule.ts';
export type { CardFilter } from './select-cards.ts';
export { everything, selectCards } from './select-cards.ts';
export type { Tally } from './tally.ts';
export { calibrationOf, tallyBy } from './tally.ts';
