/* What opening a profile needs, in one piece: the page loads it with the first file. */
import '../../widgets/flame-graph/define.ts';
import { ProgressPanel } from '../parts/open-status.ts';
import type { LabWords } from '../load-words.ts';

export { openSide, turnTo } from '../open/opened-side.ts';
export { Desk } from './desk.ts';

export function newProgress(host: HTMLElement, words: LabWords, cancel: () => void): ProgressPanel {
  return new ProgressPanel(host, words, cancel);
}
