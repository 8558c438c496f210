// Runs before anything is painted: the theme that the reader chose, the mark that scripts run, the rule for
// addresses of scripts (workers too): only this site's own. The content security policy asks for such a rule.
// And it lays out a long page piece by piece.
(function () {
  var root = document.documentElement;
  root.setAttribute('data-js', '');
  try {
    var theme = localStorage.getItem('flamewise:theme');
    if (theme === 'light' || theme === 'dark') root.setAttribute('data-theme', theme);
  } catch (error) {
    // Storage is blocked: the system's theme stands.
  }
  if (window.trustedTypes) {
    window.trustedTypes.createPolicy('default', {
      createScriptURL: function (address) {
        if (new URL(address, document.baseURI).origin === location.origin) return address;
        throw new TypeError('Scripts come from this site only, not from ' + address);
      },
    });
  }

  // What is far below the window has a guessed height for some frames (styles/pieces.css). Who comes to a place
  // within the page must land there: then the whole page is laid out at once, as it is without a script.
  var visit = performance.getEntriesByType('navigation')[0];
  if (visit && visit.type === 'navigate' && location.hash === '') layOutInPieces();

  /** Lays out the children of `data-pieces` a few at a time, a frame each, beginning after the first frame. */
  function layOutInPieces() {
    /** How long a frame should take, of the 50 ms at which a reader notices it. */
    var aimMs = 25;
    /** How many elements the next frame lays out. */
    var room = 200;
    root.setAttribute('data-in-pieces', '');
    requestAnimationFrame(function () {
      requestAnimationFrame(layOutNext);
    });

    function layOutNext() {
      var pieces = document.querySelectorAll(
        '[data-pieces] > :not([data-pieces], [data-laid-out])',
      );
      var taken = 0;
      var index = 0;
      for (; index < pieces.length && taken < room; index++) {
        pieces[index].setAttribute('data-laid-out', '');
        taken += 1 + pieces[index].getElementsByTagName('*').length;
      }
      if (index === pieces.length && document.readyState !== 'loading') return;
      var began = performance.now();
      setTimeout(
        function () {
          var tookMs = Math.max(performance.now() - began, 1);
          if (taken > 0)
            room = Math.min(Math.max((room * aimMs) / tookMs, room / 2, 100), room * 3);
          requestAnimationFrame(layOutNext);
        },
        taken === 0 ? 50 : 0,
      );
    }
  }
})();
