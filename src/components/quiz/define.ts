import { QuizElement } from './quiz-element.ts';

QuizElement.define();
