/* What every page has, as one script: five small files weigh more than one. */
import { LanguageSwitchElement } from './language-switch-element.ts';
import { OfflineNoticeElement } from './offline/offline-notice-element.ts';
import { prefetchLinks } from './prefetch-links.ts';
import { SiteSearchElement } from './search/site-search-element.ts';
import { ThemeSwitchElement } from './theme-switch-element.ts';

ThemeSwitchElement.define();
LanguageSwitchElement.define();
SiteSearchElement.define();
OfflineNoticeElement.define();
prefetchLinks();
