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

  /**
   * The first two frames have the header of the site, the third the text in sight. The fourth adds the graphs, of
   * a large one the first boxes, and the next the other ones. It, if they are small, and those after it have some of
   * the children of `data-pieces`.
   */
  function layOutInPieces() {
    /** What a frame lays out: 15 to 30 ms on a slow phone. */
    var most = 200;
    var mostBoxes = 180;
    var waits = ['data-name-first', 'data-header-first', 'data-text-first'];
    root.setAttribute('data-in-pieces', '');
    waits.forEach(function (wait) {
      root.setAttribute(wait, '');
    });
    // What is asked for before a frame is painted runs in that frame: the first one is left alone.
    requestAnimationFrame(endNextWait);

    function endNextWait() {
      requestAnimationFrame(function () {
        root.removeAttribute(waits.shift());
        if (waits.length > 0) {
          endNextWait();
          return;
        }
        layOutBoxes();
      });
    }

    function layOutBoxes() {
      var boxes = Array.from(document.querySelectorAll('.flame-picture > .flame-svg > g'));
      var later = boxes.slice(mostBoxes);
      later.forEach(function (box) {
        box.setAttribute('data-waits', '');
      });
      requestAnimationFrame(function () {
        later.forEach(function (box) {
          box.removeAttribute('data-waits');
        });
        if (later.length > 0) layOutLater();
        else layOutNext();
      });
    }

    function layOutLater() {
      requestAnimationFrame(layOutNext);
    }

    function layOutNext() {
      var pieces = waitingPieces();
      var weight = 0;
      var index = 0;
      for (; index < pieces.length; index++) {
        weight += weightOf(pieces[index]);
        if (weight > most && index > 0) break;
        pieces[index].setAttribute('data-laid-out', '');
      }
      if (index < pieces.length || document.readyState === 'loading') layOutLater();
    }
  }

  function waitingPieces() {
    var pieces = [];
    document.querySelectorAll('[data-pieces]').forEach(function (whole) {
      for (var piece = whole.firstElementChild; piece; piece = piece.nextElementSibling) {
        if (piece.hasAttribute('data-pieces') || piece.hasAttribute('data-laid-out')) continue;
        pieces.push(piece);
      }
    });
    return pieces;
  }

  /** Elements that are shown; one of a drawing takes a third of the time of one with text. */
  function weightOf(piece) {
    var weight = piece.getElementsByTagName('*').length;
    Array.from(piece.getElementsByTagName('details')).forEach(function (details) {
      if (!details.open) weight -= details.getElementsByTagName('*').length;
    });
    Array.from(piece.getElementsByTagName('svg')).forEach(function (drawing) {
      if (drawing.ownerSVGElement === null) {
        weight -= drawing.getElementsByTagName('*').length * 0.67;
      }
    });
    return weight;
  }
})();
