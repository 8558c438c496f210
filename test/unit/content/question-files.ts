import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { questionSchema } from '../../../src/content/schemas/question.ts';
import type { Question } from '../../../src/content/schemas/question.ts';
import { answerKeyOf, loadQuestionProfiles } from '../../../src/lib/bank/index.ts';
import type { QuestionProfiles } from '../../../src/lib/bank/index.ts';
import type { AnswerKey } from '../../../src/lib/quiz/index.ts';

export interface QuestionFile {
  readonly file: string;
  readonly source: string;
  readonly question: Question;
}

export interface AnsweredQuestion extends QuestionFile {
  readonly key: AnswerKey;
  readonly profiles: QuestionProfiles;
}

export const questionPaths = globSync('src/content/questions/**/*.yaml').sort();

/** Reads one file of the bank; throws a message that an author can act on. */
export function readQuestion(file: string): QuestionFile {
  const source = readFileSync(file, 'utf8');
  const parsed = questionSchema.safeParse(parse(source));
  if (!parsed.success) {
    const issues = parsed.error.issues.map(
      ({ path, message }) => `  ${path.map(String).join('.')}: ${message}`,
    );
    throw new Error(`${file}\n${issues.join('\n')}`);
  }
  return { file, source, question: parsed.data };
}

export async function answerQuestion(read: QuestionFile): Promise<AnsweredQuestion> {
  const profiles = await loadQuestionProfiles(read.question);
  return { ...read, profiles, key: answerKeyOf(read.question, profiles) };
}
