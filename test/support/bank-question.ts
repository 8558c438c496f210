import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { readQuestion, type QuestionFile } from '../unit/content/question-files.ts';

const files = globSync('src/content/questions/**/*.yaml');

/** A question of the bank by its id. */
export function questionOf(id: string): QuestionFile {
  const file = files.find((path) => basename(path, '.yaml') === id);
  if (file === undefined) throw new Error(`the bank has no question "${id}"`);
  return readQuestion(file);
}
