// On the page without a language: on to the last one chosen, or the browser's. Its links work without this.
(function () {
  var known = document.currentScript.dataset.locales.split(' ');
  var wanted = navigator.languages || [navigator.language || ''];
  var locale;
  try {
    locale = localStorage.getItem('flamewise:locale');
  } catch (error) {
    // Storage is blocked: the browser's languages decide.
  }
  for (var i = 0; i < wanted.length && known.indexOf(locale) === -1; i++) {
    locale = wanted[i].toLowerCase().split('-')[0];
  }
  if (known.indexOf(locale) === -1) locale = 'en';
  // Relative to this file, so that the site may be mounted anywhere.
  location.replace(
    new URL(locale + '/' + location.search + location.hash, document.currentScript.src),
  );
})();
