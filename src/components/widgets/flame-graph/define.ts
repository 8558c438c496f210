import { FlameGraphElement } from './flame-graph-element.ts';

FlameGraphElement.define();
