// On the page for an address that does not exist: it says so in the language of the address, or in the one last chosen;
// where neither is known, in all. Runs before anything is painted, so that nothing flashes.
(function () {
  var known = document.currentScript.dataset.locales.split(' ');
  // Relative to this file, so that the site may be mounted anywhere.
  var base = new URL('.', document.currentScript.src).pathname;
  var locale = location.pathname.slice(base.length).split('/')[0];
  if (known.indexOf(locale) === -1) {
    try {
      locale = localStorage.getItem('flamewise:locale');
    } catch (error) {
      // Storage is blocked: all languages stay.
    }
  }
  if (known.indexOf(locale) === -1) return;
  var watcher = new MutationObserver(function () {
    document.querySelectorAll('[data-lost]').forEach(function (section) {
      section.hidden = section.dataset.lost !== locale;
      if (!section.hidden) document.documentElement.lang = section.lang;
    });
  });
  watcher.observe(document.documentElement, { childList: true, subtree: true });
  addEventListener('DOMContentLoaded', function () {
    watcher.disconnect();
  });
})();
