import { isSkill } from '../quiz/index.ts';
import type { Outcome, Skill } from '../quiz/index.ts';
import type { QuestionCard } from './question-card.ts';

/** One question of a mock interview, marked at its end. */
export interface MockResult {
  readonly card: QuestionCard;
  readonly outcome: Outcome | 'skipped';
  readonly earned: number;
  readonly of: number;
  readonly confidence?: 1 | 2 | 3;
  readonly ms: number;
}

/** A line that an interviewer would have noted; `count` of what, where it is about a number. */
export interface MockNote {
  readonly code:
    | 'sure-and-wrong'
    | 'guessed-right'
    | 'skipped'
    | 'rushed'
    | 'slow'
    | 'strong-skill'
    | 'weak-skill'
    | 'spoken-strong'
    | 'spoken-weak';
  readonly count?: number;
  readonly skill?: Skill;
}

export interface SkillScore {
  readonly skill: Skill;
  readonly earned: number;
  readonly of: number;
}

export interface MockReport {
  /** Each question is worth one point here, so that long ones do not outweigh the rest. */
  readonly earned: number;
  readonly of: number;
  readonly skills: readonly SkillScore[];
  /** By confidence 1 to 3: asked and right. */
  readonly confidence: readonly { readonly level: 1 | 2 | 3; asked: number; right: number }[];
  readonly ms: number;
  /** What it would take at the questions' usual length. */
  readonly plannedMs: number;
  readonly notes: readonly MockNote[];
  /** Lessons to read again, the most missed first. */
  readonly lessons: readonly string[];
}

const strong = 0.85;
const weak = 0.5;
/** Of skills, on either side: nobody takes in more. */
const mostNotes = 3;

/** Reads the results of a mock interview as an interviewer would. */
export function mockReport(results: readonly MockResult[]): MockReport {
  const skills = skillScores(results);
  return {
    earned: round(results.reduce((sum, result) => sum + partOf(result), 0)),
    of: results.length,
    skills,
    confidence: byConfidence(results),
    ms: results.reduce((sum, { ms }) => sum + ms, 0),
    plannedMs: results.reduce((sum, { card }) => sum + card.seconds * 1000, 0),
    notes: notesOn(results, skills),
    lessons: lessonsToRead(results),
  };
}

function partOf({ earned, of }: MockResult): number {
  return of === 0 ? 0 : earned / of;
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}

function skillScores(results: readonly MockResult[]): SkillScore[] {
  const scores = new Map<Skill, { earned: number; of: number }>();
  for (const result of results) {
    for (const skill of result.card.skills) {
      const score = scores.get(skill) ?? { earned: 0, of: 0 };
      scores.set(skill, { earned: round(score.earned + partOf(result)), of: score.of + 1 });
    }
  }
  return [...scores]
    .map(([skill, score]) => ({ skill, ...score }))
    .sort((a, b) => a.earned / a.of - b.earned / b.of);
}

function byConfidence(results: readonly MockResult[]): MockReport['confidence'] {
  return ([1, 2, 3] as const).map((level) => {
    const said = results.filter(({ confidence }) => confidence === level);
    return {
      level,
      asked: said.length,
      right: said.filter(({ outcome }) => outcome === 'right').length,
    };
  });
}

function notesOn(results: readonly MockResult[], skills: readonly SkillScore[]): MockNote[] {
  const count = (is: (result: MockResult) => boolean) => results.filter(is).length;
  const counted: [MockNote['code'], number][] = [
    ['sure-and-wrong', count((one) => one.confidence === 3 && one.outcome === 'wrong')],
    ['guessed-right', count((one) => one.confidence === 1 && one.outcome === 'right')],
    ['skipped', count(({ outcome }) => outcome === 'skipped')],
    ['rushed', count((one) => one.outcome === 'wrong' && one.ms < one.card.seconds * 250)],
    ['slow', count((one) => one.ms > one.card.seconds * 2000)],
  ];
  const spoken = results.filter(
    ({ card, outcome }) => card.kind === 'open' && outcome !== 'skipped',
  );
  const spokenPart = spoken.reduce((sum, one) => sum + partOf(one), 0) / spoken.length;
  return [
    ...counted.filter(([, found]) => found > 0).map(([code, found]) => ({ code, count: found })),
    ...(spokenPart >= strong ? [{ code: 'spoken-strong' as const }] : []),
    ...(spokenPart < weak ? [{ code: 'spoken-weak' as const }] : []),
    ...skills
      .filter(({ earned, of }) => of >= 2 && earned / of >= strong)
      .slice(-mostNotes)
      .map(({ skill }) => ({ code: 'strong-skill' as const, skill })),
    ...skills
      .filter(({ earned, of }) => earned / of < weak)
      .slice(0, mostNotes)
      .map(({ skill }) => ({ code: 'weak-skill' as const, skill })),
  ];
}

function lessonsToRead(results: readonly MockResult[]): string[] {
  const missed = new Map<string, number>();
  for (const result of results) {
    const lost = 1 - partOf(result);
    if (lost > 0) missed.set(result.card.lesson, (missed.get(result.card.lesson) ?? 0) + lost);
  }
  return [...missed].sort(([, a], [, b]) => b - a).map(([lesson]) => lesson);
}

/** The scores of a report as the fragment of a link: nothing is stored anywhere else. */
export function reportFragment({ earned, of, skills, ms }: MockReport, at: number): string {
  const parts = skills.map(({ skill, earned: got, of: all }) => `${skill}:${got}:${all}`);
  const params = new URLSearchParams({
    score: `${earned}/${of}`,
    minutes: String(Math.round(ms / 60_000)),
    date: new Date(at).toISOString().slice(0, 10),
    skills: parts.join(' '),
  });
  return params.toString();
}

export interface SharedReport {
  readonly earned: number;
  readonly of: number;
  readonly minutes: number;
  readonly date: string;
  readonly skills: readonly SkillScore[];
}

/** Reads such a fragment; `undefined` for anything else. */
export function parseReportFragment(fragment: string): SharedReport | undefined {
  const params = new URLSearchParams(fragment.replace(/^#/, ''));
  const [earned, of] = (params.get('score') ?? '').split('/').map(Number);
  const date = params.get('date') ?? '';
  const minutes = Number(params.get('minutes'));
  if (!isPoints(earned, of) || !/^\d{4}-\d{2}-\d{2}$/.test(date) || !(minutes >= 0)) {
    return undefined;
  }
  const skills = (params.get('skills') ?? '').split(' ').flatMap((part) => {
    const [skill = '', got, all] = part.split(':');
    const points = [Number(got), Number(all)] as const;
    return isSkill(skill) && isPoints(...points)
      ? [{ skill, earned: points[0], of: points[1] }]
      : [];
  });
  return { earned: earned ?? 0, of: of ?? 0, minutes, date, skills };
}

function isPoints(earned: number | undefined, of: number | undefined): boolean {
  return earned !== undefined && of !== undefined && of > 0 && earned >= 0 && earned <= of;
}
