import {
  allNodes,
  describeFrame,
  factsOf,
  formatShare,
  slideWindow,
  zoomWindow,
} from '../../../lib/flame/index.ts';
import type { ImportIssue, ViewState } from '../../../lib/flame/index.ts';
import { Announcer } from './announcer.ts';
import { Breadcrumb } from './breadcrumb.ts';
import { build } from './build-element.ts';
import { describeSearch } from './describe-search.ts';
import { DetailsPanel } from './details-panel.ts';
import { FlameLegend } from './flame-legend.ts';
import type { FlameGraphView, FlameGraphViews } from './flame-graph-view.ts';
import type { FlameWords } from './flame-words.ts';
import { frameEventDetail } from './frame-events.ts';
import { describeIssues, findParts, stageOptionsOf } from './graph-parts.ts';
import { buildKeysDialog } from './keys-dialog.ts';
import { PageAddress } from './page-address.ts';
import { listenToPointer } from './pointer.ts';
import type { Hit, Stage, StageOptions } from './stage.ts';
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
  /** The picture: SVG for few boxes, a canvas for many. */
  readonly makeStage: (picture: HTMLElement, options: StageOptions) => Stage;
  readonly signal: AbortSignal;
}

let graphCount = 0;
const typingPauseMs = 700;

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
    this.#showDetails(this.#view.selected);
  }

  get state(): ViewState {
    return this.#view.state;
  }

  /** Shows a view that the page wants: nothing is said, no event is fired, no address written. */
  show(state: ViewState): void {
    this.#view = this.#options.views.view(state);
    this.#render(this.#stage.element.checkVisibility());
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
    const first = step === 1 ? 0 : matches.length - 1;
    this.#match = this.#match < 0 ? first : (this.#match + step + matches.length) % matches.length;
    const row = matches[this.#match] ?? allNodes;
    this.#change({ selection: this.#expression(row), ...this.#unzoomIfHidden(row) }, false);
    this.#showDetails(row);
    this.#announcer.say(this.#titleOf(row));
  }

  leaveSearch(): void {
    this.#stage.focusRow(this.#view.selected ?? this.#stage.focusedRow);
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
    const { host, words, locale, issues, makeStage } = this.#options;
    host.querySelector('.flame-error')?.remove();
    const { above, picture, below } = findParts(host);
    const line = build('div', { class: 'flame-line' }, this.#crumbs.element, this.#toolbar.result);
    above.replaceChildren(this.#toolbar.element, hint, this.#announcer.element);
    below.replaceChildren(line, this.#details.element);
    if (!this.#legend.element.isConnected) below.after(this.#legend.element);
    if (issues.length > 0) below.append(describeIssues(issues, words));
    return makeStage(picture, stageOptionsOf(host, picture, words, locale, hint.id));
  }

  #listen(): void {
    const { element } = this.#stage;
    const { signal } = this.#options;
    element.addEventListener('keydown', (event) => this.#onKey(event), { signal });
    element.addEventListener('focusin', (event) => this.#onFocus(event), { signal });
    listenToPointer(
      element,
      {
        hitOf: (event) => this.#stage.hitOf(event),
        choose: (hit, withoutZoom) => this.#chooseHit(hit, !withoutZoom && !this.#isPicking),
        zoom: (hit) => this.#chooseHit(hit, true),
        hover: (hit) => this.#showHit(hit),
        zoomBy: (factor, at) => this.#zoomAround(this.#weightAt(at), factor),
        panBy: (shift) => this.#panBy(shift),
        canPan: () => this.#isZoomed,
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
    const hit = this.#stage.hitOf(event);
    if (hit?.kind !== 'frame' || event.isComposing) return;
    const command = commandOfKey(event, hit.row, this.#view, this.#isPicking);
    if (command === undefined) return;
    event.preventDefault();
    this.#do(command, hit.row);
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
        return this.#zoomAround(this.#middleOf(row), 0.5);
      case 'zoom-away':
        return this.#zoomAround(this.#middleOf(row), 2);
      case 'search':
        return this.#toolbar.search.focus();
      case 'help':
        return this.help();
      case 'stay':
    }
  }

  #onFocus(event: FocusEvent): void {
    const hit = this.#stage.hitOf(event);
    if (hit?.kind !== 'frame') return;
    if (hit.row !== this.#stage.focusedRow) this.#stage.focusRow(hit.row);
    this.#showDetails(hit.row);
    this.#fire('framefocus', frameEventDetail(this.#view, hit.row));
  }

  #type(letter: string, row: number): void {
    const now = performance.now();
    const isGoingOn = now - this.#typed.at < typingPauseMs;
    this.#typed = { text: isGoingOn ? this.#typed.text + letter : letter, at: now };
    const found = findTyped(this.#view, row, this.#typed.text);
    if (found !== undefined) this.#stage.focusRow(found);
  }

  #chooseHit(hit: Hit, zooming: boolean): void {
    if (hit.kind === 'frame') return this.#choose(hit.row, zooming);
    // Frames too thin to tell apart: go nearer, to where they are some pixels wide.
    const [left, right] = hit.window;
    if (zooming) this.#showWindow(left, right);
    else this.#showHit(hit);
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
    if (root === this.state.root && this.state.window === null) {
      return this.#change({ selection }, false);
    }
    this.#change({ root, selection, window: null }, true);
    this.#announceZoom();
  }

  #zoomOutOneStep(): void {
    if (this.state.window !== null) return this.#zoomTo(this.#view.root);
    const { root, layout } = this.#view;
    if (root === allNodes) return;
    // Callers as wide as the frame would look the same: go on to the first that shows more.
    const width = layout.width[root] ?? 0;
    let above = layout.parent[root] ?? allNodes;
    while (above !== allNodes && (layout.width[above] ?? 0) <= width) {
      above = layout.parent[above] ?? allNodes;
    }
    this.#zoomTo(above);
  }

  #middleOf(row: number): number {
    const { layout, window } = this.#view;
    const [left, right] = window;
    if (row === allNodes) return (left + right) / 2;
    const middle = (layout.start[row] ?? 0) + (layout.width[row] ?? 0) / 2;
    return Math.min(Math.max(middle, left), right);
  }

  /** @param at share of the picture's width */
  #weightAt(at: number): number {
    const [left, right] = this.#view.window;
    return left + at * (right - left);
  }

  #zoomAround(weight: number, factor: number): void {
    const { layout, window } = this.#view;
    const [left, right] = window;
    const narrowest = layout.extent / 1e9;
    this.#showWindow(...zoomWindow({ left, right }, layout.extent, weight, factor, narrowest));
  }

  /** @param shift to the right, as a share of the picture's width */
  #panBy(shift: number): void {
    const [left, right] = this.#view.window;
    const by = shift * (right - left);
    this.#showWindow(...slideWindow([left + by, right + by], this.#view.layout.extent));
  }

  #showWindow(left: number, right: number): void {
    const { extent } = this.#view.layout;
    const isWhole = left <= 0 && right >= extent;
    this.#change(
      isWhole ? { window: null, root: '' } : { window: [left / extent, right / extent] },
    );
  }

  #toggleKind(kind: string): void {
    const { muted } = this.state;
    const without = muted.filter((known) => known !== kind);
    this.#change({ muted: without.length < muted.length ? without : [...muted, kind] }, false);
  }

  /** A new view by the reader's hand. `asStep`: the back button leads to the view before. */
  #change(part: Partial<ViewState>, asStep = false): void {
    const before = this.state;
    this.#view = this.#options.views.view({ ...before, ...part });
    if (this.#address !== undefined) this.#address.write(this.state, asStep);
    else if (asStep) this.#trail.push(before);
    this.#render(part.window === undefined || part.window === null);
    this.#fire('viewchange', { view: this.state });
  }

  #render(moving: boolean): void {
    const motion = moving && !matchMedia('(prefers-reduced-motion: reduce)').matches;
    const { words, locale } = this.#options;
    this.#stage.show(this.#view, motion);
    this.#crumbs.show(this.#view);
    this.#legend.show(this.state.muted);
    this.#toolbar.show({
      search: this.state.search,
      rootOnTop: this.state.orientation === 'icicle',
      isZoomed: this.#isZoomed,
      canGoBack: this.#address?.canGoBack ?? this.#trail.length > 0,
    });
    this.#toolbar.result.textContent = describeSearch(this.#view, words, locale);
  }

  #showHit(hit: Hit | undefined): void {
    if (hit?.kind === 'held') this.#details.showHeld(this.#view, hit.held, hit.weight);
    else this.#showDetails(hit?.row ?? this.#view.selected);
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
    return this.#options.views.expressionOf(this.#view.tree, row);
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
