import { gatherWords } from '../../../lib/i18n/index.ts';

/** `{n}`, `{of}` and `{looks}` are filled in: words travel to the browser as plain data. */
export interface SimulatorWords {
  readonly caption: string;
  readonly parse: string;
  readonly send: string;
  readonly rate: string;
  readonly seconds: string;
  readonly work: string;
  readonly random: string;
  readonly periodic: string;
  readonly again: string;
  readonly many: string;
  readonly link: string;
  readonly name: string;
  readonly truth: string;
  readonly sampled: string;
  readonly interval: string;
  readonly holds: string;
  readonly yes: string;
  readonly no: string;
  readonly held: string;
  readonly timesHeld: string;
  readonly total: string;
  readonly noScript: string;
}

export const simulatorWords = gatherWords<SimulatorWords>(
  import.meta.glob('./simulator-words/*.ts', { eager: true, import: 'words' }),
);
