import { localeOf } from '../../../lib/i18n/index.ts';
import { loadWords } from './flame-words.ts';
import { whenIdle } from './when-idle.ts';

/**
 * What is slow only the first time is done once before somebody waits for it: the rules that tell
 * kinds from names, colours and fonts.
 */
export async function getReadyForFiles(host: HTMLElement): Promise<void> {
  const [{ kindOfFrame }, { CanvasStage }] = await Promise.all([
    import('./rare-views.ts'),
    import('./canvas-stage.ts'),
    loadWords(localeOf(host)),
    // For a large file or a second one; each would be fetched only when the one before it is there.
    import('./worker/graph-workshop.ts'),
    import('./wait-for-view.ts'),
    import('./comparison-view.ts'),
  ]);
  whenIdle(() => {
    if (host.isConnected) CanvasStage.getReady(host);
  });
  for (const name of ['a::b', 'c.d', 'e']) whenIdle(() => kindOfFrame(name));
}
