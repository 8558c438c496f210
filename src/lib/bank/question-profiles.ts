import type { Question } from '../../content/schemas/question.ts';
import type { Profile } from '../flame/index.ts';
import { loadSample } from '../site/samples.ts';

/** The profiles that a question is about; none for a question of words alone. */
export interface QuestionProfiles {
  readonly profile?: Profile;
  readonly after?: Profile;
}

export async function loadQuestionProfiles(question: Question): Promise<QuestionProfiles> {
  const { sample, after } = question;
  return {
    ...(sample === undefined ? {} : { profile: await loadSample(sample) }),
    ...(after === undefined ? {} : { after: await loadSample(after) }),
  };
}
