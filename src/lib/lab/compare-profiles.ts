import {
  diffProfiles,
  Figures,
  formatWeight,
  functionChanges,
  readingWords,
} from '../flame/index.ts';
import type { Profile } from '../flame/index.ts';
import { inLocale } from '../i18n/index.ts';
import type { Locale } from '../i18n/index.ts';
import { doubts, hindrances } from './compare/comparability.ts';
import type { Obstacle } from './compare/comparability.ts';
import { judgeChanges } from './compare/judge-changes.ts';
import { ChangeSayer } from './compare/say-changes.ts';
import type { SaidComparison, Section, Statement } from './said.ts';
import { compareWords } from './words/compare-words.ts';
import { saidWords } from './words/index.ts';

export interface CompareOptions {
  /** What the two are called; their profiles' names by default. */
  readonly names?: { readonly before: string; readonly after: string };
}

/**
 * Two profiles compared in words: whether they can be, what changed most, and what of it could be
 * noise. Shares are compared, so that profiles of different lengths can be; every change of a share
 * has its interval where samples are counted.
 */
export function compareProfiles(
  before: Profile,
  after: Profile,
  locale: Locale,
  { names = { before: before.name, after: after.name } }: CompareOptions = {},
): SaidComparison {
  const title = inLocale(compareWords, locale).title(names.before, names.after);
  const hindered = hindrances(before, after);
  if (hindered.length > 0) {
    const statements = hindered.map((obstacle) => sayObstacle(obstacle, before, locale));
    const section: Section = { ...headOf('comparable', locale), statements };
    return { title, isComparable: false, normalize: 'none', sections: [section] };
  }
  return {
    title,
    isComparable: true,
    normalize: 'total',
    sections: sections(before, after, locale),
  };
}

function headOf(id: Section['id'], locale: Locale): Pick<Section, 'id' | 'heading'> {
  return { id, heading: saidWords(locale).headings[id] };
}

function sections(before: Profile, after: Profile, locale: Locale): Section[] {
  const words = inLocale(compareWords, locale);
  const tree = diffProfiles(before, after, { normalize: 'total' });
  const changes = functionChanges(before, after, { normalize: 'none' });
  const bySelf = judgeChanges(before, after, changes, 'self');
  const byTotal = judgeChanges(before, after, changes, 'total');
  const sayer = new ChangeSayer(tree, { before, after }, locale);
  const isTested = bySelf.some(({ judgement }) => judgement !== 'not-tested');
  const note = isTested ? { note: [words.holm] } : {};
  const clear = bySelf.filter(({ judgement }) => judgement === 'clear').length;
  const verdict = isTested ? [whole('compare:verdict', words.verdict(clear, bySelf.length))] : [];
  const found: Section[] = [
    {
      ...headOf('comparable', locale),
      statements: [
        ...sizes(before, after, locale),
        ...doubts(before, after, tree).map((obstacle) => sayObstacle(obstacle, before, locale)),
        ...verdict,
        whole('compare:one-run-each', words.oneRunEach),
      ],
    },
    { ...headOf('self-changes', locale), ...note, statements: sayer.changes(bySelf, 'self') },
    {
      ...headOf('total-changes', locale),
      note: [words.echoes],
      statements: sayer.changes(byTotal, 'total'),
    },
    { ...headOf('appeared', locale), statements: sayer.oneSided(byTotal, 'appeared') },
    { ...headOf('vanished', locale), statements: sayer.oneSided(byTotal, 'vanished') },
  ];
  return found.filter(({ statements }) => statements.length > 0);
}

/** A statement about both graphs as they are. */
function whole(id: string, text: Statement['text']): Statement {
  return { id, text, evidence: { view: { view: 'diff' }, rows: [] } };
}

function sizes(before: Profile, after: Profile, locale: Locale): Statement[] {
  const words = inLocale(compareWords, locale);
  const figures = new Figures(before.unit, readingWords(locale));
  const times = formatWeight(after.totalWeight / before.totalWeight, 'count', locale);
  const weights = [before, after].map(({ totalWeight }) => figures.weight(totalWeight));
  const [was = '', is = ''] = weights;
  return [
    whole('compare:size', words.size(was, is)),
    whole('compare:normalised', words.normalised(times)),
  ];
}

function sayObstacle(obstacle: Obstacle, { unit }: Profile, locale: Locale): Statement {
  return whole(`compare:${obstacle.code}`, obstacleText(obstacle, unit, locale));
}

function obstacleText(obstacle: Obstacle, unit: Profile['unit'], locale: Locale) {
  const { obstacles } = inLocale(compareWords, locale);
  const weight = (value: number, as = unit) => formatWeight(value, as, locale);
  switch (obstacle.code) {
    case 'units':
      return obstacles.units(obstacle.before, obstacle.after);
    case 'empty':
      return obstacles.empty[obstacle.side];
    case 'roots':
      return obstacles.roots;
    case 'events':
      return obstacles.events(obstacle.before, obstacle.after);
    case 'durations':
      return obstacles.durations(
        weight(obstacle.before, 'nanoseconds'),
        weight(obstacle.after, 'nanoseconds'),
      );
    case 'sample-counts':
      return obstacles.sampleCounts(weight(obstacle.before), weight(obstacle.after));
    case 'few-samples':
      return obstacles.fewSamples(weight(obstacle.before), weight(obstacle.after));
    case 'not-samples':
      return obstacles.notSamples;
  }
}
