import { loadQuizWords } from './load-words.ts';
import { QuizElement } from './quiz-element.ts';

// Defined with its words, so that whoever finds it defined finds it ready.
QuizElement.define(await loadQuizWords());
