import type { Locale } from '../../../lib/i18n/index.ts';
import { formatWeight } from '../../../lib/flame/graph.ts';
import { build } from '../../widgets/flame-graph/build-element.ts';
import type { LabWords } from '../load-words.ts';
import type { ProfileSummary } from '../worker/lab-messages.ts';

export interface TabsOptions {
  readonly words: LabWords;
  readonly locale: Locale;
  /** Id of the panel that the tabs are for. */
  readonly panel: string;
  readonly choose: (index: number) => void;
}

/**
 * The profiles of a file as tabs. Arrow keys move, Enter or Space shows: a large profile takes a
 * moment, so that moving past it must not show it.
 */
export function buildTabs(
  profiles: readonly ProfileSummary[],
  shown: number,
  { words, locale, panel, choose }: TabsOptions,
): HTMLElement {
  const tabs = profiles.map((profile) => {
    const { index, name, unit, totalWeight } = profile;
    const isShown = index === shown;
    const tab = build(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `lab-tab-${index}`,
        'aria-selected': String(isShown),
        'aria-controls': panel,
        tabindex: isShown ? 0 : -1,
        class: 'lab-tab',
      },
      build('span', { translate: 'no' }, name === '' ? words.tabs.unnamed(index + 1) : name),
      build('small', {}, formatWeight(totalWeight, unit, locale)),
    );
    tab.addEventListener('click', () => choose(index));
    return tab;
  });
  const list = build('div', { class: 'lab-tabs', role: 'tablist' }, ...tabs);
  list.setAttribute('aria-label', words.tabs.label);
  list.addEventListener('keydown', (event) => moveAmong(tabs, event));
  return list;
}

/** Arrow keys, Home and End among tabs; which one is shown stays. */
export function moveAmong(tabs: readonly HTMLElement[], event: KeyboardEvent): void {
  const at = tabs.indexOf(event.target as HTMLElement);
  const last = tabs.length - 1;
  const places: Readonly<Record<string, number>> = {
    ArrowRight: at === last ? 0 : at + 1,
    ArrowLeft: at === 0 ? last : at - 1,
    Home: 0,
    End: last,
  };
  const to = places[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  tabs.forEach((tab, place) => tab.setAttribute('tabindex', place === to ? '0' : '-1'));
  tabs[to]?.focus();
}
