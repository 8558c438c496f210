import type { Locale } from '../../../lib/i18n/index.ts';
import { allNodes, expressionOf, formatShare } from '../../../lib/flame/graph.ts';
import type { ImportIssue, ViewState } from '../../../lib/flame/index.ts';
import { isComposing } from '../../keyboard/is-composing.ts';
import { Announcer } from './announcer.ts';
import { Breadcrumb } from './breadcrumb.ts';
import { build } from './build-element.ts';
import { DetailsPanel } from './details-panel.ts';
import { FlameLegend } from './flame-legend.ts';
import type { LegendEntry } from './legend-entry.ts';
import type { FlameGraphView, FlameGraphViews } from './flame-graph-view.ts';
import type { FlameWords } from './flame-words.ts';
import { frameDetail } from './frame-events.ts';
import { findParts, stageOptionsOf } from './graph-parts.ts';
import { loadAsides, loadRareParts, loadWaiting } from './load-later.ts';
import type { OptionsPanel } from './options-panel.ts';
import type { PageAddress } from './page-address.ts';
import { listenToPointer } from './pointer.ts';
import type { TypedName } from './find-typed.ts';
import { StageHolder } from './stage-holder.ts';
import type { Hit } from './stage.ts';
import type { StepChips } from './step-chips.ts';
import { Toolbar } from './toolbar.ts';
import { commandOfKey } from './tree-keys.ts';
import type { KeyCommand } from './tree-keys.ts';
import * as changes from './view-changes.ts';
import { afterFrame, afterPaint } from './when-idle.ts';

export interface ControllerOptions {
  readonly host: HTMLElement;
  readonly views: FlameGraphViews;
  readonly words: FlameWords;
  readonly locale: Locale;
  readonly view: ViewState;
  readonly issues: readonly ImportIssue[];
  readonly signal: AbortSignal;
  /** What keeps the view in the page's address, where the graph is linked to it. */
  readonly PageAddress?: typeof PageAddress | undefined;
}

let graphCount = 0;

/** Joins the parts of one live graph: what the reader does becomes a new view, and is shown. */
export class FlameGraphController {
  readonly #options: ControllerOptions;
  readonly #id = `flame-${++graphCount}`;
  readonly #stage: StageHolder;
  readonly #toolbar: Toolbar;
  readonly #crumbs: Breadcrumb;
  readonly #details: DetailsPanel;
  readonly #legend: FlameLegend;
  readonly #announcer = new Announcer();
  readonly #address: PageAddress | undefined;
  /** Views behind this one and ahead of it, of a graph that is not in the address. */
  readonly #trail: ViewState[] = [];
  readonly #ahead: ViewState[] = [];
  /** Resolves when the first picture is there. */
  readonly ready: Promise<void>;
  #panel: OptionsPanel | undefined;
  #chips: StepChips | undefined;
  #view: FlameGraphView;
  #lastPath: { name: string; expression: string } | undefined;
  #finder: Promise<TypedName> | undefined;
  #match = -1;
  /** The reader searched, and is told what was found. */
  #isTelling = false;
  #isPressed = false;
  #cancelWish = () => {};
  /** The view that is on its way, and the step to a match that the reader took meanwhile. */
  #wish: { readonly state: ViewState; step?: 1 | -1 } | undefined;
  #cancelLegend = () => {};
  #cancelCount = () => {};

  constructor(options: ControllerOptions) {
    this.#options = options;
    const { host, words, locale, views, signal, PageAddress } = options;
    this.#address =
      PageAddress && new PageAddress((view) => this.#return(view ?? options.view), signal);
    this.#view = views.view(this.#address?.read() ?? options.view);
    this.#toolbar = new Toolbar(words, this.#id, this, signal);
    this.#crumbs = new Breadcrumb(words, (row) => this.zoomTo(row), signal);
    this.#details = new DetailsPanel(words, locale, (row) => this.#openActions(row));
    const legend = host.querySelector<HTMLElement>('.flame-legend');
    const toggle = (entry: string) => this.change(changes.toggleMuted(this.state, entry));
    this.#legend = new FlameLegend(legend, words, toggle, signal);
    this.#stage = this.#mount();
    this.#listen();
    this.ready = this.#render(false, true);
    this.#showDetails(this.#view.selected);
    if (views.trees.isLarge) void this.ready.then(() => afterPaint(() => this.getReadyToSearch()));
  }

  get state(): ViewState {
    return this.#view.state;
  }

  /** The state that is on its way, else the one that is shown. */
  get wanted(): ViewState {
    return this.#wish?.state ?? this.state;
  }

  get view(): FlameGraphView {
    return this.#view;
  }

  /** Shows a view that the page wants: nothing is said, no event is fired, no address written. */
  show(state: ViewState, shown?: () => void): void {
    this.#whenReady(state, () => {
      this.#view = this.#options.views.view(state);
      void this.#render(this.#stage.element.checkVisibility(), true);
      this.#showDetails(this.#view.selected);
      shown?.();
    });
  }

  /** What the view is about, which a picture in a low frame is scrolled to: a selection, a match. */
  #mainRow(): number | undefined {
    const view = this.#view;
    return view.selected ?? this.#options.views.searching?.heaviestMatch(view);
  }

  /** A new view by the reader's hand. `asStep`: the back button leads to the view before. */
  change(part: Partial<ViewState>, asStep = false, scrolling = false): void {
    const next = { ...this.wanted, ...part };
    this.#whenReady(next, () => this.#enter(next, part, asStep, scrolling));
  }

  #enter(next: ViewState, part: Partial<ViewState>, asStep: boolean, scrolling: boolean): void {
    const before = this.#view;
    this.#view = this.#options.views.view(next);
    if (this.#address !== undefined) this.#address.write(this.state, asStep);
    else if (asStep) {
      this.#trail.push(before.state);
      this.#ahead.length = 0;
    }
    const moving = part.window === undefined || part.window === null;
    void this.#render(moving, scrolling);
    // The frame that the facts are about may be gone, and its row another frame's; or other facts are said of it.
    if (before.tree !== this.#view.tree || before.said !== this.#view.said || part.diff) {
      const hadFocus = this.#details.element.contains(document.activeElement);
      this.#showDetails(this.#view.selected);
      if (hadFocus) this.leaveSearch();
    }
    this.#fire('viewchange', { view: this.state });
  }

  /**
   * At once, unless the view needs what has to be loaded or worked out first. The last wish counts:
   * what is being worked out for another one is given up.
   */
  #whenReady(state: ViewState, enter: () => void): void {
    this.#cancelWish();
    if (this.#options.views.isReadyFor(state)) return enter();
    const abort = new AbortController();
    const wish: { state: ViewState; step?: 1 | -1 } = { state };
    this.#wish = wish;
    this.#cancelWish = () => {
      abort.abort();
      this.#wish = undefined;
    };
    const ready = () => {
      this.#wish = undefined;
      enter();
      if (wish.step !== undefined) this.nextMatch(wish.step);
    };
    // What was not done leaves the controls as they were: they say what is shown.
    const stay = () => {
      this.#wish = undefined;
      this.#panel?.show(this.#view);
    };
    void loadWaiting().then(({ waitForView }) =>
      waitForView(this.#options, state, { enter: ready, stay, signal: abort.signal }),
    );
  }

  getReadyToSearch(): void {
    void this.#options.views.getReadyToSearch();
  }

  search(query: string): void {
    // The end of a composition may come with an input or without one.
    if (query === this.wanted.search) return;
    this.#match = -1;
    this.#isTelling = true;
    this.change({ search: query }, false, true);
  }

  nextMatch(step: 1 | -1): void {
    if (this.#wish !== undefined) {
      this.#wish.step = step;
      return;
    }
    const { searching } = this.#options.views;
    const found = searching?.stepToMatch(this.#view, this.#match, step);
    if (found === undefined) return;
    const { at, row, unzoom } = found;
    this.#match = at;
    this.change({ selection: this.expressionOf(row), ...unzoom }, false, true);
    this.#showDetails(row);
    this.say(this.#titleOf(row));
  }

  leaveSearch(): void {
    this.#stage.focusRow(this.#view.selected ?? this.#stage.focusedRow);
  }

  flip(): void {
    const { words } = this.#options;
    const rootOnTop = this.state.orientation !== 'icicle';
    if (!this.#canFlip) return;
    this.change({ orientation: rootOnTop ? 'icicle' : 'flame' }, true);
    this.say(rootOnTop ? words.rootOnTop : words.rootBelow);
  }

  zoomOut(): void {
    if (this.#isZoomed) this.zoomTo(allNodes);
  }

  back(): void {
    if (this.#address !== undefined) this.#address.goBack();
    else this.#goTo(this.#trail, this.#ahead);
  }

  forward(): void {
    if (this.#address !== undefined) this.#address.goForward();
    else this.#goTo(this.#ahead, this.#trail);
  }

  /** The last view of one pile is shown, and the one that was shown goes onto the other. */
  #goTo(from: ViewState[], onto: ViewState[]): void {
    const view = from.pop();
    if (view === undefined) return;
    onto.push(this.state);
    this.#return(view);
  }

  /**
   * Back and forward are the reader's doing, also by the browser's buttons: they are said. A link to a heading of the page
   * is a step in the history too, and shows no other view.
   */
  #return(view: ViewState): void {
    if (JSON.stringify(view) === JSON.stringify(this.wanted)) return;
    const before = this.state;
    this.show(view, () => {
      const step = this.#chips?.changeSince(before);
      if (step === undefined) this.#announceZoom();
      else this.say(step);
      this.#fire('viewchange', { view });
    });
  }

  help(): void {
    void loadRareParts().then(({ showKeys }) =>
      showKeys(this.#options, this.#view, this.#isPicking),
    );
  }

  toggleOptions(): void {
    void this.#toggleOptions();
  }

  zoomTo(row: number): void {
    const root = this.expressionOf(row);
    const selection = row === allNodes ? this.state.selection : root;
    if (root === this.state.root && this.state.window === null) return this.change({ selection });
    this.change({ root, selection, window: null }, true);
    this.#announceZoom();
  }

  /** The last selection of a view that names frames by their path, to come back to. */
  get lastPath(): { readonly name: string; readonly expression: string } | undefined {
    return this.#lastPath;
  }

  say(text: string): void {
    this.#announcer.say(text);
  }

  /** Names a row, as `ViewState` and links do. */
  expressionOf(row: number): string {
    const expression = expressionOf(this.#view.tree, row);
    this.#options.views.remember(this.#view.tree, expression, row);
    return expression;
  }

  get #isPicking(): boolean {
    return this.#options.host.hasAttribute('pick');
  }

  get #canFlip(): boolean {
    return this.#view.view !== 'sandwich' && this.#stage.zooms;
  }

  get #isZoomed(): boolean {
    return this.#view.root !== allNodes || this.state.window !== null;
  }

  #mount(): StageHolder {
    const { host, words, locale, issues } = this.#options;
    host.querySelector('.flame-error')?.remove();
    const { above, picture, below } = findParts(host);
    const hint = build('p', { class: 'visually-hidden', id: `${this.#id}-keys` }, words.keysHint);
    const line = build('div', { class: 'flame-line' }, this.#crumbs.element, this.#toolbar.result);
    above.replaceChildren(this.#toolbar.element, hint, this.#announcer.element);
    below.replaceChildren(line, this.#details.element);
    if (!this.#legend.element.isConnected) below.after(this.#legend.element);
    if (issues.length > 0) {
      void loadAsides().then((asides) => asides.showIssues(below, this.#options));
    }
    const choose = (row: number) => this.#choose(row, false);
    const change = (part: Partial<ViewState>) => this.change(part);
    const parts = { words, locale, describedBy: hint.id, choose, change };
    const options = stageOptionsOf(host, picture, parts);
    return new StageHolder(picture, options);
  }

  #listen(): void {
    const { element } = this.#stage;
    const { signal } = this.#options;
    element.addEventListener('keydown', (event) => this.#onKey(event), { signal });
    element.addEventListener('focusin', (event) => this.#onFocus(event), { signal });
    this.#watchPress(element);
    const weightAt = (at: number) => {
      const [left, right] = this.#view.window;
      return left + at * (right - left);
    };
    listenToPointer(
      element,
      {
        hitOf: (event) => this.#stage.hitOf(event),
        choose: (hit, withoutZoom) => this.#chooseHit(hit, !withoutZoom && !this.#isPicking),
        zoom: (hit) => this.#chooseHit(hit, true),
        hover: (hit) => this.#showHit(hit),
        zoomBy: (factor, at) => this.change(changes.zoomAround(this.#view, weightAt(at), factor)),
        panBy: (shift) => this.change(changes.panBy(this.#view, shift)),
        canPan: () => this.#isZoomed,
      },
      signal,
    );
    let width = element.checkVisibility() ? undefined : 0;
    const observer = new ResizeObserver(() => {
      // The first call is for the width that was there before, unless that was none.
      const isNew = width !== undefined && element.clientWidth !== width;
      width = element.clientWidth;
      // Tables fit themselves, and a scrollbar of theirs would have them drawn twice.
      if (isNew && this.#stage.zooms) void this.#stage.show(this.#view, false);
    });
    observer.observe(element);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      this.#cancelLegend();
      this.#cancelCount();
      this.#cancelWish();
      this.#stage.dispose();
    });
  }

  /** Whether the focus comes from a button of the mouse, a finger or a pen. */
  #watchPress(element: HTMLElement): void {
    const { signal } = this.#options;
    const set = (isPressed: boolean) => () => (this.#isPressed = isPressed);
    element.addEventListener('pointerdown', set(true), { signal, capture: true });
    for (const name of ['pointerup', 'pointercancel', 'keydown']) {
      // A key before what it does, a release after: it gives the focus (focus-on-release.ts).
      addEventListener(name, set(false), { signal, capture: name === 'keydown' });
    }
  }

  #onKey(event: KeyboardEvent): void {
    const hit = this.#stage.hitOf(event);
    if (hit?.kind !== 'frame' || isComposing(event)) return;
    const command = commandOfKey(event, hit.row, this.#view, this.#isPicking);
    if (command === undefined) return;
    event.preventDefault();
    if (command.kind === 'type') this.#type(command.letter, event.timeStamp);
    else this.#do(command, hit.row);
  }

  #do(command: Exclude<KeyCommand, { kind: 'type' }>, row: number): void {
    const zoom = (factor: number) => {
      const middle = changes.middleOf(this.#view, row);
      this.change(changes.zoomAround(this.#view, middle, factor));
      this.#announceZoom();
    };
    switch (command.kind) {
      case 'move':
        return this.#stage.focusRow(command.row);
      case 'zoom':
        return this.#choose(row, true);
      case 'select':
        return this.#choose(row, false);
      case 'zoom-out':
        return this.#zoomOutOneStep();
      case 'zoom-in':
        return zoom(0.5);
      case 'zoom-away':
        return zoom(2);
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
    if (hit.row !== this.#stage.focusedRow) this.#stage.focusRow(hit.row, this.#isPressed);
    // A press goes on to a click, which shows the frame: once is enough.
    if (!this.#isPressed) this.#showDetails(hit.row);
    this.#fire('framefocus', frameDetail(this.#view, hit.row));
  }

  /** @param at when the key was pressed, in ms: a busy page hears of it later */
  #type(letter: string, at: number): void {
    // One promise for all letters: each is looked for after those before it.
    this.#finder ??= loadAsides().then((asides) => new asides.TypedName());
    void this.#finder.then((typed) => {
      // Where the letter before has led, which may have waited for this too.
      const found = typed.find(this.#view, this.#stage.focusedRow, letter, at);
      if (found !== undefined) this.#stage.focusRow(found);
    });
  }

  #chooseHit(hit: Hit, zooming: boolean): void {
    if (hit.kind === 'frame') return this.#choose(hit.row, zooming && this.#stage.zooms);
    // Frames too thin to tell apart: go nearer, to where they are some pixels wide.
    if (zooming) this.change(changes.windowChange(this.#view, hit.window), true);
    else this.#showHit(hit);
  }

  /** A click, a tap, Enter or Space: the frame is selected, and zoomed to if that is wanted. */
  #choose(row: number, zooming: boolean): void {
    if (zooming) this.zoomTo(row);
    else this.change({ selection: this.expressionOf(row) });
    this.#showDetails(row);
    if (!zooming) this.say(this.#options.words.selected(this.#titleOf(row)));
    this.#fire('frameselect', frameDetail(this.#view, row));
  }

  #zoomOutOneStep(): void {
    if (this.state.window !== null) {
      this.change({ window: null }, true);
      this.#announceZoom();
    } else if (this.#view.root !== allNodes) this.zoomTo(changes.widerCaller(this.#view));
    else if (this.state.search !== '') this.search('');
  }

  /** @param scrolling the picture is scrolled to what the view is about */
  #render(moving: boolean, scrolling: boolean): Promise<void> {
    const motion = moving && !matchMedia('(prefers-reduced-motion: reduce)').matches;
    const view = this.#view;
    // In a large picture what matches is painted first, and counted after that.
    const isCounted = view.isSearchCounted || !this.#stage.zooms;
    const inSight = scrolling && isCounted ? this.#mainRow() : undefined;
    const shown = this.#stage.show(view, motion, inSight);
    shown.catch(({ message }: Error) => this.#showResult(message));
    this.#crumbs.show(view);
    this.#showChips();
    this.#showLegend(view);
    this.#panel?.show(view);
    this.#toolbar.show({
      search: this.state.search,
      rootOnTop: view.rootOnTop,
      canFlip: this.#canFlip,
      isZoomed: this.#isZoomed,
      canGoBack: this.#address?.canGoBack ?? this.#trail.length > 0,
      canGoForward: this.#address?.canGoForward ?? this.#ahead.length > 0,
    });
    this.#cancelCount();
    if (isCounted) this.#showResult();
    else this.#cancelCount = afterFrame(() => this.#countMatches(shown, scrolling));
    this.#rememberPath();
    return shown;
  }

  #countMatches(shown: Promise<void>, scrolling: boolean): void {
    const row = scrolling ? this.#mainRow() : undefined;
    this.#showResult();
    if (row !== undefined) void shown.then(() => this.#stage.reveal(row));
  }

  /** @param fault why the view could not be shown: its code was not to be had, and the picture before it stays */
  #showResult(fault?: string): void {
    const { views, words, locale } = this.#options;
    const { view } = this.#view;
    const found = views.searching?.describeSearch(this.#view, words, locale) ?? '';
    const text = fault ? words.notFetched(view, fault) : found;
    this.#toolbar.result.textContent = text;
    if (this.#isTelling || fault) this.say(text);
    this.#isTelling = false;
  }

  #showChips(): void {
    const { views, locale, signal } = this.#options;
    const { StepChips } = views;
    if (this.#chips === undefined && StepChips !== undefined) {
      this.#chips = new StepChips(locale, this, signal);
      this.#toolbar.element.after(this.#chips.element);
    }
    this.#chips?.show(this.#view);
  }

  /** Of a profile whose kinds are not known yet it comes after the picture. */
  #showLegend(view: FlameGraphView): void {
    const show = () => this.#legend.show(view, () => this.#legendEntries(view));
    this.#cancelLegend();
    if (this.#options.views.isLegendAtHand) show();
    else this.#cancelLegend = afterPaint(show);
  }

  #legendEntries(view: FlameGraphView): readonly LegendEntry[] {
    const { views, words, locale } = this.#options;
    if (view.color !== 'kind') return views.rareLegend(view, locale);
    return views.kindsIn(view).map((kind) => ({
      color: `kind-${kind}`,
      name: words.kinds[kind] ?? kind,
      muted: kind,
    }));
  }

  /** To come back to this very frame from a view that knows frames by name only. */
  #rememberPath(): void {
    const { selected, tree, state, view } = this.#view;
    if (selected === undefined || selected === allNodes) return;
    if (view === 'leaf-first' || view === 'sandwich' || view === 'functions') return;
    this.#lastPath = { name: tree.nameOf(selected), expression: state.selection };
  }

  async #toggleOptions(): Promise<void> {
    const { options } = this.#toolbar;
    const isOpen = options.getAttribute('aria-expanded') === 'true';
    options.setAttribute('aria-expanded', String(!isOpen));
    if (this.#panel === undefined) {
      const rare = await loadRareParts();
      this.#panel = rare.buildOptions(this, this.#options, `${this.#id}-options`);
      options.setAttribute('aria-controls', this.#panel.element.id);
      this.#toolbar.element.after(this.#panel.element);
      this.#panel.show(this.#view);
    }
    this.#panel.element.hidden = isOpen;
  }

  async #openActions(row: number): Promise<HTMLElement> {
    return (await loadRareParts()).buildActions(this, this.#options, row);
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
    const { root, state } = this.#view;
    const { window } = state;
    if (window !== null) this.say(words.inSight(formatShare(window[1] - window[0], locale)));
    else this.say(root === allNodes ? words.zoomedOut : words.zoomed(this.#titleOf(root)));
  }

  #titleOf(row: number): string {
    return this.#view.titleOf(row, this.#options.locale);
  }

  #fire(name: string, detail: unknown): void {
    this.#options.host.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }
}
