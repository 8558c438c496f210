/* Both tables, of functions and of calls: a reader who opens one often opens the other, and they share most of their code. */
export { CallTreeStage } from './call-tree-stage.ts';
export { FunctionsStage } from './functions-stage.ts';
