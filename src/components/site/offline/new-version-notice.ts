import { inLocale } from '../../../lib/i18n/index.ts';
import type { Locale } from '../../../lib/i18n/index.ts';
import { build } from '../../widgets/flame-graph/build-element.ts';
import { ownRegistration } from './offline-copy.ts';
import { offlineWords } from './offline-words.ts';

let asked = false;
let notice: HTMLElement | undefined;

/** On a page that comes from the saved copy: says when a newer copy is there, and changes to it. */
export async function watchForNewVersion(locale: Locale): Promise<void> {
  const registration = await ownRegistration();
  if (registration === undefined) return;
  const offer = () => {
    if (registration.waiting !== null) showNotice(locale, registration);
  };
  const follow = () => registration.installing?.addEventListener('statechange', offer);
  registration.addEventListener('updatefound', follow);
  // The browser may have found it, or even saved it, before this was loaded.
  follow();
  offer();
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (asked) location.reload();
    else showNotice(locale, registration); // another tab asked: this one still shows the old pages
  });
}

function showNotice(locale: Locale, registration: ServiceWorkerRegistration): void {
  if (notice !== undefined) return;
  const words = inLocale(offlineWords, locale);
  const reload = build('button', { type: 'button', class: 'button button-main' }, words.reload);
  const later = build('button', { type: 'button', class: 'button' }, words.later);
  const text = build('p', { role: 'status' });
  notice = build(
    'aside',
    { class: 'new-version', 'aria-label': words.noticeLabel },
    text,
    reload,
    later,
  );
  reload.addEventListener('click', () => {
    asked = true;
    if (registration.waiting === null) location.reload();
    else registration.waiting.postMessage({ type: 'use-new-version' });
  });
  later.addEventListener('click', () => notice?.remove());
  document.body.append(notice);
  text.textContent = words.newVersion; // after it is in the page, or it would not be read out
}
