import { buildCallTree, readProfile } from '../flame/index.ts';
import type { CallTree, Profile, Reading } from '../flame/index.ts';
import type { Locale } from '../i18n/index.ts';
import { sayCallGroups, sayCallKinds } from './reading/say-calls.ts';
import { sayCautions, sayShapes } from './reading/say-cautions.ts';
import { sayChains } from './reading/say-chains.ts';
import { sayFeatures } from './reading/say-features.ts';
import { saySelf, sayTotal } from './reading/say-functions.ts';
import { sayQuestions } from './reading/say-questions.ts';
import { sayUnproven } from './reading/say-unproven.ts';
import { subjectOf } from './reading/subject.ts';
import type { SaidReading, Section } from './said.ts';

export interface SayReadingOptions {
  /** The reading, where somebody has it already: `readProfile(profile)`. */
  readonly reading?: Reading;
  /** `buildCallTree(profile)`, where somebody has it already. */
  readonly tree?: CallTree;
}

/**
 * The reading of a profile in words, in the guide's order, each statement with what it rests on.
 * Plain data: it can be made in a worker and sent. A section with nothing to say is left out.
 */
export function sayReading(
  profile: Profile,
  locale: Locale,
  { reading = readProfile(profile), tree = buildCallTree(profile) }: SayReadingOptions = {},
): SaidReading {
  const subject = subjectOf(profile, reading, tree, locale);
  const { words, terms } = subject;
  const section = (id: Section['id'], said: Partial<Omit<Section, 'id' | 'heading'>>): Section => {
    const note = words.sectionNotes[id];
    return {
      id,
      heading: words.headings[id],
      statements: [],
      ...(note === undefined ? {} : { note: [note] }),
      ...said,
    };
  };
  const intervals = reading.samples === undefined ? {} : { note: [terms.intervalNote] };
  const sections = [
    section('features', { guide: '1.1', ...intervals, statements: sayFeatures(subject) }),
    section('self', { guide: '1.2', statements: saySelf(subject) }),
    section('total', { guide: '1.2', statements: sayTotal(subject) }),
    section('chains', { guide: '1.3', nested: sayChains(subject) }),
    section('calls', {
      guide: '2.2',
      statements: sayCallGroups(subject),
      nested: sayCallKinds(subject),
    }),
    section('shapes', { statements: sayShapes(subject) }),
    section('cautions', { statements: sayCautions(subject) }),
    section('unproven', { statements: sayUnproven(subject) }),
    section('questions', { questions: sayQuestions(subject) }),
  ];
  return {
    title: words.title(profile.name),
    sections: sections.filter(saysSomething),
    cautions: [...new Set(reading.cautions.map(({ code }) => code))],
  };
}

function saysSomething({ statements, nested = [], questions = [] }: Section): boolean {
  return statements.length + nested.length + questions.length > 0;
}
