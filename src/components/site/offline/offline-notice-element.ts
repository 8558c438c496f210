import { isLocale } from '../../../lib/i18n/index.ts';

/** Present on every page; loads what it needs only where the reader has saved the site. */
export class OfflineNoticeElement extends HTMLElement {
  static define(): void {
    if (customElements.get('offline-notice') === undefined) {
      customElements.define('offline-notice', OfflineNoticeElement);
    }
  }

  connectedCallback(): void {
    const locale = this.dataset['locale'];
    const saved = 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
    if (!saved || !isLocale(locale)) return;
    void import('./new-version-notice.ts').then(({ watchForNewVersion }) =>
      watchForNewVersion(locale),
    );
  }
}
