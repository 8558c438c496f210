import {
  allNodes,
  describeFrame,
  expressionOf,
  factsOf,
  formatShare,
  formatWeight,
  zoomWindow,
} from '../../../lib/flame/index.ts';
import type { ImportIssue, ViewState } from '../../../lib/flame/index.ts';
import { Announcer } from './announcer.ts';
import { Breadcrumb } from './breadcrumb.ts';
import { build } from './build-element.ts';
import { DetailsPanel } from './details-panel.ts';
import { FlameLegend } from './flame-legend.ts';
import type { FlameGraphView, FlameGraphViews } from './flame-graph-view.ts';
import type { FlameWords } from './flame-words.ts';
import { frameEventDetail } from './frame-events.ts';
import { buildKeysDialog } from './keys-dialog.ts';
import { listenToPointer } from './pointer.ts';
import { PageAddress } from './page-address.ts';
import type { Stage } from './stage.ts';
import { SvgStage } from './svg-stage.ts';
import { Toolbar } from './toolbar.ts';
import { commandOfKey, findTyped } from './tree-keys.ts';
import type { KeyCommand } from './tree-keys.ts';

export interface ControllerOptions {
  readonly host: HTMLElement;
  readonly views: FlameGraphViews;
  readonly words: FlameWords;
  readonly locale: 'en' | 'zh';
  readonly view: ViewState;
  readonly issues: readonly ImportIssue[];
  readonly signal: AbortSignal;
}

let graphCount = 0;
const typingPauseMs = 700;
const rowHeightPx = 20;

/** Joins the parts of one live graph: what the reader does becomes a new view, and is shown. */
export class FlameGraphController {
  readonly #options: ControllerOptions;
  readonly #stage: Stage;
  readonly #toolbar: Toolbar;
  readonly #crumbs: Breadcrumb;
  readonly #details: DetailsPanel;
  readonly #legend: FlameLegend;
  readonly #announcer = new Announcer();
  readonly #address: PageAddress | undefined;
  /** Views behind this one, of a graph that is not in the address. */
  readonly #trail: ViewState[] = [];
  #view: FlameGraphView;
  #typed = { text: '', at: 0 };
  #match = -1;

  constructor(options: ControllerOptions) {
    this.#options = options;
    const { host, words, locale, views, signal } = options;
    const id = `flame-${++graphCount}`;
    this.#address = host.hasAttribute('linked')
      ? new PageAddress((view) => this.show(view ?? options.view), signal)
      : undefined;
    this.#view = views.view(this.#address?.read() ?? options.view);
    this.#toolbar = new Toolbar(words, id, this, signal);
    this.#crumbs = new Breadcrumb(words, (row) => this.#zoomTo(row), signal);
    this.#details = new DetailsPanel(words, locale, (frame) => views.kindOf(frame));
    const legend = host.querySelector<HTMLElement>('.flame-legend');
    const toggle = (kind: string) => this.#toggleKind(kind);
    this.#legend = new FlameLegend(legend, words, views.kinds, toggle, signal);
    const hint = build('p', { class: 'visually-hidden', id: `${id}-keys` }, words.keysHint);
    this.#stage = this.#mount(hint);
    this.#listen();
    this.#render(false);
  }

  get state(): ViewState {
    return this.#view.state;
  }

  /** Shows a view that the page wants: nothing is said, no event is fired, no address written. */
  show(state: ViewState): void {
    const moving = this.#stage.element.checkVisibility();
    this.#view = this.#options.views.view(state);
    this.#render(moving);
    this.#showDetails(this.#view.selected);
  }

  search(query: string): void {
    this.#match = -1;
    this.#change({ search: query }, false);
    this.#announcer.say(this.#toolbar.result.textContent);
  }

  nextMatch(step: 1 | -1): void {
    const matches = this.#view.search?.matches;
    if (matches === undefined || matches.length === 0) return;
    this.#match = (this.#match + step + matches.length) % matches.length;
    if (this.#match < 0) this.#match = 0;
    const row = matches[this.#match] ?? allNodes;
    this.#change({ selection: this.#expression(row), ...this.#unzoomIfHidden(row) }, false);
    this.#showDetails(row);
    this.#announcer.say(this.#titleOf(row));
  }

  leaveSearch(): void {
    const selected = this.#view.selected;
    this.#stage.focusRow(selected ?? this.#stage.focusedRow);
  }

  flip(): void {
    const { words } = this.#options;
    const rootOnTop = this.state.orientation !== 'icicle';
    this.#change({ orientation: rootOnTop ? 'icicle' : 'flame' }, true);
    this.#announcer.say(rootOnTop ? words.rootOnTop : words.rootBelow);
  }

  zoomOut(): void {
    if (this.#isZoomed) this.#zoomTo(allNodes);
  }

  back(): void {
    if (this.#address !== undefined) return this.#address.goBack();
    const before = this.#trail.pop();
    if (before === undefined) return;
    this.show(before);
    this.#announceZoom();
    this.#fire('viewchange', { view: before });
  }

  help(): void {
    const { words, host } = this.#options;
    const rootOnTop = this.state.orientation === 'icicle';
    const dialog = buildKeysDialog(words, rootOnTop, this.#isPicking);
    host.append(dialog);
    dialog.showModal();
  }

  get #isPicking(): boolean {
    return this.#options.host.hasAttribute('pick');
  }

  get #isZoomed(): boolean {
    return this.#view.root !== allNodes || this.state.window !== null;
  }

  #mount(hint: HTMLElement): Stage {
    const { host, words, locale, issues } = this.#options;
    host.querySelector('.flame-error')?.remove();
    const part = (name: string) =>
      host.querySelector<HTMLElement>(`.${name}`) ?? build('div', { class: name });
    const picture = part('flame-picture');
    const above = part('flame-above');
    const below = part('flame-below');
    const line = build('div', { class: 'flame-line' }, this.#crumbs.element, this.#toolbar.result);
    if (!picture.isConnected) host.prepend(picture);
    if (!above.isConnected) picture.before(above);
    if (!below.isConnected) picture.after(below);
    above.replaceChildren(this.#toolbar.element, hint, this.#announcer.element);
    below.replaceChildren(line, this.#details.element);
    if (!this.#legend.element.isConnected) below.after(this.#legend.element);
    if (issues.length > 0) below.append(describeIssues(issues, words));
    return new SvgStage(picture, {
      locale,
      describedBy: hint.id,
      rowHeightPx,
      measure: labelMeasure(picture),
      label: ({ tree, profile }) =>
        host.getAttribute('label') ??
        words.treeLabel(profile.name, formatWeight(tree.totalWeight, tree.unit, locale)),
    });
  }

  #listen(): void {
    const { element } = this.#stage;
    const { signal } = this.#options;
    element.addEventListener('keydown', (event) => this.#onKey(event), { signal });
    element.addEventListener('focusin', (event) => this.#onFocus(event), { signal });
    listenToPointer(
      element,
      {
        rowOf: (event) => this.#stage.rowOf(event),
        choose: (row, withoutZoom) => this.#choose(row, !withoutZoom && !this.#isPicking),
        zoom: (row) => this.#zoomTo(row),
        hover: (row) => this.#showDetails(row ?? this.#view.selected),
      },
      signal,
    );
    let width = element.clientWidth;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      this.#stage.show(this.#view, false);
    });
    observer.observe(element);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      this.#stage.dispose();
    });
  }

  #onKey(event: KeyboardEvent): void {
    const row = this.#stage.rowOf(event);
    if (row === undefined || event.isComposing) return;
    const command = commandOfKey(event, row, this.#view, this.#isPicking);
    if (command === undefined) return;
    event.preventDefault();
    this.#do(command, row);
  }

  #do(command: KeyCommand, row: number): void {
    switch (command.kind) {
      case 'move':
        return this.#stage.focusRow(command.row);
      case 'type':
        return this.#type(command.letter, row);
      case 'zoom':
        return this.#choose(row, true);
      case 'select':
        return this.#choose(row, false);
      case 'zoom-out':
        return this.#zoomOutOneStep();
      case 'zoom-in':
        return this.#zoomAround(row, 0.5);
      case 'zoom-away':
        return this.#zoomAround(row, 2);
      case 'search':
        return this.#toolbar.search.focus();
      case 'help':
        return this.help();
      case 'stay':
    }
  }

  #onFocus(event: FocusEvent): void {
    const row = this.#stage.rowOf(event);
    if (row === undefined) return;
    if (row !== this.#stage.focusedRow) this.#stage.focusRow(row);
    this.#showDetails(row);
    this.#fire('framefocus', frameEventDetail(this.#view, row));
  }

  #type(letter: string, row: number): void {
    const now = performance.now();
    const isGoingOn = now - this.#typed.at < typingPauseMs;
    this.#typed = { text: isGoingOn ? this.#typed.text + letter : letter, at: now };
    const found = findTyped(this.#view, row, this.#typed.text);
    if (found !== undefined) this.#stage.focusRow(found);
  }

  /** A click, a tap, Enter or Space: the frame is selected, and zoomed to if that is wanted. */
  #choose(row: number, zooming: boolean): void {
    const selection = this.#expression(row);
    if (zooming) this.#zoomTo(row);
    else this.#change({ selection }, false);
    this.#showDetails(row);
    if (!zooming) this.#announcer.say(this.#options.words.selected(this.#titleOf(row)));
    this.#fire('frameselect', frameEventDetail(this.#view, row));
  }

  #zoomTo(row: number): void {
    const root = this.#expression(row);
    const selection = row === allNodes ? this.state.selection : root;
    if (root !== this.state.root || this.state.window !== null) {
      this.#change({ root, selection, window: null }, true);
      this.#announceZoom();
    } else this.#change({ selection }, false);
  }

  #zoomOutOneStep(): void {
    if (this.state.window !== null) return this.#zoomTo(this.#view.root);
    const { root, tree } = this.#view;
    if (root === allNodes) return;
    // Callers as wide as the frame would look the same: go on to the first that shows more.
    const width = tree.total[root] ?? 0;
    let above = tree.parent[root] ?? allNodes;
    while (above !== allNodes && (tree.total[above] ?? 0) <= width) {
      above = tree.parent[above] ?? allNodes;
    }
    this.#zoomTo(above);
  }

  #zoomAround(row: number, factor: number): void {
    const { layout, window } = this.#view;
    const [left, right] = window;
    const middle =
      row === allNodes
        ? (left + right) / 2
        : (layout.start[row] ?? 0) + (layout.width[row] ?? 0) / 2;
    const inside = Math.min(Math.max(middle, left), right);
    const narrowest = layout.extent / 1e9;
    const next = zoomWindow({ left, right }, layout.extent, inside, factor, narrowest);
    const shares = [next[0] / layout.extent, next[1] / layout.extent] as const;
    const isWhole = shares[0] <= 0 && shares[1] >= 1;
    this.#change(isWhole ? { window: null, root: '' } : { window: shares }, false);
  }

  #toggleKind(kind: string): void {
    const { muted } = this.state;
    const without = muted.filter((known) => known !== kind);
    this.#change({ muted: without.length < muted.length ? without : [...muted, kind] }, false);
  }

  /** A new view by the reader's hand. `asStep`: the back button leads to the view before. */
  #change(part: Partial<ViewState>, asStep: boolean): void {
    const before = this.state;
    this.#view = this.#options.views.view({ ...before, ...part });
    if (this.#address !== undefined) this.#address.write(this.state, asStep);
    else if (asStep) this.#trail.push(before);
    this.#render(true);
    this.#fire('viewchange', { view: this.state });
  }

  #render(moving: boolean): void {
    const motion = moving && !matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#stage.show(this.#view, motion);
    this.#crumbs.show(this.#view);
    this.#legend.show(this.state.muted);
    this.#toolbar.show({
      search: this.state.search,
      rootOnTop: this.state.orientation === 'icicle',
      isZoomed: this.#isZoomed,
      canGoBack: this.#address?.canGoBack ?? this.#trail.length > 0,
    });
    this.#toolbar.result.textContent = describeSearch(this.#view, this.#options);
  }

  #showDetails(row: number | undefined): void {
    if (row === undefined) this.#details.clear();
    else this.#details.show(this.#view, row);
  }

  #announceZoom(): void {
    const { words, locale } = this.#options;
    const { root, tree } = this.#view;
    const facts = factsOf(tree, root, locale);
    const share = formatShare(facts.share, locale);
    this.#announcer.say(root === allNodes ? words.zoomedOut : words.zoomed(facts.name, share));
  }

  #titleOf(row: number): string {
    const { locale } = this.#options;
    return describeFrame(factsOf(this.#view.tree, row, locale), locale);
  }

  #expression(row: number): string {
    return expressionOf(this.#view.tree, row);
  }

  /** A match outside the zoomed frame cannot be shown in it. */
  #unzoomIfHidden(row: number): Partial<ViewState> {
    const [left, right] = this.#view.window;
    const start = this.#view.layout.start[row] ?? 0;
    return start < left || start >= right ? { root: '', window: null } : {};
  }

  #fire(name: string, detail: unknown): void {
    this.#options.host.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }
}

/** What was found, of what: the base is always said. */
function describeSearch(
  { state, search, tree, root }: FlameGraphView,
  { words, locale }: ControllerOptions,
): string {
  if (search === undefined || state.search.trim() === '') return '';
  if (search.error !== undefined) return words.badPattern(search.error);
  if (search.matches.length === 0) return words.noMatch(words.all);
  const found = words.matched(
    formatShare(search.share, locale),
    words.all,
    formatWeight(search.matchedWeight, tree.unit, locale),
    new Intl.NumberFormat(locale).format(search.matches.length),
  );
  return root === allNodes ? found : found;
}

function describeIssues(issues: readonly ImportIssue[], words: FlameWords): HTMLElement {
  const count = issues.reduce((sum, issue) => sum + (issue.count ?? 1), 0);
  const list = build('ul');
  for (const issue of issues) {
    const line = issue.line === undefined ? '' : `${words.line(String(issue.line))}: `;
    list.append(build('li', {}, line + issue.message));
  }
  const summary = build('summary', {}, words.skipped(String(count)));
  return build('details', { class: 'flame-issues' }, summary, list);
}

/** Labels are set in a monospaced font: one measured advance serves all; wide characters take two. */
function labelMeasure(picture: HTMLElement): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  const probe = picture.querySelector('text');
  if (context !== null && probe !== null) context.font = getComputedStyle(probe).font;
  const advance = context?.measureText('mmmmmmmmmm').width ?? 67;
  return (text) => {
    let wide = 0;
    for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x2e80) wide++;
    return ((text.length + wide) * advance) / 10;
  };
}
