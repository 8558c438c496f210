/** How far below or above the window an element starts to load. */
const margin = '15%';

/** What a reader can do to a part that is not live yet, and that is done again once it is. */
const kept = ['click', 'submit', 'change', 'input', 'frameselect'] as const;

/**
 * Loads the code of a custom element when one is near the window, or the reader touches one:
 * a lesson has a dozen questions and an explorable far below its beginning. What the reader does
 * before the code is there is done again afterwards; nothing is lost, a form is not sent.
 */
export function loadWhenNear(tag: string, load: () => Promise<unknown>): void {
  if (customElements.get(tag) !== undefined) return;
  const ended = new AbortController();
  const { signal } = ended;
  const waiting: (() => void)[] = [];
  let loading: Promise<unknown> | undefined;

  const begin = () => {
    observer.disconnect();
    loading ??= load().then(finish, retryLater);
  };
  const finish = () => {
    ended.abort();
    for (const again of waiting.splice(0)) again();
  };
  // Offline, or a new deployment took the file away: the next touch tries again.
  const retryLater = () => {
    loading = undefined;
    waiting.length = 0;
  };
  const ofPart = ({ target }: Event): boolean =>
    target instanceof Element && target.closest(tag) !== null;

  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) begin();
    },
    { rootMargin: margin },
  );
  for (const element of document.querySelectorAll(tag)) observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());

  for (const type of ['pointerenter', 'pointerdown', 'focusin'] as const) {
    document.addEventListener(type, (event) => ofPart(event) && begin(), { signal, capture: true });
  }
  for (const type of kept) {
    const keep = (event: Event) => {
      if (!ofPart(event) || isLive(event)) return;
      if (event.type === 'submit') event.preventDefault();
      else if (event.type === 'click' && !isButton(event.target)) return; // the browser's own doing
      waiting.push(repetitionOf(event));
      begin();
    };
    document.addEventListener(type, keep, { signal, capture: true });
  }
}

function isButton(target: EventTarget | null): boolean {
  const button = target instanceof Element ? target.closest('button') : null;
  return button !== null && button.type !== 'submit';
}

/** A graph in a part is live by itself: only what it says to the part is said again. */
function isLive({ type, target }: Event): boolean {
  return (
    type !== 'frameselect' && target instanceof Element && target.closest('flame-graph') !== null
  );
}

/** What does the same once more; remembers what a field held, since a part may set its fields anew. */
function repetitionOf(event: Event): () => void {
  const { target, type } = event;
  if (event instanceof SubmitEvent && target instanceof HTMLFormElement) {
    return () => target.requestSubmit(event.submitter);
  }
  if (type === 'click' && target instanceof Element) return () => target.closest('button')?.click();
  if (event instanceof CustomEvent) {
    const { detail } = event as CustomEvent<unknown>;
    return () => target?.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }
  const putBack = fieldState(target);
  return () => {
    putBack();
    target?.dispatchEvent(new Event(type, { bubbles: true }));
  };
}

function fieldState(target: EventTarget | null): () => void {
  if (target instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(target.type)) {
    const { checked } = target;
    return () => (target.checked = checked);
  }
  if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) {
    const { value } = target;
    return () => (target.value = value);
  }
  return () => undefined;
}
