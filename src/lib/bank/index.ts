/** The question bank at build time: keys computed, texts filled, tests run. Never in a browser. */
export { answerKeyOf, linesOf } from './answer-key-of.ts';
export { figureFiller, figuresIn } from './fill-figures.ts';
export type { FillFigures } from './fill-figures.ts';
export { blockMarkup, inlineMarkup, plainText } from './inline-markup.ts';
export { loadQuestionProfiles } from './question-profiles.ts';
export type { QuestionProfiles } from './question-profiles.ts';
export { attemptOf, runQuestionTests } from './run-question-tests.ts';
export { ankiFile, ankiNote } from './anki-notes.ts';
export type { AnkiNote, AnkiSource } from './anki-notes.ts';
export { formatTarget } from './format-target.ts';
export { graphPicture } from './graph-picture.ts';
export { saidSources } from './said-sources.ts';
export { termsInText } from './terms-in-text.ts';
