import { localeOf, localizedPath } from '../../../lib/i18n/index.ts';
import { queryWithView } from '../../../lib/flame/index.ts';
import type { ViewState } from '../../../lib/flame/index.ts';
import type { ControllerOptions, FlameGraphController } from './flame-graph-controller.ts';
import { build } from './build-element.ts';
import { BusyMark } from './busy-mark.ts';
import { buildFrameActions } from './frame-actions.ts';
import { graphFile, offerFile } from './graph-files.ts';
import type { FlameGraphView } from './flame-graph-view.ts';
import { buildKeysDialog } from './keys-dialog.ts';
import type { ExportKind } from './graph-files.ts';
import { OptionsPanel } from './options-panel.ts';
import { rareWords } from './rare-words.ts';
import type { RareWords } from './rare-words.ts';
import * as changes from './rare-changes.ts';
import { describeStep } from './step-chips.ts';

/* What few readers open in a lesson; loaded when one does. */

const exportEndings = {
  svg: 'svg',
  png: 'png',
  folded: 'folded',
  speedscope: 'speedscope.json',
};

export function buildOptions(
  graph: FlameGraphController,
  { words, views, host, locale }: ControllerOptions,
  id: string,
): OptionsPanel {
  const rare = rareWords(locale);
  return new OptionsPanel(rare, words.options, views, id, {
    setView: (view) => {
      graph.change(changes.switchView(graph.view, view, graph.lastPath), true, true);
      graph.say(rare.shown(rare.views[view] ?? view));
    },
    // What the legend of other colours switched off could not be switched on again in this one.
    setColor: (color) => graph.change({ color, muted: [] }),
    setDiff: (diff) => graph.change({ diff: { ...graph.state.diff, ...diff } }),
    collapseRecursion: (collapsed) =>
      graph.change(changes.collapseRecursion(graph.wanted, collapsed), true),
    save: (kind) => void save(kind),
    ...linking(host, (link) => ({
      copyLink: () => void copy(graph, host, rare, link(graph.state)),
    })),
  });

  async function save(kind: ExportKind): Promise<void> {
    const title = host.getAttribute('label') || graph.view.profile.name;
    const mark = new BusyMark(host, locale);
    try {
      const file = await graphFile(graph.view, kind, title, locale, views.trees);
      mark.remove();
      offerFile(file, `${fileNameOf(graph.view, host)}.${exportEndings[kind]}`);
    } catch (error) {
      mark.fail(error);
    }
  }
}

export function buildActions(
  graph: FlameGraphController,
  { words, host, locale }: ControllerOptions,
  row: number,
): HTMLElement {
  const rare = rareWords(locale);
  return buildFrameActions(rare, words.actions, graph.view, row, {
    zoomTo: (to) => graph.zoomTo(to),
    showSandwich: (name) =>
      graph.change(
        { ...changes.switchView(graph.view, 'sandwich', undefined), function: name },
        true,
        true,
      ),
    addTransform: (step) => {
      graph.change(changes.addTransform(graph.view, graph.wanted, step), true);
      graph.say(describeStep(rare, step));
    },
    search: (query) => graph.search(query),
    copy: (text) => void copy(graph, host, rare, text),
    ...linking(host, (link) => ({
      copyLink: (to) => {
        const text = link({ ...graph.state, selection: graph.expressionOf(to) });
        void copy(graph, host, rare, text);
      },
    })),
  });
}

/** The samples that are shown, by the attributes: the element takes them away when other profiles come. */
function samplesOf(host: HTMLElement): Pick<ViewState, 'sample' | 'after'> {
  const idOf = (name: string) => host.getAttribute(name) ?? '';
  return { sample: idOf('sample'), after: idOf('after') };
}

/** Of a comparison, both names: its files hold both sides. */
function fileNameOf({ view }: FlameGraphView, host: HTMLElement): string {
  const { sample, after } = samplesOf(host);
  const names = view === 'diff' ? [sample, after] : [sample];
  return names.filter((name) => name !== '').join('-') || 'profile';
}

type Link = (state: ViewState) => string;

/**
 * What a graph with an address can do: `actions` of its link, or nothing. The view of a graph that its page's
 * address does not hold is opened in the lab; a reader's own file has no address anywhere.
 */
function linking<T extends object>(host: HTMLElement, actions: (link: Link) => T): T | object {
  if (host.hasAttribute('linked')) {
    return actions((state) => new URL(queryWithView(location.search, state), location.href).href);
  }
  const samples = samplesOf(host);
  if (samples.sample === '') return {};
  const lab = new URL(localizedPath(localeOf(host), 'lab/'), location.href).href;
  return actions((state) => lab + queryWithView('', { ...state, ...samples }));
}

/** Copies, or shows the text where the browser does not allow that: it is never lost. */
async function copy(
  graph: FlameGraphController,
  host: HTMLElement,
  { copied, notCopied }: RareWords,
  text: string,
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    graph.say(copied);
  } catch {
    const field = build('textarea', { readonly: true, rows: 4, 'aria-label': notCopied });
    field.value = text;
    const dialog = build('dialog', { class: 'flame-dialog' }, build('p', {}, notCopied), field);
    dialog.addEventListener('close', () => dialog.remove());
    host.append(dialog);
    dialog.showModal();
    field.select();
  }
}

export function showKeys(
  { host, locale }: ControllerOptions,
  view: FlameGraphView,
  picking: boolean,
): void {
  const dialog = buildKeysDialog(rareWords(locale), view, picking);
  host.append(dialog);
  dialog.showModal();
}
