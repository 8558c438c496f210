import { gatherWords } from '../../../lib/i18n/index.ts';
import type { Way } from './server-simulation.ts';

/** What the explorable says. `{…}` is filled in. */
export interface PollingSimulatorWords {
  readonly caption: string;
  readonly task: string;
  readonly rate: string;
  readonly ways: Readonly<Record<Way, string>>;
  readonly facts: string;
  readonly play: string;
  readonly again: string;
  readonly picture: string;
  readonly status: string;
}

export const pollingSimulatorWords = gatherWords<PollingSimulatorWords>(
  import.meta.glob('./polling-simulator-words/*.ts', { eager: true, import: 'words' }),
);
