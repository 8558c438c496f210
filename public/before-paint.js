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
  // A tab in the background has no frames, and nobody waits for it.
  var isFresh = visit && visit.type === 'navigate' && location.hash === '';
  if (isFresh && !document.hidden) layOutInPieces();

  /**
   * The first two frames have the header of the site, the third the head of the page, two more the text in sight.
   * The next ones have the pictures, some boxes each, and those after them some of the children of `data-pieces`.
   */
  function layOutInPieces() {
    /** What a frame lays out, in elements: with the text many things are done for the first time. */
    var mostText = 40;
    var mostBoxes = 420;
    var most = 260;
    var waits = [
      'data-name-first',
      'data-header-first',
      'data-head-first',
      'data-start-first',
      'data-text-first',
    ];
    root.setAttribute('data-in-pieces', '');
    root.setAttribute('data-picture-first', '');
    waits.forEach(function (wait) {
      root.setAttribute(wait, '');
    });
    requestAnimationFrame(beginWithHeader);

    /** A frame may come before the header does. What is asked for before a frame is painted runs in that frame. */
    function beginWithHeader() {
      var hasHeader = document.querySelector('main') !== null;
      requestAnimationFrame(hasHeader ? endNextWait : beginWithHeader);
    }

    function endNextWait() {
      var wait = waits.shift();
      root.removeAttribute(wait);
      if (wait === 'data-head-first') {
        layOutUpTo(mostText);
        if (document.querySelector('[data-pieces]:not([data-after="picture"])') === null) {
          root.removeAttribute(waits.shift());
        }
      }
      // Without a picture the text is all that there is to wait for.
      var isLast = waits.length === 0 || (waits.length === 1 && pictureBoxes().length === 0);
      if (!isLast) {
        requestAnimationFrame(endNextWait);
        return;
      }
      root.removeAttribute('data-text-first');
      layOutBoxes(pictureBoxes());
    }

    /** Some boxes in each frame. The first one has a part of each that waits, too. */
    function layOutBoxes(boxes) {
      var next = someOf(boxes, 0, mostBoxes - boxes.length);
      for (var index = next; index < boxes.length; index++) {
        boxes[index].setAttribute('data-waits', '');
      }
      if (boxes.length === 0) endPictures();
      else requestAnimationFrame(layOutNextBoxes);

      function layOutNextBoxes() {
        if (next === boxes.length) {
          endPictures();
          return;
        }
        var end = someOf(boxes, next, mostBoxes);
        for (; next < end; next++) boxes[next].removeAttribute('data-waits');
        requestAnimationFrame(layOutNextBoxes);
      }
    }

    function endPictures() {
      root.removeAttribute('data-picture-first');
      requestAnimationFrame(layOutNext);
    }

    function layOutNext() {
      var isAll = layOutUpTo(most);
      if (!isAll || document.readyState === 'loading') requestAnimationFrame(leaveOne);
    }

    /** Every other frame is the browser's and the scripts'. */
    function leaveOne() {
      requestAnimationFrame(layOutNext);
    }
  }

  /** The boxes of pictures that do not wait as a part of a piece. */
  function pictureBoxes() {
    var boxes = [];
    document.querySelectorAll('.flame-picture > .flame-svg').forEach(function (picture) {
      if (picture.closest('[data-pieces]') === null) {
        boxes = boxes.concat(Array.from(picture.children));
      }
    });
    return boxes;
  }

  /** Where boxes end that have about so many elements. */
  function someOf(boxes, start, most) {
    var end = start;
    for (var weight = 0; end < boxes.length && weight < most; end++) {
      weight += 1 + boxes[end].getElementsByTagName('*').length;
    }
    return end;
  }

  /** The next pieces, at least one; true when there are no more. */
  function layOutUpTo(most) {
    var pieces = waitingPieces();
    var weight = 0;
    for (var index = 0; index < pieces.length; index++) {
      weight += weightOf(pieces[index]);
      if (weight > most && index > 0) return false;
      pieces[index].setAttribute('data-laid-out', '');
    }
    return true;
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

  /** What is shown; an element of a drawing takes a third of the time of one with text. */
  function weightOf(piece) {
    var weight = 1 + sizeOf(piece);
    Array.from(piece.getElementsByTagName('details')).forEach(function (details) {
      if (!details.open) weight -= sizeOf(details);
    });
    Array.from(piece.getElementsByTagName('svg')).forEach(function (drawing) {
      if (drawing.ownerSVGElement === null) {
        weight -= sizeOf(drawing) - drawing.getElementsByTagName('*').length * 0.33;
      }
    });
    return weight;
  }

  /** In elements; thirty bytes, half a line of English or a third of one of Chinese, take about as long as one. */
  function sizeOf(element) {
    var bytes = new TextEncoder().encode(element.textContent).length;
    return element.getElementsByTagName('*').length + bytes / 30;
  }
})();
