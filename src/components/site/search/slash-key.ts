import { isComposing } from '../../keyboard/is-composing.ts';

const storageKey = 'flamewise:slash-key';

/** Whether the lone key / opens the search. A reader who speaks to the computer may switch it off. */
export function slashKeyWorks(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

export function setSlashKey(works: boolean): void {
  try {
    if (works) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, 'off');
  } catch {
    // Storage is blocked: Ctrl+K and the button still open it.
  }
}

/** The keys that open the search from anywhere on a page: / outside fields, Ctrl+K or ⌘K. */
export function opensSearch(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey || event.shiftKey || isComposing(event)) return false;
  if (event.key === 'k' && event.ctrlKey !== event.metaKey) return true;
  if (event.key !== '/' || event.ctrlKey || event.metaKey) return false;
  // A graph has its own search, on the same key.
  const busy = 'input, textarea, select, [contenteditable], flame-graph, dialog[open]';
  return !(event.target instanceof Element && event.target.closest(busy)) && slashKeyWorks();
}
